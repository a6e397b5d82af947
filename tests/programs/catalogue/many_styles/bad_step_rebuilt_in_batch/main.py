import torch


def make(optimizer):
    return torch.optim.lr_scheduler.StepLR(optimizer, step_size=10)  # expect: SCH207


def main(net, loader, epochs=30):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    for epoch in range(epochs):
        scheduler = make(optimizer)
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        scheduler.step()
