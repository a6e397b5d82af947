import os
import time

import torch


class Trainer:
    def __init__(self, model, optimizer, scheduler, save_path):
        self.model, self.optimizer, self.scheduler = model, optimizer, scheduler
        self.save_path = f"{save_path}/{time.strftime('%H-%M-%S')}"

    def train(self, loader, epochs):
        for epoch in range(epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.model(x).mean().backward()
                self.optimizer.step()
            self.scheduler.step()
            state = {"optimizer": self.optimizer.state_dict(), "scheduler": self.scheduler.state_dict()}
            torch.save(state, os.path.join(self.save_path, "best.pt"))

    def load_best(self):
        state = torch.load(os.path.join(self.save_path, "best.pt"))
        self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler.load_state_dict(state["scheduler"])
