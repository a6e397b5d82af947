"""Notebook: the lambda's horizon is in batches, the step in updates."""
import torch
from torch.utils.data import DataLoader, TensorDataset

dl = DataLoader(TensorDataset(torch.randn(320, 5), torch.randn(320, 1)), batch_size=4)
net = torch.nn.Linear(5, 1)
EPOCHS, ACC = 6, 2
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
num_batches = EPOCHS * len(dl)
sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda step: max(0.0, 1 - step / num_batches))

# %%
for e in range(EPOCHS):
    for i, (x, y) in enumerate(dl):
        (torch.nn.functional.mse_loss(net(x), y) / ACC).backward()
        if i % ACC == ACC - 1:
            opt.step()
            opt.zero_grad()
            sched.step()  # expect: SCH209
