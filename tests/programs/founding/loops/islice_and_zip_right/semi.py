"""zip over two loaders inside islice; stepped per batch: silent."""
from itertools import cycle, islice

import torch


def semi(model, labelled, unlabelled, epochs, iters_per_epoch=400):
    opt = torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9, nesterov=True)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs * iters_per_epoch)
    for epoch in range(epochs):
        pairs = zip(cycle(labelled), unlabelled)
        for (x, y), u in islice(pairs, iters_per_epoch):
            loss = torch.nn.functional.cross_entropy(model(x), y) + model(u).softmax(-1).var()
            opt.zero_grad()
            loss.backward()
            opt.step()
            lrs.step()
