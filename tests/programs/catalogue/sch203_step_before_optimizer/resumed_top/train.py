"""A resumed loop with the step at its top."""
import torch


def main(model, loader, args):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [30, 60])
    start = 0
    if args.resume:
        ck = torch.load(args.resume)
        model.load_state_dict(ck["model"])
        opt.load_state_dict(ck["opt"])
        sched.load_state_dict(ck["sched"])
        start = ck["epoch"] + 1
    for epoch in range(start, args.epochs):
        sched.step()  # expect: SCH203
        for b in loader:
            opt.zero_grad()
            model(b).mean().backward()
            opt.step()
        torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch}, "c.pt")
