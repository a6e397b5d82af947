"""Evaluation comes first, then training, then the step."""
import torch
from engine import evaluate, train


def main(args, model, train_loader, val_loader):
    optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs, eta_min=1e-6)
    for epoch in range(args.epochs):
        evaluate(model, val_loader)
        train(model, optimizer, train_loader, epoch)
        scheduler.step()
