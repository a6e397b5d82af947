import argparse, glob, os, torch
from model import Net, loader
def latest(d):
    files = sorted(glob.glob(os.path.join(d, "*.pt")))
    return files[-1] if files else None
def main():
    p = argparse.ArgumentParser()
    p.add_argument("--out", default="runs")
    p.add_argument("--epochs", type=int, default=20)
    a = p.parse_args()
    net = Net()
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=3)
    start = 0
    last = latest(a.out)
    if last is not None:
        s = torch.load(last, map_location="cpu")
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])  # expect: SCH103
        start = s["epoch"]
    for epoch in range(start, a.epochs):
        total = 0.0
        for x, y in loader:
            opt.zero_grad()
            loss = net(x, y)
            loss.backward()
            opt.step()
            total += loss.item()
        sched.step(total)
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": epoch + 1}, os.path.join(a.out, f"{epoch}.pt"))  # expect: SCH303
main()
