class Logger:
    def __init__(self, scheduler):
        self.scheduler = scheduler

    def write(self, epoch, loss):
        print(f"{epoch:3d} lr={self.scheduler.get_lr()[0]:.2e} loss={loss:.3f}")  # expect: SCH403
