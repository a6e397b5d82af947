"""Schedulers appended in a loop over task heads, states loaded after: silent."""
import torch
from torch.optim.lr_scheduler import CyclicLR


def multi_task(heads, feats, resume):
    saved = torch.load(resume)
    optims, cycles = [], []
    for i, head in enumerate(heads):
        o = torch.optim.SGD(head.parameters(), lr=0.01, momentum=0.9)
        optims.append(o)
    for i, o in enumerate(optims):
        c = CyclicLR(o, base_lr=1e-3, max_lr=1e-1, step_size_up=200)
        cycles.append(c)
    for i in range(len(heads)):
        optims[i].load_state_dict(saved["optims"][i])
        cycles[i].load_state_dict(saved["cycles"][i])
    for it in range(saved["iter"], 20000):
        x = feats.sample()
        for head, o, c in zip(heads, optims, cycles):
            o.zero_grad()
            head(x).sum().backward()
            o.step()
            c.step()
