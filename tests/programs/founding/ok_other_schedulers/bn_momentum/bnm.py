import torch.nn as nn


class BNMomentumScheduler:
    def __init__(self, model, bn_lambda, last_epoch=-1):
        self.model, self.lmbd, self.last_epoch = model, bn_lambda, last_epoch
        self.step(last_epoch + 1)

    def step(self, epoch=None):
        epoch = self.last_epoch + 1 if epoch is None else epoch
        self.last_epoch = epoch
        for m in self.model.modules():
            if isinstance(m, nn.BatchNorm2d):
                m.momentum = self.lmbd(epoch)
