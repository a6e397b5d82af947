import torch
from transformers import get_constant_schedule

from data import args, loader, model

optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
start = 0
if args.resume:
    checkpoint = torch.load(args.resume)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    start = checkpoint["epoch"]
scheduler = get_constant_schedule(optimizer)
for epoch in range(start, args.epochs):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        scheduler.step()
    states = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}
    torch.save(states, "last.pt")
