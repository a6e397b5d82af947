"""The optimizer is made once more after DDP wrapped the model; the scheduler keeps the first one."""
import torch
from setup import make_optimizer, make_scheduler
from torch.nn.parallel import DistributedDataParallel


def main(cfg, model, loader):
    optimizer = make_optimizer(cfg, model)
    scheduler = make_scheduler(cfg, optimizer)
    if cfg.distributed:
        model = DistributedDataParallel(model.cuda(), device_ids=[cfg.rank])
        optimizer = torch.optim.SGD(model.parameters(), lr=cfg.lr, momentum=0.9)  # expect: SCH105
    for _ in range(cfg.epochs):
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
