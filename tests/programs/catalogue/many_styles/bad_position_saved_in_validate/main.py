import torch
from validate import validate


def main(net, train, val, args):
    optimizer = torch.optim.AdamW(net.parameters(), args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 20)
    start = 0
    if args.resume:
        ck = torch.load(args.resume)
        net.load_state_dict(ck["net"])
        optimizer.load_state_dict(ck["optimizer"])
        scheduler.load_state_dict(ck["scheduler"])
        start = ck["epoch"] + 1
    for epoch in range(start, args.epochs):
        for x in train:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        validate(net, val, optimizer, scheduler, epoch)
        scheduler.step()
