def run_epoch(model, loader, optimizer=None, scheduler=None):
    """Trains when an optimizer is given, else evaluates."""
    training = optimizer is not None
    model.train(training)
    total = 0.0
    for x, y in loader:
        loss = model.loss(x, y)
        if training:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if scheduler is not None:
                scheduler.step()  # expect: SCH201
        total += loss.item()
    return total / len(loader)
