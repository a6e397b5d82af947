"""A builder returns a dict {"optimizer", "scheduler", "loader"}; the epoch schedule is stepped per batch."""
import torch
from torch.utils.data import DataLoader


def setup(cfg, dataset):
    net = torch.nn.LSTM(cfg["in"], cfg["hidden"], batch_first=True)
    opt = torch.optim.Adam(net.parameters(), lr=cfg["lr"])
    return {
        "net": net,
        "optimizer": opt,
        "scheduler": torch.optim.lr_scheduler.CosineAnnealingLR(opt, cfg["num_epochs"], eta_min=1e-6),
        "loader": DataLoader(dataset, batch_size=cfg["bs"], shuffle=True),
    }


def main(cfg, dataset):
    kit = setup(cfg, dataset)
    for epoch in range(cfg["num_epochs"]):
        for seq, target in kit["loader"]:
            kit["optimizer"].zero_grad()
            out, _ = kit["net"](seq)
            torch.nn.functional.mse_loss(out[:, -1], target).backward()
            kit["optimizer"].step()
            kit["scheduler"].step()  # expect: SCH201
        torch.save(kit["net"].state_dict(), f"net_{epoch}.pt")
