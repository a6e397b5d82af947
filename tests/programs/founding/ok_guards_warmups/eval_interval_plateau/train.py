"""Plateau stepped at each evaluation interval inside the batch loop."""
import torch


def main(model, loader, evaluate, eval_every=1000, epochs=10):
    opt = torch.optim.Adam(model.parameters())
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=2, factor=0.5)
    step = 0
    for _ in range(epochs):
        for batch in loader:
            loss = model(batch)
            opt.zero_grad()
            loss.backward()
            opt.step()
            step += 1
            if step % eval_every == 0:
                plateau.step(evaluate(model))
