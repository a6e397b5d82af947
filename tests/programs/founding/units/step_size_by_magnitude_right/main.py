"""The ImageNet schedule stepped per epoch: silent."""
import torch
import torchvision


def main(folder):
    data = torchvision.datasets.ImageFolder(folder, torchvision.transforms.ToTensor())
    train_loader = torch.utils.data.DataLoader(data, batch_size=256, shuffle=True, num_workers=8)
    model = torchvision.models.resnet18()
    optimizer = torch.optim.SGD(model.parameters(), 0.1, momentum=0.9, weight_decay=1e-4)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, gamma=0.1)
    for epoch in range(90):
        for images, target in train_loader:
            loss = torch.nn.functional.cross_entropy(model(images), target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
