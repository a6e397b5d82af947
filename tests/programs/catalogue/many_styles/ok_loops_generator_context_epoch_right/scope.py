from contextlib import contextmanager


@contextmanager
def epoch_scope(scheduler, number):
    print("epoch", number)
    yield number
    scheduler.step()
