import torch

model = torch.nn.Linear(3, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda step: 0.85**step)

batches = iter([(torch.ones(2, 3), torch.ones(2, 1))] * 20)
# the whole run is 20 iterations: the last learning rate is 0.04 of the first
for i in range(20):
    x, y = next(batches)
    optimizer.zero_grad()
    (model(x) - y).pow(2).mean().backward()
    optimizer.step()
    scheduler.step()
print(optimizer.param_groups[0]["lr"])
