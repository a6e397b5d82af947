import functools
import time


def timed(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        t0 = time.time()
        result = fn(*args, **kwargs)
        print(f"{fn.__name__}: {time.time() - t0:.1f}s")
        return result

    return wrapper


def retry(times):
    def outer(fn):
        def inner(*a, **k):
            for attempt in range(times):
                try:
                    return fn(*a, **k)
                except RuntimeError as err:
                    if attempt + 1 == times:
                        raise err

        return inner

    return outer
