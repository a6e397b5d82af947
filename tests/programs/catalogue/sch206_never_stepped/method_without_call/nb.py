"""Notebook: `scheduler.step` without parentheses steps nothing."""
import torch

from prep import train_dl

model = torch.nn.LSTM(10, 20)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.9)  # expect: SCH206

# %%
for epoch in range(10):
    for seq in train_dl:
        optimizer.zero_grad()
        model(seq)[0].pow(2).mean().backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 0.25)
        optimizer.step()
    scheduler.step
