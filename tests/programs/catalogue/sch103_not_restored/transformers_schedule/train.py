import torch
from transformers import get_linear_schedule_with_warmup

from data import args, loader, model

optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = get_linear_schedule_with_warmup(optimizer, 100, args.epochs * len(loader))
start = 0
if args.resume:
    checkpoint = torch.load(args.resume)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])  # expect: SCH103
    start = checkpoint["epoch"]
for epoch in range(start, args.epochs):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        scheduler.step()
    states = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}
    torch.save(states, "last.pt")  # expect: SCH303
