"""Notebook: in the batch loop the scheduler's line comes before the optimizer's."""
# In[1]:
import math

import torch

xs = torch.linspace(-math.pi, math.pi, 2000)
ys = torch.sin(xs)
dl = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(xs[:, None], ys[:, None]), batch_size=50, shuffle=True)

# In[2]:
model = torch.nn.Sequential(torch.nn.Linear(1, 16), torch.nn.Tanh(), torch.nn.Linear(16, 1))
EPOCHS = 20
opt = torch.optim.AdamW(model.parameters(), lr=1e-2)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=EPOCHS * len(dl))

# In[3]:
for e in range(EPOCHS):
    for x, y in dl:
        loss = (model(x) - y).pow(2).mean()
        loss.backward()
        sched.step()  # expect: SCH203
        opt.step()
        opt.zero_grad()
