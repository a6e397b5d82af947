import deepspeed
import torch


def main(net, loader, args):
    opt = torch.optim.AdamW(net.parameters(), 1e-4)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(1.0, s / 100))
    engine, opt, _, sched = deepspeed.initialize(args=args, model=net, optimizer=opt, lr_scheduler=sched)
    for _ in range(args.epochs):
        for x in loader:
            loss = engine(x).mean()
            engine.backward(loss)
            engine.step()
        engine.save_checkpoint(args.out)
