import torch


def main(net, loader, epochs=30):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    steps = 0
    for _ in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
            steps += 1
            if steps % len(loader) == 0:
                sched.step()
