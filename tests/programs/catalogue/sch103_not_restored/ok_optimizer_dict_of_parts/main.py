import os, torch
def main(net, loader):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.StepLR(opt, 3)
    parts = {"net": net, "opt": opt, "sched": sched}
    if os.path.exists("p.pt"):
        saved = torch.load("p.pt")
        for name, state in saved.items():
            if name in parts:
                parts[name].load_state_dict(state)
    for epoch in range(20):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        torch.save({name: part.state_dict() for name, part in parts.items()}, "p.pt")
