import torch

CKPT = "ckpt/final.pt"


def build(epochs):
    net = torch.nn.Linear(32, 10)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    return net, optimizer, torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)


def main(loader, epochs=60):
    net, optimizer, scheduler = build(epochs)
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
    torch.save({"net": net.state_dict(), "opt": optimizer.state_dict(), "sched": scheduler.state_dict()}, CKPT)
