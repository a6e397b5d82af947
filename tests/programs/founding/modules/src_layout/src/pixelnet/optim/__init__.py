from .factories import make_optimizer, make_scheduler
