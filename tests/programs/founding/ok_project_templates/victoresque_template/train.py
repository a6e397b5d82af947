"""victoresque/pytorch-template: config.init_obj("lr_scheduler", torch.optim.lr_scheduler, optimizer), per epoch."""
import json
from pathlib import Path

import torch
from trainer import Trainer


class ConfigParser:
    def __init__(self, cfg, resume=None):
        self._config, self.resume, self.save_dir = cfg, resume, Path("saved")

    def init_obj(self, name, module, *args, **kwargs):
        return getattr(module, self[name]["type"])(*args, **dict(self[name]["args"]), **kwargs)

    def __getitem__(self, name):
        return self._config[name]


def main(model, loader):
    config = ConfigParser(json.loads(Path("config.json").read_text()))
    optimizer = config.init_obj("optimizer", torch.optim, filter(lambda p: p.requires_grad, model.parameters()))
    lr_scheduler = config.init_obj("lr_scheduler", torch.optim.lr_scheduler, optimizer)
    Trainer(model, torch.nn.functional.nll_loss, optimizer, config, loader, lr_scheduler).train()
