"""Resume by scheduler.step(start_epoch) (old style, deprecated but right for a closed form), then plain steps."""
import torch


def main(net, loader, path=None, epochs=100):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.LambdaLR(opt, lambda epoch: max(0.01, 1 - epoch / epochs))
    start = 0
    if path is not None:
        saved = torch.load(path)
        net.load_state_dict(saved["net"])
        opt.load_state_dict(saved["opt"])
        start = saved["epoch"] + 1
        sch.step(start)
    for epoch in range(start, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
