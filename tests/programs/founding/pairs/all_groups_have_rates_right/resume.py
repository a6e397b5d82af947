import torch

model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2))
optimizer = torch.optim.AdamW([{"params": model[0].parameters()}, {"params": model[1].parameters()}], lr=3e-4)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10)
state = torch.load("last.pt")
optimizer.load_state_dict(state["optimizer"])
scheduler.load_state_dict(state["scheduler"])
for epoch in range(5, 10):
    optimizer.step()
    scheduler.step()
