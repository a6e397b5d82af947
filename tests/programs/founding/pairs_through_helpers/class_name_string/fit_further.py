import torch
from fit import FILE

SPEC = {"name": "MultiStepLR", "args": {"milestones": [12, 24]}}


def main(net, loader):
    opt = torch.optim.RMSprop(net.parameters(), lr=5e-4)
    lrs = getattr(torch.optim.lr_scheduler, SPEC["name"])(opt, **SPEC["args"])  # expect: SCH302
    for part, state in zip((net, opt, lrs), torch.load(FILE)):
        part.load_state_dict(state)
    for _ in range(36, 72):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
