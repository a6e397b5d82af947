"""Weights of the best epoch are written before the step, the whole state after it."""
import torch


def main(net, train_dl, score, out, resume=False, epochs=33):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs)
    start, best = 0, 0.0
    if resume:
        s = torch.load(f"{out}/last.pt")
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        sched.load_state_dict(s["sched"])
        start, best = s["epoch"] + 1, s["best"]
    for epoch in range(start, epochs):
        for x, y in train_dl:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        if (now := score(net)) > best:
            best = now
            torch.save(net.state_dict(), f"{out}/best.pt")
        sched.step()
        s = {"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch, "best": best}
        torch.save(s, f"{out}/last.pt")
