"""transformers' schedule over the restored optimizer, last_epoch = global_step - 1."""
import torch
from transformers import get_cosine_schedule_with_warmup


def main(net, batches, path, total=50_000):
    optimizer = torch.optim.AdamW(net.parameters(), lr=5e-5)
    global_step, last = 0, -1
    if path is not None:
        ck = torch.load(path)
        net.load_state_dict(ck["net"])
        optimizer.load_state_dict(ck["optimizer"])
        global_step = ck["global_step"]
        last = global_step - 1
    scheduler = get_cosine_schedule_with_warmup(optimizer, 1000, total, last_epoch=last)
    while global_step < total:
        net(next(batches)).loss.backward()
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
        global_step += 1
