import contextlib


@contextlib.contextmanager
def update(optimizer, scheduler):
    optimizer.zero_grad()
    yield
    optimizer.step()
    scheduler.step()
