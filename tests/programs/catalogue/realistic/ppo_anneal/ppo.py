"""PPO: the anneal is built anew for each iteration of the outer loop although the optimizer lives on."""
import torch
from rollout import collect


class PPO:
    def __init__(self, actor, critic, lr=3e-4, iterations=500):
        self.actor, self.critic, self.iterations = actor, critic, iterations
        self.optimizer = torch.optim.Adam([*actor.parameters(), *critic.parameters()], lr=lr)

    def learn(self, env):
        for _ in range(self.iterations):
            anneal = torch.optim.lr_scheduler.LinearLR(  # expect: SCH207
                self.optimizer, 1.0, 0.0, total_iters=self.iterations
            )
            batch = collect(env, self.actor)
            for _ in range(10):
                loss = self.loss(batch)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
            anneal.step()

    def loss(self, batch):
        value = self.critic(batch["obs"])
        return (value - batch["ret"]).pow(2).mean() - self.actor(batch["obs"]).mean()
