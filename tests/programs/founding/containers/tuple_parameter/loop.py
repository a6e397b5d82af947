"""Objects travel as one tuple parameter and are unpacked inside; per-batch step of an epoch schedule."""
import torch
from torch import nn, optim
from torch.utils.data import DataLoader

NUM_EPOCHS = 15


def one_pass(bundle, dl, train=True):
    model, crit, (opt, sch) = bundle
    total = 0.0
    for img, lab in dl:
        loss = crit(model(img), lab)
        if train:
            opt.zero_grad()
            loss.backward()
            opt.step()
            sch.step()  # expect: SCH201
        total += float(loss)
    return total / len(dl)


def main(train_set, val_set):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    opt = optim.SGD(model.parameters(), lr=0.5)
    sch = optim.lr_scheduler.CosineAnnealingLR(opt, NUM_EPOCHS)
    bundle = (model, nn.CrossEntropyLoss(), (opt, sch))
    tr, va = DataLoader(train_set, 64, shuffle=True), DataLoader(val_set, 256)
    for ep in range(NUM_EPOCHS):
        print(ep, one_pass(bundle, tr), one_pass(bundle, va, train=False))
