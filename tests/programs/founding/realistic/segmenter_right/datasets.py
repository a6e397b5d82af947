import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone, self.head = nn.Conv2d(3, 8, 3, padding=1), nn.Conv2d(8, 19, 1)

    def forward(self, x):
        return self.head(self.backbone(x))


def build(root):
    fake = torch.utils.data.TensorDataset(torch.randn(16, 3, 32, 32), torch.randint(19, (16, 32, 32)))
    return Net(), fake, fake
