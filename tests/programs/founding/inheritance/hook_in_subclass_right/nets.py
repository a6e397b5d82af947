import torch


def resnet20():
    return torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(3072, 10))


def loader():
    ds = torch.utils.data.TensorDataset(torch.randn(256, 3, 32, 32), torch.randint(10, (256,)))
    return torch.utils.data.DataLoader(ds, batch_size=64, shuffle=True)
