"""Base has the build hooks; the subclass restores between them."""
import torch
from core.module import Module


class Denoiser(Module):
    def __init__(self, net, ckpt=None):
        super().__init__(net)
        self.first = 0
        self.setup_optim(1e-2)
        state = torch.load(ckpt) if ckpt else None
        if state is not None:
            self.restore(state)
        self.setup_sched()
        if state is not None:
            self.sched.load_state_dict(state["sched"])

    def restore(self, state):
        super().restore(state)
        self.first = state["epoch"] + 1

    def fit(self, loader, n=50):
        for e in range(self.first, n):
            for noisy, clean in loader:
                self.optim.zero_grad()
                (self.net(noisy) - clean).pow(2).mean().backward()
                self.optim.step()
            self.sched.step()


if __name__ == "__main__":
    Denoiser(torch.nn.Conv1d(1, 1, 3), "last.pt").fit([])
