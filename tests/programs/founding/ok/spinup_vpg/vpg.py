"""Spinning-Up VPG: epochs of environment steps, value iterations inside update(); schedule per epoch."""
import torch
from torch.optim import Adam
from torch.optim.lr_scheduler import LinearLR


def vpg(env, ac, buf, epochs=50, steps_per_epoch=4000, train_v_iters=80):
    pi_optimizer = Adam(ac.pi.parameters(), lr=3e-4)
    vf_optimizer = Adam(ac.v.parameters(), lr=1e-3)
    pi_decay = LinearLR(pi_optimizer, 1.0, 0.1, total_iters=epochs)

    def update():
        data = buf.get()
        pi_optimizer.zero_grad()
        ac.loss_pi(data).backward()
        pi_optimizer.step()
        for _ in range(train_v_iters):
            vf_optimizer.zero_grad()
            ac.loss_v(data).backward()
            vf_optimizer.step()

    o, _ = env.reset()
    for epoch in range(epochs):
        for t in range(steps_per_epoch):
            a, v, logp = ac.step(torch.as_tensor(o))
            o, r, d, _, _ = env.step(a)
            buf.store(o, a, r, v, logp)
            if d or t == steps_per_epoch - 1:
                buf.finish_path(0)
                o, _ = env.reset()
        update()
        pi_decay.step()
