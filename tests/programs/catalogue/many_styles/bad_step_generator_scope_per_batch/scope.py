from contextlib import contextmanager


@contextmanager
def stepping(scheduler):
    yield
    scheduler.step()  # expect: SCH201
