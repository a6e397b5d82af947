_MAKERS = {}


def register(name):
    def wrap(fn):
        _MAKERS[name] = fn
        return fn
    return wrap


def build(name, *args, **kwargs):
    return _MAKERS[name](*args, **kwargs)
