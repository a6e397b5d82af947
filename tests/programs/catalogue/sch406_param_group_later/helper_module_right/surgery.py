import torch


def attach_head(net, optimizer, classes):
    net.head = torch.nn.Linear(net.width, classes)
    optimizer.add_param_group({"params": net.head.parameters()})
