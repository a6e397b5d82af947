import torch


class Model(torch.nn.Module):
    def __init__(self, body, head):
        super().__init__()
        self.body, self.head = body, head

    def unfreeze(self, optimizer):
        self.body.requires_grad_(True)
        optimizer.add_param_group({"params": self.body.parameters(), "lr": 1e-5})  # expect: SCH406


def main(body, head, loader):
    model = Model(body, head)
    opt = torch.optim.AdamW(head.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda e: 0.9 ** e)
    for e in range(20):
        if e == 5:
            model.unfreeze(opt)
        for x in loader:
            opt.zero_grad()
            head(body(x)).mean().backward()
            opt.step()
        sched.step()
