import torch
from torch import nn
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader


def copied(opt):
    if isinstance(opt, list):
        return [copied(value) for value in opt]
    return opt


def main(opt, dataset):
    opt = copied(opt)
    loader = DataLoader(dataset, batch_size=1)
    opt["len_train_dataloader"] = len(loader)
    args = opt["train"]
    optimizer = torch.optim.Adam(nn.Linear(2, 2).parameters(), lr=1e-3)
    scheduler = lr_scheduler.LambdaLR(optimizer, lambda epoch: 1.0 - epoch / (args["n_epoch"] + 1))
    for epoch in range(args["n_epoch"]):
        for x in loader:
            optimizer.step()
        scheduler.step()
