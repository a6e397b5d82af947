"""The training loop rolls back to the best snapshot, optimizer first, in every turn: silent."""
import copy

import torch


def main(net, loader, valid):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 20)
    best, snap = float("inf"), None
    for _ in range(60):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        score = valid(net)
        if score < best:
            best = score
            snap = copy.deepcopy((net.state_dict(), opt.state_dict(), lrs.state_dict()))
        elif score > 2 * best:
            net.load_state_dict(snap[0])
            opt.load_state_dict(snap[1])
            lrs.load_state_dict(snap[2])
