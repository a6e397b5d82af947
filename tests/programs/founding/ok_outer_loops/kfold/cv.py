"""k-fold: model, optimizer and warm-up are rebuilt in each fold; the fold loop is not an epoch loop."""
import torch
from sklearn.model_selection import KFold
from torch.optim.lr_scheduler import OneCycleLR
from torch.utils.data import DataLoader, Subset


def cv(dataset, make_net, n_splits=5, epochs=20):
    scores = []
    for fold, (tr, va) in enumerate(KFold(n_splits, shuffle=True).split(range(len(dataset)))):
        net = make_net()
        dl = DataLoader(Subset(dataset, tr), batch_size=32, shuffle=True)
        opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
        cyc = OneCycleLR(opt, 1e-2, epochs=epochs, steps_per_epoch=len(dl))
        for _ in range(epochs):
            for x, y in dl:
                opt.zero_grad()
                torch.nn.functional.mse_loss(net(x), y).backward()
                opt.step()
                cyc.step()
        torch.save(net.state_dict(), f"fold{fold}.pt")
        scores.append(sum(float((net(x) - y).abs().mean()) for x, y in DataLoader(Subset(dataset, va), 64)))
    return scores
