import torch
from torch import nn
from torch.optim import lr_scheduler


class Generator:
    """Trained elsewhere; its optimizer has no scheduler."""

    def __init__(self, opt):
        self.net = nn.Linear(2, 2)
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        state = torch.load("{}_opt.pth".format(opt["path"]["resume"]))
        self.optimizer.load_state_dict(state["optimizer"])


class Detector:
    def __init__(self, opt):
        self.opt = opt
        self.net = nn.Linear(2, 2)
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        self.scheduler = lr_scheduler.StepLR(self.optimizer, opt["step_size"])
        if opt["path_cd"]["resume"] is not None:
            state = torch.load("{}_opt.pth".format(opt["path_cd"]["resume"]))
            self.optimizer.load_state_dict(state["optimizer"])  # expect: SCH103

    def save(self, epoch):
        state = {"optimizer": self.optimizer.state_dict(), "epoch": epoch}
        torch.save(state, "detector_E{}_opt.pth".format(epoch))  # expect: SCH303


def main(opt, loader):
    generator = Generator(opt)
    detector = Detector(opt)
    for epoch in range(opt["n_epoch"]):
        for x in loader:
            detector.optimizer.step()
        detector.scheduler.step()
        detector.save(epoch)
