import torch


class Turn:
    """One epoch: steps the schedule when it ends."""

    def __init__(self, scheduler):
        self.scheduler = scheduler

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.scheduler.step()


def main(net, loader, epochs=20):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=5)
    for _ in range(epochs):
        with Turn(scheduler):
            for x, y in loader:
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(net(x), y).backward()
                optimizer.step()
