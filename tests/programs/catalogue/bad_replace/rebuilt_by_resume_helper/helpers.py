import torch


def make_optimizer(net, lr):
    return torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)  # accept: SCH105


def load(net, path, lr):
    ck = torch.load(path)
    net.load_state_dict(ck["net"])
    optimizer = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)  # expect: SCH105
    optimizer.load_state_dict(ck["optimizer"])
    return optimizer, ck["epoch"]
