import torch
from torch.cuda.amp import GradScaler, autocast
from torch.nn.parallel import DistributedDataParallel as DDP
from utils import resume


def main(net, loader, args):
    net = DDP(net.cuda(args.gpu), device_ids=[args.gpu])
    optimizer = torch.optim.SGD(net.parameters(), args.lr, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs)
    scaler = GradScaler()
    start = resume(args.resume, net, optimizer, scaler) if args.resume else 0
    for epoch in range(start, args.epochs):
        loader.sampler.set_epoch(epoch)
        for x, y in loader:
            with autocast():
                loss = torch.nn.functional.cross_entropy(net(x), y)
            optimizer.zero_grad()
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
        scheduler.step()
