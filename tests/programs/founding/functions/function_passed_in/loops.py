def for_each_batch(loader, fn):
    for index, batch in enumerate(loader):
        fn(index, batch)


def for_each_epoch(count, body):
    for number in range(count):
        body(number)
