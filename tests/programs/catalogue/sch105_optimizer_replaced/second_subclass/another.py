from base import Base


class Another(Base):
    def train_epoch(self, loader, epoch):
        for batch in loader:
            self.optimizer.zero_grad()
            self.model(batch).sum().backward()
            self.optimizer.step()
