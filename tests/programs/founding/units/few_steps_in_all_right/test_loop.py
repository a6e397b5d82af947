import torch
from torch.utils.data import DataLoader, TensorDataset
from loop import train


def test_scheduler_is_stepped():
    model = torch.nn.Linear(3, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1)
    loader = DataLoader(TensorDataset(torch.ones(8, 3), torch.ones(8, 1)), batch_size=4)
    train(model, optimizer, loader, epochs=2, lr_scheduler=scheduler)
    assert scheduler.last_epoch == 4
