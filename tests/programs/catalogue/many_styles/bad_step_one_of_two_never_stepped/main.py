import torch


def build(g, d):
    og, od = torch.optim.Adam(g.parameters(), 1e-4), torch.optim.Adam(d.parameters(), 4e-4)
    sg = torch.optim.lr_scheduler.ExponentialLR(og, 0.99)
    sd = torch.optim.lr_scheduler.ExponentialLR(od, 0.99)  # expect: SCH206
    return og, od, sg, sd


def main(g, d, loader):
    og, od, sg, sd = build(g, d)
    for _ in range(100):
        for x in loader:
            og.zero_grad()
            d(g(x)).mean().backward()
            og.step()
            od.zero_grad()
            d(x).mean().backward()
            od.step()
        sg.step()
