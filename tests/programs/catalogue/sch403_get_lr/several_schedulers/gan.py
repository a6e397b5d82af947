"""A comprehension over both schedulers of a GAN."""
import torch


def main(g, d, loader, epochs=50):
    og, od = torch.optim.Adam(g.parameters(), 1e-4), torch.optim.Adam(d.parameters(), 4e-4)
    schedulers = [torch.optim.lr_scheduler.StepLR(o, 20) for o in (og, od)]
    for epoch in range(epochs):
        for real in loader:
            fake = g(torch.randn(len(real), 16))
            od.zero_grad()
            (d(fake.detach()) - d(real)).mean().backward()
            od.step()
            og.zero_grad()
            (-d(fake)).mean().backward()
            og.step()
        for scheduler in schedulers:
            scheduler.step()
        print(epoch, [s.get_lr() for s in schedulers])  # expect: SCH403
