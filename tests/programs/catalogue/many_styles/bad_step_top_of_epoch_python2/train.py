from __future__ import print_function

import torch
import torch.optim as optim
from torch.optim import lr_scheduler


def train(epoch, model, optimizer, loader):
    model.train()
    for batch_idx, (data, target) in enumerate(loader):
        optimizer.zero_grad()
        loss = torch.nn.functional.nll_loss(model(data), target)
        loss.backward()
        optimizer.step()
        if batch_idx % 10 == 0:
            print('Train Epoch: {} Loss: {:.6f}'.format(epoch, loss.data[0]))


def main(model, loader, args):
    optimizer = optim.SGD(model.parameters(), lr=args.lr, momentum=args.momentum)
    scheduler = lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.5)
    for epoch in range(1, args.epochs + 1):
        scheduler.step()  # expect: SCH203
        train(epoch, model, optimizer, loader)
