import torch

model = torch.nn.Linear(2, 2)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=200)
for epoch in range(1, 201):
    scheduler.step(epoch)  # expect: SCH203
    for x in torch.ones(10, 1, 2):
        optimizer.zero_grad()
        model(x).sum().backward()
        optimizer.step()
