import torch
from torch.optim.lr_scheduler import StepLR


def load(path, optimizer, scheduler):
    state = torch.load(path)
    optimizer.load_state_dict(state["optimizer"])
    missing = [key for key in ("scheduler", "epoch") if key not in state]
    if missing:
        raise KeyError(missing)
    scheduler.load_state_dict(state["scheduler"])
    return state["epoch"] + 1


def run(net, loader, path, resume):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = StepLR(optimizer, step_size=10)
    first = load(path, optimizer, scheduler) if resume else 0
    for epoch in range(first, 30):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        scheduler.step()
        torch.save({"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "epoch": epoch}, path)
