"""enumerate() from 1, a gradient scaler, updates at the last batch too."""
import torch


def train(model, loader, args):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.cuda.amp.GradScaler()
    sched = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=args.epochs * len(loader))
    for epoch in range(args.epochs):
        for i, (x, y) in enumerate(loader, 1):
            with torch.autocast("cuda"):
                loss = model(x, y) / args.accum
            scaler.scale(loss).backward()
            sched.step()  # expect: SCH203
            if i % args.accum == 0 or i == len(loader):
                scaler.step(optimizer)
                scaler.update()
                optimizer.zero_grad()
