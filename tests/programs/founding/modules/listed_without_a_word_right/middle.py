from parts import make

KINDS = {"small": make}


def prepare(args, kind="small"):
    if kind in KINDS:
        return KINDS[kind](args)
    raise ValueError(kind)
