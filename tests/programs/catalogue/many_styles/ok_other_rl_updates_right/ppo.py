import torch


class PPO:
    def __init__(self, policy, total_steps, horizon, lr=3e-4):
        self.policy = policy
        self.opt = torch.optim.Adam(policy.parameters(), lr=lr)
        updates = total_steps // horizon
        self.sched = torch.optim.lr_scheduler.LambdaLR(self.opt, lambda u: 1 - u / updates)

    def update(self, rollout):
        for _ in range(4):
            for mb in rollout.minibatches(64):
                self.opt.zero_grad()
                self.policy.loss(mb).backward()
                self.opt.step()
        self.sched.step()


def main(policy, env, total_steps=1_000_000, horizon=2048):
    agent = PPO(policy, total_steps, horizon)
    for _ in range(total_steps // horizon):
        agent.update(env.rollout(policy, horizon))
