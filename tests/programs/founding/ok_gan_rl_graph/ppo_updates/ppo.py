"""PPO: LambdaLR over num_updates, stepped after each rollout; epochs and minibatches are inside the update."""
import torch
from torch.optim.lr_scheduler import LambdaLR


def main(agent, envs, total_timesteps=1_000_000, num_steps=128, num_envs=8, update_epochs=4):
    num_updates = total_timesteps // (num_steps * num_envs)
    optimizer = torch.optim.Adam(agent.parameters(), lr=2.5e-4, eps=1e-5)
    anneal = LambdaLR(optimizer, lambda update: 1.0 - update / num_updates)
    obs = envs.reset()
    for update in range(num_updates):
        rollout = []
        for _ in range(num_steps):
            with torch.no_grad():
                action = agent.act(obs)
            obs, reward, done, _ = envs.step(action)
            rollout.append((obs, action, reward, done))
        for _ in range(update_epochs):
            for minibatch in torch.randperm(len(rollout)).split(32):
                loss = agent.loss([rollout[i] for i in minibatch])
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(agent.parameters(), 0.5)
                optimizer.step()
        anneal.step()
