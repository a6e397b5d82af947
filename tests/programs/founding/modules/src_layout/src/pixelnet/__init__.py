from pixelnet.optim import make_optimizer, make_scheduler

__all__ = ["make_optimizer", "make_scheduler"]
