from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(4, 4)
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.body(x))

    def groups(self, lr=1.0):
        return [{"params": self.body.parameters(), "lr": 0.1 * lr}, {"params": self.head.parameters(), "lr": lr}]
