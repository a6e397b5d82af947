"""APScheduler's BlockingScheduler starts a training job; the name scheduler is not an LR scheduler."""
import torch
from apscheduler.schedulers.blocking import BlockingScheduler

scheduler = BlockingScheduler()


@scheduler.scheduled_job("cron", hour=3)
def nightly():
    net = torch.nn.Linear(2, 2)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 5)
    for _ in range(15):
        for x in torch.randn(10, 8, 2):
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()


scheduler.start()
