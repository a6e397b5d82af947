import torch
from step import Stepper
from torch.nn.parallel import DistributedDataParallel as DDP
from transformers import get_cosine_schedule_with_warmup


def main(net, loader, cfg):
    net = DDP(net)
    opt = torch.optim.AdamW(net.parameters(), lr=cfg.lr)
    total = len(loader) * cfg.epochs // cfg.accum
    sched = get_cosine_schedule_with_warmup(opt, int(0.06 * total), total)
    stepper = Stepper(net, opt, sched, cfg.accum)
    for epoch in range(cfg.epochs):
        loader.sampler.set_epoch(epoch)
        for x, y in loader:
            stepper(x, y)
