import torch
from sklearn.model_selection import KFold


def main(net, data, make_loader, epochs=20):
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    for epoch in range(epochs):
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)  # expect: SCH207
        for x in make_loader(data):
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
