import os

import torch
from transformers import get_linear_schedule_with_warmup


def load(folder, opt, sched):
    for name, obj in (("scheduler.pt", sched), ("optimizer.pt", opt)):
        obj.load_state_dict(torch.load(os.path.join(folder, name)))  # expect: SCH101


def train(args, model, loader):
    total = len(loader) * args.epochs
    opt = torch.optim.AdamW(model.parameters(), lr=5e-5)
    sched = get_linear_schedule_with_warmup(opt, total // 10, total)
    if args.folder:
        load(args.folder, opt, sched)
    for _ in range(args.epochs):
        for batch in loader:
            model(**batch).loss.backward()
            opt.step()
            sched.step()
            opt.zero_grad()
