def train_one_epoch(model, data_loader, optimizer, scheduler):
    model.train()
    for images, targets in data_loader:
        loss = model(images, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()  # expect: SCH201
