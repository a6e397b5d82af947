"""The epoch function is wrapped by a project decorator; restoring is wrapped by a decorator with arguments."""
import torch
from utils import retry, timed


@timed
def train_epoch(net, loader, optimizer, device):
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        optimizer.zero_grad()
        torch.nn.functional.nll_loss(net(x), y).backward()
        optimizer.step()


@retry(times=3)
def restore(net, optimizer, lr_policy, fname):
    snapshot = torch.load(fname)
    net.load_state_dict(snapshot["net"])
    lr_policy.load_state_dict(snapshot["lr_policy"])  # expect: SCH101
    optimizer.load_state_dict(snapshot["optimizer"])
    return snapshot["epoch"]


def main(net, loader, device="cuda", fname=None):
    optimizer = torch.optim.Adadelta(net.parameters(), lr=1.0)
    lr_policy = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.7)
    start = restore(net, optimizer, lr_policy, fname) if fname else 0
    for epoch in range(start, 14):
        train_epoch(net, loader, optimizer, device)
        lr_policy.step()
