import torch

model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2))
# every group has its own rate: AdamW's default of 1e-3 is used by none
optimizer = torch.optim.AdamW([{"params": model[0].parameters(), "lr": 3e-4}, {"params": model[1].parameters(), "lr": 3e-4}])
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10)
for epoch in range(5):
    optimizer.step()
    scheduler.step()
    torch.save({"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, "last.pt")
