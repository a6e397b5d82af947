"""GPyTorch: `for i in range(training_iter)` full batch; MultiStepLR in iterations of the same loop: silent."""
import gpytorch
import torch


def fit(model, likelihood, train_x, train_y, training_iter=150):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(optimizer, [training_iter // 2, training_iter * 3 // 4])
    mll = gpytorch.mlls.ExactMarginalLogLikelihood(likelihood, model)
    for i in range(training_iter):
        optimizer.zero_grad()
        loss = -mll(model(train_x), train_y)
        loss.backward()
        optimizer.step()
        sched.step()
