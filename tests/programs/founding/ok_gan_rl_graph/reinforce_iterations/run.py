"""REINFORCE: one update per iteration, `for it in range(args.iters)` is the only training loop; StepLR per iteration."""
import argparse

import torch


def main(policy, env):
    ap = argparse.ArgumentParser()
    ap.add_argument("--iters", type=int, default=2000)
    ap.add_argument("--lr-decay-every", type=int, default=500)
    args = ap.parse_args()
    opt = torch.optim.RMSprop(policy.parameters(), lr=7e-4)
    lr_policy = torch.optim.lr_scheduler.StepLR(opt, args.lr_decay_every, 0.5)
    for it in range(args.iters):
        log_probs, rewards = env.rollout(policy)
        loss = -(torch.stack(log_probs) * torch.tensor(rewards)).sum()
        opt.zero_grad()
        loss.backward()
        opt.step()
        lr_policy.step()
