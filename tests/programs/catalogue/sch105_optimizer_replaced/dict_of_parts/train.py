"""The parts live in a dict; a helper puts a new optimizer in when the loss stalls."""
import torch


def setup(net):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    return {"net": net, "opt": opt, "sched": torch.optim.lr_scheduler.StepLR(opt, 40)}


def restart(parts, lr):
    parts["opt"] = torch.optim.Adam(parts["net"].parameters(), lr=lr)  # expect: SCH105


def train(parts, loader, epochs):
    for _ in range(epochs):
        for x, y in loader:
            parts["opt"].zero_grad()
            torch.nn.functional.mse_loss(parts["net"](x), y).backward()
            parts["opt"].step()
        parts["sched"].step()


def main(net, loader):
    parts = setup(net)
    train(parts, loader, 50)
    restart(parts, lr=3e-4)
    train(parts, loader, 50)
