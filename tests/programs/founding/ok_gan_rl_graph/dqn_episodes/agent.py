import random
from collections import deque

import torch


class DQN:
    def __init__(self, q, target, episodes):
        self.q, self.target = q, target
        self.memory = deque(maxlen=10000)
        self.optimizer = torch.optim.Adam(q.parameters(), lr=1e-3)
        self.lr_decay = torch.optim.lr_scheduler.StepLR(self.optimizer, step_size=episodes // 5, gamma=0.5)

    def learn(self, batch_size=32):
        if len(self.memory) < batch_size:
            return
        s, a, r, s2 = map(torch.stack, zip(*random.sample(self.memory, batch_size)))
        y = r + 0.99 * self.target(s2).max(1).values.detach()
        loss = torch.nn.functional.smooth_l1_loss(self.q(s).gather(1, a).squeeze(1), y)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
