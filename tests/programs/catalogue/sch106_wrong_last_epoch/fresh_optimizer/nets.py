import torch


class UNet(torch.nn.Conv2d):
    def __init__(self):
        super().__init__(1, 1, 3, padding=1)


def batches():
    for _ in range(10):
        yield torch.randn(2, 1, 8, 8), torch.rand(2, 1, 8, 8)
