"""T_max comes from the data's length and the lr from the environment in one script: unknown, silent."""
import torch


def main(net, dataset):
    dl = torch.utils.data.DataLoader(dataset, batch_size=10)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=90 * len(dl))
    for _ in range(90):
        for x in dl:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sch.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sch": sch.state_dict()}, "u.pt")
