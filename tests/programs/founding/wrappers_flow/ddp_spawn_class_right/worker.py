"""mp.spawn and DDP; the warm-up is built before the restore: silent."""
import torch
import torch.multiprocessing as mp
from torch.nn.parallel import DistributedDataParallel
from torch.optim.lr_scheduler import LinearLR
from torch.utils.data import DataLoader, DistributedSampler


def worker(rank, world, cfg, dataset):
    torch.distributed.init_process_group("nccl", rank=rank, world_size=world)
    net = torch.nn.SyncBatchNorm.convert_sync_batchnorm(torch.nn.Linear(4, 4)).cuda(rank)
    net = DistributedDataParallel(net, device_ids=[rank])
    opt = torch.optim.SGD(net.parameters(), lr=cfg["lr"])
    ramp = LinearLR(opt, start_factor=1 / 3, total_iters=cfg["warmup_epochs"])
    blob = None
    if cfg["resume"]:
        blob = torch.load(cfg["resume"], map_location={"cuda:0": f"cuda:{rank}"})
        net.module.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])
    if blob:
        ramp.load_state_dict(blob["ramp"])
    sampler = DistributedSampler(dataset, world, rank)
    for epoch in range(blob["epoch"] if blob else 0, cfg["epochs"]):
        sampler.set_epoch(epoch)
        for x in DataLoader(dataset, 32, sampler=sampler):
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        ramp.step()


def main(cfg, dataset):
    world = torch.cuda.device_count()
    mp.spawn(worker, (world, cfg, dataset), nprocs=world, join=True)
