"""fastai and skorch get scheduler classes, not objects; nothing to judge."""
import torch
from fastai.callback.schedule import fit_one_cycle  # noqa: F401
from fastai.learner import Learner
from skorch import NeuralNetClassifier
from skorch.callbacks import LRScheduler


def skorch_net(module):
    return NeuralNetClassifier(
        module,
        max_epochs=50,
        lr=0.1,
        optimizer=torch.optim.SGD,
        callbacks=[("lr", LRScheduler(policy=torch.optim.lr_scheduler.CosineAnnealingLR, T_max=50))],
    )


def fastai_fit(dls, model):
    Learner(dls, model).fit_one_cycle(5, 1e-3)
