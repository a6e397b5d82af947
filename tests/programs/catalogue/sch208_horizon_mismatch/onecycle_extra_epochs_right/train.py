"""total_steps covers exactly what the loop runs."""
import torch

EPOCHS = 30


def main(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=(EPOCHS + 5) * len(loader))
    for epoch in range(EPOCHS + 5):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
            scheduler.step()
        print(epoch)
