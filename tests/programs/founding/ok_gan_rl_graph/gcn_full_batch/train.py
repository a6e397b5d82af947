"""GCN: full-batch, one optimizer step per epoch, scheduler in the same loop."""
import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid
from torch_geometric.nn import GCNConv


class Net(torch.nn.Module):
    def __init__(self, i, h, o):
        super().__init__()
        self.conv1, self.conv2 = GCNConv(i, h), GCNConv(h, o)

    def forward(self, x, e):
        return self.conv2(F.relu(self.conv1(x, e)), e)


def main(epochs=200):
    data = Planetoid("data", "Cora")[0]
    model = Net(1433, 16, 7)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for epoch in range(1, epochs + 1):
        model.train()
        optimizer.zero_grad()
        out = model(data.x, data.edge_index)
        F.cross_entropy(out[data.train_mask], data.y[data.train_mask]).backward()
        optimizer.step()
        scheduler.step()


if __name__ == "__main__":
    main()
