import torch
class Base:
    def resume(self, path):
        state = torch.load(path)
        self.net.load_state_dict(state["net"])
        self.optim.load_state_dict(state["optim"])
        self.on_resume(state)
        self.epoch = state["epoch"]
    def on_resume(self, state):
        pass
    def fit(self, n):
        while self.epoch < n:
            self.run_epoch()
            self.epoch += 1
            s = {"net": self.net.state_dict(), "optim": self.optim.state_dict(), "epoch": self.epoch}
            self.on_save(s)
            torch.save(s, "last.pt")
    def on_save(self, s):
        pass
