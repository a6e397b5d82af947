def forever(loader):
    while True:
        yield from loader
