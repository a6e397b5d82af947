"""One flat loop over environment steps; `if done:` moves the schedule that counts episodes: silent."""
import torch


def main(env, q, total_steps=200000, num_episodes=1000):
    opt = torch.optim.Adam(q.parameters(), lr=1e-3)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=num_episodes)
    obs, _ = env.reset()
    for step in range(total_steps):
        obs, reward, done, _, _ = env.step(env.action_space.sample())
        loss = (q(torch.as_tensor(obs)) - reward).pow(2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        if done:
            obs, _ = env.reset()
            lrs.step()
