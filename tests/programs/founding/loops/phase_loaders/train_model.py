"""dataloaders[phase] of the transfer-learning tutorial: the step stands in the batch loop of the train phase."""
import copy

import torch
from torch.optim import lr_scheduler


def train_model(model, criterion, optimizer, scheduler, dataloaders, num_epochs=25):
    best = copy.deepcopy(model.state_dict())
    best_acc = 0.0
    for epoch in range(num_epochs):
        for phase in ["train", "val"]:
            model.train(phase == "train")
            hits = 0
            for inputs, labels in dataloaders[phase]:
                optimizer.zero_grad()
                with torch.set_grad_enabled(phase == "train"):
                    outputs = model(inputs)
                    loss = criterion(outputs, labels)
                    if phase == "train":
                        loss.backward()
                        optimizer.step()
                        scheduler.step()  # expect: SCH201
                hits += (outputs.argmax(1) == labels).sum().item()
            if phase == "val" and hits > best_acc:
                best_acc, best = hits, copy.deepcopy(model.state_dict())
    model.load_state_dict(best)
    return model


def main(model, datasets):
    loaders = {k: torch.utils.data.DataLoader(datasets[k], batch_size=4, shuffle=True) for k in ["train", "val"]}
    optimizer_ft = torch.optim.SGD(model.parameters(), lr=0.001, momentum=0.9)
    exp_lr_scheduler = lr_scheduler.StepLR(optimizer_ft, step_size=7, gamma=0.1)
    return train_model(model, torch.nn.CrossEntropyLoss(), optimizer_ft, exp_lr_scheduler, loaders, num_epochs=25)
