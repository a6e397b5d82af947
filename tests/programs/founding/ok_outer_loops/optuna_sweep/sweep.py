"""Optuna: one trial is one run; StepLR per epoch with a suggested step size."""
import optuna
import torch


def objective(trial, make_net, loader, epochs=30):
    net = make_net(trial.suggest_int("width", 8, 64))
    kind = trial.suggest_categorical("optim", ["Adam", "SGD"])
    opt = getattr(torch.optim, kind)(net.parameters(), lr=trial.suggest_float("lr", 1e-5, 1e-1, log=True))
    sched = torch.optim.lr_scheduler.StepLR(opt, trial.suggest_int("step_size", 5, 15))
    total = 0.0
    for epoch in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            loss = torch.nn.functional.cross_entropy(net(x), y)
            loss.backward()
            opt.step()
            total = loss.item()
        sched.step()
        trial.report(total, epoch)
        if trial.should_prune():
            raise optuna.TrialPruned()
    return total


def main(make_net, loader):
    study = optuna.create_study()
    study.optimize(lambda t: objective(t, make_net, loader), n_trials=100)
