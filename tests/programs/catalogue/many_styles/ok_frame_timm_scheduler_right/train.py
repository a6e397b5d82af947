import timm
import torch
from timm.scheduler import create_scheduler_v2


def main(args, loader):
    model = timm.create_model("resnet18")
    optimizer = timm.optim.create_optimizer_v2(model, opt="adamw", lr=args.lr)
    lr_scheduler, num_epochs = create_scheduler_v2(optimizer, sched="cosine", num_epochs=args.epochs, warmup_epochs=5)
    start = 0
    if args.resume:
        ck = torch.load(args.resume)
        model.load_state_dict(ck["model"])
        optimizer.load_state_dict(ck["optimizer"])
        start = ck["epoch"] + 1
        lr_scheduler.step(start)
    for epoch in range(start, num_epochs):
        num_updates = epoch * len(loader)
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            num_updates += 1
            lr_scheduler.step_update(num_updates=num_updates)
        lr_scheduler.step(epoch + 1)
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, "last.pth")
