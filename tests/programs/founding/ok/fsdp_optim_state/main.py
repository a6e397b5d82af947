"""FSDP: the optimizer's state goes through optim_state_dict_to_load before load_state_dict: silent."""
import torch
from torch.distributed.fsdp import FullyShardedDataParallel as FSDP


def main(net, loader, path):
    model = FSDP(net)
    optim = torch.optim.AdamW(model.parameters(), lr=1e-4)
    sched = torch.optim.lr_scheduler.StepLR(optim, 2)
    blob = torch.load(path)
    flat = FSDP.optim_state_dict_to_load(model, optim, blob["optim"])
    optim.load_state_dict(flat)
    sched.load_state_dict(blob["sched"])
    for _ in range(blob["epoch"], 12):
        for x in loader:
            optim.zero_grad()
            model(x).sum().backward()
            optim.step()
        sched.step()
