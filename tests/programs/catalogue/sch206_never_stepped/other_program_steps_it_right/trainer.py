import torch


class Trainer:
    def __init__(self, agent):
        self.agent = agent
        self.optimizer = torch.optim.AdamW(agent.parameters(), lr=0.1)
        self.scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(self.optimizer, mode="max")

    def train_episode(self, x, y):
        self.optimizer.zero_grad()
        loss = (self.agent(x) - y).pow(2).mean()
        loss.backward()
        self.optimizer.step()
        return -loss.item()

    def train(self, x, y):
        for episode in range(100):
            self.scheduler.step(self.train_episode(x, y))


if __name__ == "__main__":
    Trainer(torch.nn.Linear(3, 1)).train(torch.ones(2, 3), torch.ones(2, 1))
