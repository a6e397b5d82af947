import torch


@torch.no_grad()
def collect(env, actor):
    observations, returns = [], []
    obs = env.reset()
    for _ in range(128):
        obs, reward, done, _ = env.step(actor(obs))
        observations.append(obs)
        returns.append(reward)
    return {"obs": torch.stack(observations), "ret": torch.tensor(returns)}
