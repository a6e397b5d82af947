class LRScheduler:
    """Steps a scheduler of torch with every event but the first, as ignite's does when attached to ITERATION_STARTED."""

    def __init__(self, lr_scheduler):
        self.lr_scheduler = lr_scheduler
        self._begun = False

    def __call__(self, engine):
        if self._begun:
            self.lr_scheduler.step()
        self._begun = True
