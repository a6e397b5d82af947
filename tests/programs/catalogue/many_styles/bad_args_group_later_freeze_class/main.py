import torch


class Finetuner:
    def __init__(self, body, head, loader):
        self.body, self.head, self.loader = body, head, loader
        self.opt = torch.optim.SGD(head.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.OneCycleLR(self.opt, 0.1, epochs=10, steps_per_epoch=len(loader))

    def unfreeze(self):
        for child in self.body.children():
            self.opt.add_param_group({"params": child.parameters(), "lr": 0.01})  # expect: SCH406

    def fit(self):
        for e in range(10):
            if e == 3:
                self.unfreeze()
            for x in self.loader:
                self.opt.zero_grad()
                self.head(self.body(x)).mean().backward()
                self.opt.step()
                self.sched.step()


def main(body, head, loader):
    Finetuner(body, head, loader).fit()
