"""The checkpoint is written at an improvement only, where num_bad_epochs is 0, and `best` is set by hand: nothing is lost."""
import torch


class Trainer:
    def __init__(self, model, resume):
        self.model = model
        self.optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
        if resume:
            state = torch.load("best.pt")
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(self.optimizer, patience=3)

    def run(self, loader, valid, epochs):
        best = valid(self.model)
        self.scheduler.best = best
        for epoch in range(epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.model(x).sum().backward()
                self.optimizer.step()
            loss = valid(self.model)
            if loss < best:
                best = loss
                torch.save({"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}, "best.pt")
            self.scheduler.step(loss)
