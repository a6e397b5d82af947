import torch
from ck import load_latest


def main(net, loader, epochs=60):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    done = load_latest(net, optimizer)
    if done:
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs, last_epoch=done)  # expect: SCH106
    else:
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for epoch in range(done, epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
        torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "done": epoch + 1}, "latest.pt")
