def batches(loader, epochs):
    for epoch in range(epochs):
        for i, x in enumerate(loader):
            yield epoch, i, x
