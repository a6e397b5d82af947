import torch


def train(model, optimizer, loader, epoch):
    model.train()
    for i, (x, y) in enumerate(loader):
        loss = torch.nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if i % 50 == 0:
            print(epoch, i, loss.item())


@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    print(sum((model(x).argmax(1) == y).sum() for x, y in loader))
