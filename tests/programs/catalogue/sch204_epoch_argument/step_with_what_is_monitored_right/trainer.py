class Trainer:
    """Steps a schedule with what its configuration watches, or with nothing."""

    def __init__(self, model, optimizer, plan):
        self.model, self.optimizer, self.plan = model, optimizer, plan

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            for batch in loader:
                self.model(batch).sum().backward()
                self.optimizer.step()
                self.optimizer.zero_grad()
            self.turn(self.model.watched())

    def turn(self, watched):
        monitor = watched[self.plan["monitor"]]
        if monitor:
            self.plan["scheduler"].step(monitor)
        else:
            self.plan["scheduler"].step()
