import torch


def rates(*schedulers):
    return [s.get_lr()[0] for s in schedulers]  # expect: SCH403


def main(g, d, loader):
    og, od = torch.optim.Adam(g.parameters(), 1e-4), torch.optim.Adam(d.parameters(), 1e-4)
    sg, sd = torch.optim.lr_scheduler.StepLR(og, 30), torch.optim.lr_scheduler.StepLR(od, 30)
    for _ in range(90):
        for x in loader:
            og.zero_grad()
            d(g(x)).mean().backward()
            og.step()
            od.zero_grad()
            d(x).mean().backward()
            od.step()
        sg.step()
        sd.step()
        print(rates(sg, sd))
