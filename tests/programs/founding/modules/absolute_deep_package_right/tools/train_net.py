"""maskrcnn-benchmark shape with the step after the inner loop: silent."""
import torch
from proj.engine.trainer import do_train
from proj.solver import make_lr_scheduler, make_optimizer
from yacs.config import CfgNode as CN

cfg = CN()
cfg.SOLVER = CN()
cfg.SOLVER.BASE_LR = 0.01
cfg.SOLVER.MAX_EPOCH = 50


def train(dataset):
    model = torch.nn.Conv2d(3, 21, 1)
    optimizer = make_optimizer(cfg, model)
    scheduler = make_lr_scheduler(cfg, optimizer)
    loader = torch.utils.data.DataLoader(dataset, batch_size=8, shuffle=True)
    do_train(cfg, model, loader, optimizer, scheduler)
