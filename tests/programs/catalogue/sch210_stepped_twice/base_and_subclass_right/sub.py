"""The subclass's after_epoch() replaces the base class's."""
from base import Base


class Sub(Base):
    def after_epoch(self):
        print(self.scheduler.get_last_lr())
        self.scheduler.step()


def main(net, loader):
    Sub(net).fit(loader, 50)
