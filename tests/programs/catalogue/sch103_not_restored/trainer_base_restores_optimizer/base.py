import torch
class BaseTrainer:
    def __init__(self, model, optimizer, cfg):
        self.model, self.optimizer, self.cfg = model, optimizer, cfg
        self.start_epoch = 1
        if cfg.get("resume"):
            self._resume(cfg["resume"])
    def _resume(self, path):
        state = torch.load(str(path), map_location="cpu")
        self.start_epoch = state["epoch"] + 1
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])  # expect: SCH103
    def train(self):
        for epoch in range(self.start_epoch, self.cfg["epochs"] + 1):
            self._train_epoch(epoch)
            self._save(epoch)
    def _save(self, epoch):
        torch.save({"epoch": epoch, "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}, f"ckpt-{epoch}.pth")  # expect: SCH303
