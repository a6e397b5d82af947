import os

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.nn.parallel import DistributedDataParallel as DDP


def worker(rank, world, make, args):
    dist.init_process_group("gloo", rank=rank, world_size=world)
    net, loader = make(rank)
    net = DDP(net)
    opt = torch.optim.SGD(net.parameters(), args.lr * world)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [30, 60], 0.1)
    start = 0
    if os.path.exists(args.ckpt):
        blob = torch.load(args.ckpt, map_location={"cuda:0": f"cuda:{rank}"})
        net.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])
        sched.load_state_dict(blob["sched"])
        start = blob["epoch"]
    for epoch in range(start, 90):
        loader.sampler.set_epoch(epoch)
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
        if rank == 0:
            torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch + 1}, args.ckpt)
        dist.barrier()


def main(make, args):
    mp.spawn(worker, args=(4, make, args), nprocs=4)
