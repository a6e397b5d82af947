"""Side-effect comprehensions restore the optimizers first: silent."""
import torch


def main(nets, loader, path):
    opts = [torch.optim.SGD(n.parameters(), lr=0.1) for n in nets]
    scheds = [torch.optim.lr_scheduler.StepLR(o, 10) for o in opts]
    ck = torch.load(path)
    [o.load_state_dict(d) for o, d in zip(opts, ck["opts"])]
    [s.load_state_dict(d) for s, d in zip(scheds, ck["scheds"])]
    for _ in range(ck["epoch"], 40):
        for x in loader:
            for n, o in zip(nets, opts):
                o.zero_grad()
                n(x).sum().backward()
                o.step()
        for s in scheds:
            s.step()
