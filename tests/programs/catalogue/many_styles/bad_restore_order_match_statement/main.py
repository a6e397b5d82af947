import torch


def restore(kind, net, opt, sched, path):
    match kind:
        case "full":
            blob = torch.load(path)
            net.load_state_dict(blob["net"])
            sched.load_state_dict(blob["sched"])  # expect: SCH101
            opt.load_state_dict(blob["opt"])
            return blob["epoch"]
        case "weights":
            net.load_state_dict(torch.load(path)["net"])
    return 0


def main(net, loader, kind, path):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [10, 20])
    for _ in range(restore(kind, net, opt, sched, path), 30):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
