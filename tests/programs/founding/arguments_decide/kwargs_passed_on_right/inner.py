from torch.optim.lr_scheduler import CosineAnnealingLR


def train_loop(model, loader, optimizer, epochs=10, per_batch=False):
    sched = CosineAnnealingLR(optimizer, epochs)
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
            if per_batch:
                sched.step()
        if not per_batch:
            sched.step()
