"""Flat script: the optimizer is swapped for AdamW a few lines after the scheduler took the first one."""
import torch

model = torch.nn.GRU(16, 32)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [60, 80])
loader = torch.utils.data.DataLoader(torch.randn(100, 5, 16), batch_size=10)

# AdamW works better here
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)  # expect: SCH105
for epoch in range(100):
    for batch in loader:
        optimizer.zero_grad()
        model(batch)[0].pow(2).mean().backward()
        optimizer.step()
    scheduler.step()
