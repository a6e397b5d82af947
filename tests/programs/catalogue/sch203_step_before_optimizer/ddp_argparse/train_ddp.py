"""DDP script with argparse; the step stands next to set_epoch at the top of the loop."""
import argparse

import torch
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


def main(model, dataset):
    parser = argparse.ArgumentParser()
    parser.add_argument("--max_epoch", type=int, default=120)
    parser.add_argument("--local_rank", type=int, default=0)
    args = parser.parse_args()
    torch.distributed.init_process_group("nccl")
    sampler = DistributedSampler(dataset)
    loader = DataLoader(dataset, batch_size=64, sampler=sampler)
    model = DistributedDataParallel(model.cuda(args.local_rank), device_ids=[args.local_rank])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [60, 90, 110])
    for epoch in range(1, args.max_epoch + 1):
        sampler.set_epoch(epoch)
        scheduler.step()  # expect: SCH203
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(model(x.cuda()), y.cuda())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
