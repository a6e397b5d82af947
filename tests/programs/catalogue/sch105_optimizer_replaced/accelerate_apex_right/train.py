"""prepare(), amp.initialize() and DDP hand the same objects back."""
import torch
from accelerate import Accelerator


def with_accelerate(model, loader, epochs):
    accelerator = Accelerator()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
    for _ in range(epochs):
        for x, y in loader:
            accelerator.backward(torch.nn.functional.cross_entropy(model(x), y))
            optimizer.step()
            optimizer.zero_grad()
        scheduler.step()


def with_apex(model, loader, epochs):
    from apex import amp

    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    model, optimizer = amp.initialize(model, optimizer, opt_level="O1")
    model = torch.compile(torch.nn.parallel.DistributedDataParallel(model))
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            with amp.scale_loss(torch.nn.functional.cross_entropy(model(x), y), optimizer) as scaled:
                scaled.backward()
            optimizer.step()
        scheduler.step()
