"""An if/elif chooser of epoch schedules, stepped per epoch: silent."""
import torch
from schedulers import get_scheduler


def train(opt, net, dataset):
    optimizer = torch.optim.Adam(net.parameters(), lr=opt.lr, betas=(0.5, 0.999))
    scheduler = get_scheduler(optimizer, opt)
    loader = torch.utils.data.DataLoader(dataset, batch_size=opt.batch_size)
    for epoch in range(opt.n_epochs + opt.n_epochs_decay):
        for data in loader:
            optimizer.zero_grad()
            net(data).mean().backward()
            optimizer.step()
        scheduler.step()
