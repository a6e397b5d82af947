import torch


def finish_epoch(kit):
    kit["sched"].step()  # expect: SCH205


def main(net, loader):
    kit = {"opt": torch.optim.Adam(net.parameters(), 1e-3)}
    kit["sched"] = torch.optim.lr_scheduler.ReduceLROnPlateau(kit["opt"], patience=3)
    for _ in range(30):
        for x in loader:
            kit["opt"].zero_grad()
            net(x).mean().backward()
            kit["opt"].step()
        finish_epoch(kit)
