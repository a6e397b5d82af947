"""NeRF: global_step loop over random rays, manual exponential decay written into param_groups, optimizer restored."""
import os

import torch


def main(model, rays, basedir="logs", lrate=5e-4, lrate_decay=250, N_iters=200000):
    optimizer = torch.optim.Adam(params=model.parameters(), lr=lrate, betas=(0.9, 0.999))
    start = 0
    ckpts = sorted(f for f in os.listdir(basedir) if f.endswith(".tar"))
    if ckpts:
        ckpt = torch.load(os.path.join(basedir, ckpts[-1]))
        start = ckpt["global_step"]
        optimizer.load_state_dict(ckpt["optimizer_state_dict"])
        model.load_state_dict(ckpt["network_fn_state_dict"])
    global_step = start
    for i in range(start, N_iters):
        batch = rays[torch.randint(len(rays), (1024,))]
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        new_lrate = lrate * (0.1 ** (global_step / (lrate_decay * 1000)))
        for param_group in optimizer.param_groups:
            param_group["lr"] = new_lrate
        global_step += 1
