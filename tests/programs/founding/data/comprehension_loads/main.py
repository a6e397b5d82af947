"""Side-effect comprehensions restore a list of schedulers first and the optimizers second."""
import torch


def main(nets, loader, path):
    opts = [torch.optim.SGD(n.parameters(), lr=0.1) for n in nets]
    scheds = [torch.optim.lr_scheduler.StepLR(o, 10) for o in opts]
    ck = torch.load(path)
    [s.load_state_dict(d) for s, d in zip(scheds, ck["scheds"])]  # expect: SCH101
    [o.load_state_dict(d) for o, d in zip(opts, ck["opts"])]
    for _ in range(ck["epoch"], 40):
        for x in loader:
            for n, o in zip(nets, opts):
                o.zero_grad()
                n(x).sum().backward()
                o.step()
        for s in scheds:
            s.step()
