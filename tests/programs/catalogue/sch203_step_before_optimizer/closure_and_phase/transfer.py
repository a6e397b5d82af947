"""`for phase in [train, val]`: the scheduler is stepped when the training phase begins."""
import torch


def train_model(model, dataloaders, criterion, optimizer, scheduler, num_epochs=25):
    for _ in range(num_epochs):
        for phase in ["train", "val"]:
            if phase == "train":
                scheduler.step()  # expect: SCH203
                model.train()
            else:
                model.eval()
            for inputs, labels in dataloaders[phase]:
                optimizer.zero_grad()
                with torch.set_grad_enabled(phase == "train"):
                    loss = criterion(model(inputs), labels)
                    if phase == "train":
                        loss.backward()
                        optimizer.step()
    return model


def main(model, dataloaders):
    optimizer = torch.optim.SGD(model.fc.parameters(), lr=0.001, momentum=0.9)
    exp_lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7, gamma=0.1)
    train_model(model, dataloaders, torch.nn.CrossEntropyLoss(), optimizer, exp_lr_scheduler)
