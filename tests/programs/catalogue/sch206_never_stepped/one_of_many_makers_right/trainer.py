class Trainer:
    def __init__(self, args):
        self.args = args

    def train(self, loader, model, optimizer, scheduler):
        for batch in loader:
            loss = self.loss(model, batch)
            loss.backward()
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()


class Plain(Trainer):
    def loss(self, model, batch):
        return model(batch).mean()


class Squared(Trainer):
    def loss(self, model, batch):
        return model(batch).pow(2).mean()
