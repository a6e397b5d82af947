"""No scheduler in the file; the resume path derives last_epoch from the saved epoch."""
import torch
from ckpt import latest, read, write


def main(net, loader, out, epochs=100):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    done = 0
    if latest(out):
        done = read(latest(out), net, optimizer)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs, last_epoch=done - 1)
    for epoch in range(done, epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        scheduler.step()
        write(f"{out}/e{epoch}.pt", net, optimizer, epoch + 1)
