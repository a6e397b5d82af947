def train(model, optimizer, loader, epochs, lr_scheduler=None):
    for epoch in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            (model(x) - y).pow(2).mean().backward()
            optimizer.step()
            if lr_scheduler:
                lr_scheduler.step()
