import torch


class Policy:
    def __init__(self, *schedulers):
        self.schedulers = schedulers

    def advance(self, epoch):
        for s in self.schedulers:
            s.step(epoch + 1)  # expect: SCH204


def main(g, d, loader, epochs=100):
    og, od = (torch.optim.Adam(m.parameters(), 2e-4) for m in (g, d))
    policy = Policy(torch.optim.lr_scheduler.StepLR(og, 40), torch.optim.lr_scheduler.StepLR(od, 40))
    for epoch in range(epochs):
        for x in loader:
            og.zero_grad()
            d(g(x)).mean().backward()
            og.step()
            od.zero_grad()
            d(x).mean().backward()
            od.step()
        policy.advance(epoch)
