"""LambdaLR computes from the base lr: a fast-forward over the restored optimizer gives the right value."""
import torch


def main(net, loader, path, epochs=64):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    decay = torch.optim.lr_scheduler.LambdaLR(opt, lambda epoch: 0.9**epoch)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    for _ in range(blob["epochs"]):
        decay.step()
    for _ in range(blob["epochs"], epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        decay.step()
