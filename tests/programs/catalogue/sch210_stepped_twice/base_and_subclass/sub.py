"""The subclass's after_epoch() calls super() and steps once more."""
from base import Base


class Sub(Base):
    def after_epoch(self):
        super().after_epoch()
        print(self.scheduler.get_last_lr())
        self.scheduler.step()  # expect: SCH210


def main(net, loader):
    Sub(net).fit(loader, 50)
