from sklearn.model_selection import StratifiedKFold

import torch
from fold import fit_fold


def cross_validate(make_net, X, y, k=5):
    scores = []
    for fold, (tr, va) in enumerate(StratifiedKFold(k).split(X, y)):
        net = make_net()
        optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode="max", patience=2)
        scores.append(fit_fold(net, optimizer, scheduler, X[tr], y[tr], X[va], y[va]))
    return scores
