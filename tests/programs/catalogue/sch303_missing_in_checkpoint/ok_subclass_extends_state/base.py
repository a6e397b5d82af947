import torch
class Base:
    def get_state(self):
        return {"net": self.net.state_dict(), "opt": self.opt.state_dict(), "epoch": self.epoch}
    def set_state(self, s):
        self.net.load_state_dict(s["net"])
        self.opt.load_state_dict(s["opt"])
        self.epoch = s["epoch"]
    def save(self, path):
        torch.save(self.get_state(), path)
    def load(self, path):
        self.set_state(torch.load(path))
