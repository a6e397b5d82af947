from __future__ import print_function

import torch.optim as optim
from torch.optim import lr_scheduler


def train_model(model, criterion, optimizer, scheduler, dataloaders, num_epochs=25):
    for epoch in range(num_epochs):
        for phase in ['train', 'val']:
            running = 0.0
            for inputs, labels in dataloaders[phase]:
                optimizer.zero_grad()
                loss = criterion(model(inputs), labels)
                if phase == 'train':
                    loss.backward()
                    optimizer.step()
                running += loss.item()
            if phase == 'train':
                scheduler.step()  # expect: SCH205
            print('{} Loss: {:.4f}'.format(phase, running))


def main(model, criterion, dataloaders):
    optimizer_ft = optim.SGD(model.parameters(), lr=0.001)
    plateau = lr_scheduler.ReduceLROnPlateau(optimizer_ft, 'min', patience=3)
    train_model(model, criterion, optimizer_ft, plateau, dataloaders)
