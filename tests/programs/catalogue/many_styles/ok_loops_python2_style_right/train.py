from __future__ import print_function, division

import time

import torch
import torch.optim as optim
from torch.autograd import Variable
from torch.optim import lr_scheduler


def train_model(model, criterion, optimizer, scheduler, dataloaders, num_epochs=25):
    since = time.time()
    for epoch in range(num_epochs):
        print('Epoch {}/{}'.format(epoch, num_epochs - 1))
        for phase in ['train', 'val']:
            if phase == 'train':
                model.train(True)
            else:
                model.train(False)
            for data in dataloaders[phase]:
                inputs, labels = data
                inputs, labels = Variable(inputs.cuda()), Variable(labels.cuda())
                optimizer.zero_grad()
                loss = criterion(model(inputs), labels)
                if phase == 'train':
                    loss.backward()
                    optimizer.step()
            if phase == 'train':
                scheduler.step()
    print('%.0fm' % ((time.time() - since) // 60))
    return model


def main(model, dataloaders):
    optimizer_ft = optim.SGD(model.parameters(), lr=0.001, momentum=0.9)
    exp_lr_scheduler = lr_scheduler.StepLR(optimizer_ft, step_size=7, gamma=0.1)
    train_model(model, torch.nn.CrossEntropyLoss(), optimizer_ft, exp_lr_scheduler, dataloaders)
