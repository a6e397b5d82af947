"""Auto-resume with a helper that restores optimizer first: silent."""
import logging

import torch
from utils import auto_resume_helper, load_checkpoint


def main(config, model, data_loader_train):
    optimizer = torch.optim.AdamW(model.parameters(), lr=config.TRAIN.BASE_LR)
    lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, config.TRAIN.EPOCHS)
    if config.TRAIN.AUTO_RESUME:
        resume_file = auto_resume_helper(config.OUTPUT)
        if resume_file:
            config.MODEL.RESUME = resume_file
    if config.MODEL.RESUME:
        load_checkpoint(config, model, optimizer, lr_scheduler, logging.getLogger())
    for epoch in range(config.TRAIN.START_EPOCH, config.TRAIN.EPOCHS):
        for samples, targets in data_loader_train:
            loss = torch.nn.functional.cross_entropy(model(samples), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        lr_scheduler.step()
