"""Everything is a module global; the schedule moves per epoch: silent."""
import torch

EPOCHS = 80
model = torch.nn.Linear(6, 6)
optimizer = None
scheduler = None


def init():
    global optimizer, scheduler
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[EPOCHS // 2])


def train(epoch, loader):
    for x, y in loader:
        optimizer.zero_grad()
        (model(x) - y).abs().mean().backward()
        optimizer.step()
    scheduler.step()


if __name__ == "__main__":
    init()
    batches = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(60, 6), torch.randn(60, 6)), 6)
    for epoch in range(EPOCHS):
        train(epoch, batches)
