import torch
from torch.optim.swa_utils import SWALR, AveragedModel


def main(net, loader, epochs=100, swa_start=75):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    swa_model = AveragedModel(net)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    swa_scheduler = SWALR(opt, swa_lr=0.05)
    for epoch in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
        if epoch > swa_start:
            swa_model.update_parameters(net)
            swa_scheduler.step()
        else:
            scheduler.step()
    torch.optim.swa_utils.update_bn(loader, swa_model)
