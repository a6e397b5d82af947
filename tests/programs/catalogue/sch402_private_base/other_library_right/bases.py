class _LRScheduler:
    def advance(self):
        raise NotImplementedError
