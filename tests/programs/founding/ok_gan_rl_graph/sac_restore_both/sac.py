"""SAC: three optimizers in one checkpoint, all restored before their schedulers; steps per gradient step."""
import torch
from torch.optim.lr_scheduler import LinearLR


class SAC:
    def __init__(self, actor, critic, total_grad_steps):
        self.actor, self.critic = actor, critic
        self.log_alpha = torch.zeros(1, requires_grad=True)
        self.opts = {
            "actor": torch.optim.Adam(actor.parameters(), lr=3e-4),
            "critic": torch.optim.Adam(critic.parameters(), lr=3e-4),
            "alpha": torch.optim.Adam([self.log_alpha], lr=3e-4),
        }
        self.lrs = {k: LinearLR(o, 1.0, 0.1, total_iters=total_grad_steps) for k, o in self.opts.items()}

    def update(self, batch):
        for name in ("critic", "actor", "alpha"):
            self.opts[name].zero_grad()
            self.loss(name, batch).backward()
            self.opts[name].step()
            self.lrs[name].step()

    def loss(self, name, batch):
        return getattr(self, name)(batch).mean() if name != "alpha" else self.log_alpha.exp()

    def load(self, path):
        d = torch.load(path)
        for name in self.opts:
            self.opts[name].load_state_dict(d["opts"][name])
            self.lrs[name].load_state_dict(d["lrs"][name])


def main(actor, critic, buffer, path=None, total=100000):
    agent = SAC(actor, critic, total)
    if path:
        agent.load(path)
    for _ in range(total):
        agent.update(buffer.sample(256))
