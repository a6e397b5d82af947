"""Everything that has a state is restored in one loop over a dictionary of objects."""
import torch


class Checkpointer:
    def __init__(self, **objects):
        self.objects = objects

    def load(self, path):
        state = torch.load(path)
        for name, thing in self.objects.items():
            thing.load_state_dict(state[name])

    def save(self, path):
        torch.save({name: thing.state_dict() for name, thing in self.objects.items()}, path)


def main(net, loader, resume=True):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 20)
    checkpointer = Checkpointer(model=net, optimizer=optimizer, scheduler=scheduler)
    if resume:
        checkpointer.load("last.ckpt")
    for _ in range(scheduler.last_epoch, 60):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
        checkpointer.save("last.ckpt")
