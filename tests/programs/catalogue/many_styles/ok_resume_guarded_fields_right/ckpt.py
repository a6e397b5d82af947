import torch


def maybe_resume(path, net, optimizer=None, scheduler=None):
    if not path:
        return 0
    state = torch.load(path, map_location="cpu", weights_only=False)
    net.load_state_dict(state["net"])
    if optimizer is not None and "optimizer" in state:
        optimizer.load_state_dict(state["optimizer"])
    if scheduler is not None and state.get("scheduler") is not None:
        scheduler.load_state_dict(state["scheduler"])
    return state.get("epoch", 0)


def save(path, net, optimizer, scheduler, epoch):
    torch.save(dict(net=net.state_dict(), optimizer=optimizer.state_dict(), scheduler=scheduler.state_dict(), epoch=epoch), path)
