"""A nested catch_up() over the optimizer that was just restored."""
import torch


def session(net, loader, file, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    warm = torch.optim.lr_scheduler.LinearLR(opt, start_factor=0.1, total_iters=20)

    def catch_up(n):
        for _ in range(n):
            warm.step()  # expect: SCH107

    def train(first):
        for _ in range(first, epochs):
            for x in loader:
                opt.zero_grad()
                net(x).mean().backward()
                opt.step()
            warm.step()

    saved = torch.load(file)
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    catch_up(saved["epoch"])
    train(saved["epoch"])


def main(net, loader):
    session(net, loader, "at10.pt", 40)
