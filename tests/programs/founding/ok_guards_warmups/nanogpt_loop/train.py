"""nanoGPT: while True with iter_num, get_lr(it) written into groups, resume with optimizer state; no scheduler object."""
import math
import os

import torch

init_from, out_dir = "resume", "out"
learning_rate, min_lr, warmup_iters, lr_decay_iters, max_iters = 6e-4, 6e-5, 2000, 600000, 600000


def get_lr(it):
    if it < warmup_iters:
        return learning_rate * it / warmup_iters
    ratio = (it - warmup_iters) / (lr_decay_iters - warmup_iters)
    return min_lr + 0.5 * (1.0 + math.cos(math.pi * ratio)) * (learning_rate - min_lr)


def main(model, get_batch):
    optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate)
    scaler = torch.amp.GradScaler("cuda", enabled=True)
    iter_num = 0
    if init_from == "resume":
        checkpoint = torch.load(os.path.join(out_dir, "ckpt.pt"))
        model.load_state_dict(checkpoint["model"])
        optimizer.load_state_dict(checkpoint["optimizer"])
        iter_num = checkpoint["iter_num"]
    while True:
        for param_group in optimizer.param_groups:
            param_group["lr"] = get_lr(iter_num)
        for _ in range(5):
            _, loss = model(*get_batch("train"))
            scaler.scale(loss / 5).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad(set_to_none=True)
        iter_num += 1
        if iter_num > max_iters:
            break
