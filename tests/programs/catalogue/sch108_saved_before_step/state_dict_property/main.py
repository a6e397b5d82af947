import os, torch
from run import Run
def main(net, loader):
    run = Run(net)
    if os.path.exists("r.pt"):
        run.load_state_dict(torch.load("r.pt"))
    while run.done < 12:
        for x, y in loader:
            run.opt.zero_grad()
            run.net(x, y).backward()
            run.opt.step()
        run.done += 1
        torch.save(run.state_dict(), "r.pt")  # expect: SCH108
        run.sched.step()
