"""DeepSpeed was given no scheduler: the loop steps it."""
import deepspeed
import torch


def main(args, model, loader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    total = args.epochs * len(loader)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / total))
    engine, _, _, _ = deepspeed.initialize(args=args, model=model, optimizer=optimizer)
    for _ in range(args.epochs):
        for batch in loader:
            loss = engine(batch)
            engine.backward(loss)
            engine.step()
            scheduler.step()
