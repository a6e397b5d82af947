"""Two pairs in dicts keyed by net; the generator's optimizer is restored, the discriminator's is not."""
import torch

NETS = ("gen", "dis")


def main(nets, loader, path):
    opts = {k: torch.optim.SGD(nets[k].parameters(), lr=0.01) for k in NETS}
    lrs = {k: torch.optim.lr_scheduler.StepLR(opts[k], 10) for k in NETS}
    d = torch.load(path)
    opts["gen"].load_state_dict(d["opt_gen"])
    lrs["gen"].load_state_dict(d["lr_gen"])
    lrs["dis"].load_state_dict(d["lr_dis"])  # expect: SCH102
    for _ in range(d["epoch"], 80):
        for x in loader:
            for k in NETS:
                opts[k].zero_grad()
                nets[k](x).mean().backward()
                opts[k].step()
        for k in NETS:
            lrs[k].step()
