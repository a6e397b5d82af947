"""Notebook: a helper cell returns a fresh scheduler, called inside the loop with GradScaler."""
import torch

from loaders import train_dl

model = torch.nn.Linear(16, 4).cuda()
opt = torch.optim.SGD(model.parameters(), lr=0.2)
scaler = torch.amp.GradScaler("cuda")


def get_scheduler():
    return torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=40, power=1.5)  # expect: SCH207


# %%
for epoch in range(40):
    sched = get_scheduler()
    for x, y in train_dl:
        opt.zero_grad()
        with torch.autocast("cuda"):
            loss = torch.nn.functional.cross_entropy(model(x.cuda()), y.cuda())
        scaler.scale(loss).backward()
        scaler.step(opt)
        scaler.update()
    sched.step()
