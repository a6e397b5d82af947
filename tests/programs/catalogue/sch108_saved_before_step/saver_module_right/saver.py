import torch


def save_all(path, epoch, net, opt, sched):
    torch.save(
        {"next": epoch, "net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict()}, path
    )


def load_all(path, net, opt, sched):
    saved = torch.load(path)
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    sched.load_state_dict(saved["sched"])
    return saved["next"]
