import os, torch
from model import Net
from data import loader
model = Net()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
last = -1
if os.path.exists("c.pt"):
    c = torch.load("c.pt")
    model.load_state_dict(c["model"])
    optimizer.load_state_dict(c["optimizer"])
    last = c["epoch"]
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10, last_epoch=last)
for epoch in range(last + 1, 50):
    for x, y in loader:
        optimizer.zero_grad()
        model(x, y).backward()
        optimizer.step()
    scheduler.step()
    torch.save({"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict()}, "c.pt")
