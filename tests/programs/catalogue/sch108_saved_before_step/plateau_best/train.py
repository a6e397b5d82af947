"""Plateau: the file is written with the counters of the epoch before."""
import torch


def validate(net, loader):
    with torch.no_grad():
        return sum(torch.nn.functional.mse_loss(net(x), y).item() for x, y in loader) / len(loader)


def main(net, train_dl, val_dl, resume=None, epochs=100):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.3, patience=5)
    start = 0
    if resume:
        s = torch.load(resume)
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        plateau.load_state_dict(s["plateau"])
        start = s["epoch"] + 1
    for epoch in range(start, epochs):
        for x, y in train_dl:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
        val = validate(net, val_dl)
        s = dict(net=net.state_dict(), opt=opt.state_dict(), plateau=plateau.state_dict(), epoch=epoch)
        torch.save(s, "last.pt")  # expect: SCH108
        plateau.step(val)
