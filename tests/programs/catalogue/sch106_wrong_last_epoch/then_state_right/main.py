"""last_epoch = K - 1 and then the state as well: harmless."""
import torch


def main(net, loader, path, epochs=60):
    ck = torch.load(path)
    net.load_state_dict(ck["net"])
    optimizer = torch.optim.SGD(net.parameters(), lr=0.2)
    optimizer.load_state_dict(ck["optimizer"])
    done = ck["epoch"] + 1
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs, last_epoch=done - 1)
    scheduler.load_state_dict(ck["scheduler"])
    for _ in range(done, epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
