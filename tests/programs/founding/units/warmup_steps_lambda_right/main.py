"""The Noam schedule stepped per batch: silent."""
import torch


def noam(step, d_model=512, warmup_steps=4000):
    step = max(step, 1)
    return d_model ** -0.5 * min(step ** -0.5, step * warmup_steps ** -1.5)


def main(model, batches, n_epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=1.0, betas=(0.9, 0.98), eps=1e-9)
    sched = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=noam)
    for epoch in range(n_epochs):
        for src, tgt in batches:
            loss = model(src, tgt)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            sched.step()
