from parts import make


def prepare(args):
    return make(args)
