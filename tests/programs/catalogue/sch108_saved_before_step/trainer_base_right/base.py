import torch


class BaseTrainer:
    def __init__(self, net, epochs):
        self.net, self.epochs, self.epoch = net, epochs, 0
        self.opt = torch.optim.SGD(net.parameters(), lr=0.05)
        self.sched = torch.optim.lr_scheduler.MultiStepLR(self.opt, [30, 60], 0.1)

    def state(self):
        return {
            "net": self.net.state_dict(),
            "opt": self.opt.state_dict(),
            "sched": self.sched.state_dict(),
            "epoch": self.epoch,
        }

    def restore(self, path):
        state = torch.load(path)
        self.net.load_state_dict(state["net"])
        self.opt.load_state_dict(state["opt"])
        self.sched.load_state_dict(state["sched"])
        self.epoch = state["epoch"] + 1

    def after_epoch(self):
        self.sched.step()
        torch.save(self.state(), "trainer.pt")
