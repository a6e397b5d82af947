import torch
from transformers import get_linear_schedule_with_warmup


class PPO:
    """One optimizer step and one scheduler step for every pass over the episode: there are no batches."""

    def __init__(self, net, num_training_steps=10000):
        self.net = net
        self.optimizer = torch.optim.AdamW(net.parameters(), lr=3e-4)
        self.scheduler = get_linear_schedule_with_warmup(
            self.optimizer, num_warmup_steps=1000, num_training_steps=num_training_steps
        )

    def update(self, x, y):
        for epoch in range(4):
            self.optimizer.zero_grad()
            (self.net(x) - y).pow(2).mean().backward()
            self.optimizer.step()
            self.scheduler.step()


agent = PPO(torch.nn.Linear(3, 1))
for episode in range(2500):  # 2500 episodes of 4 updates: 10000 steps
    agent.update(torch.randn(8, 3), torch.randn(8, 1))
