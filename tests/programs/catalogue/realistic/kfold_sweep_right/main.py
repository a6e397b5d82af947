"""Optuna-like sweep over folds: registry of schedulers, plateau told apart, objects rebuilt together, weights saved."""
import torch
from registry import SCHEDULERS, needs_metric
from torch.utils.data import DataLoader, Subset


def objective(trial, dataset, folds, make_net, epochs=20):
    name = trial.suggest_categorical("scheduler", sorted(SCHEDULERS))
    scores = []
    for k, (train_ids, val_ids) in enumerate(folds):
        net = make_net()
        optimizer = torch.optim.AdamW(net.parameters(), lr=trial.suggest_float("lr", 1e-5, 1e-2, log=True))
        scheduler = SCHEDULERS[name](optimizer, epochs)
        train = DataLoader(Subset(dataset, train_ids), 32, shuffle=True)
        val = DataLoader(Subset(dataset, val_ids), 64)
        best = float("inf")
        for _ in range(epochs):
            for x, y in train:
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(net(x), y).backward()
                optimizer.step()
            with torch.no_grad():
                loss = sum(torch.nn.functional.mse_loss(net(x), y).item() for x, y in val)
            if needs_metric(scheduler):
                scheduler.step(loss)
            else:
                scheduler.step()
            if loss < best:
                best = loss
                torch.save(net.state_dict(), f"fold{k}.pt")
        scores.append(best)
    return sum(scores) / len(scores)
