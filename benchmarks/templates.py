"""What generated trees are made of. `%NUMBER%` stands for a number that differs from copy to copy."""

from __future__ import annotations

LAYER = '''
class Layer%NUMBER%(nn.Module):
    """Two projections and a residual connection."""

    def __init__(self, width: int, hidden: int = 4 * %NUMBER% + 4, dropout: float = 0.1) -> None:
        super().__init__()
        self.first = nn.Linear(width, hidden)
        self.second = nn.Linear(hidden, width)
        self.dropout = nn.Dropout(dropout)
        self.shapes = {"in": (width, hidden), "out": (hidden, width)}

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        residual = x
        x = self.dropout(torch.relu(self.first(x)))
        if mask is not None:
            x = x.masked_fill(mask[:, None, :] == 0, float("-inf"))
        for width in range(%NUMBER% % 3):
            x = x.roll(width, dims=-1)
        return residual + self.second(x)

'''
STATEFUL = (
    LAYER
    + '''
def convert_%NUMBER%(model: nn.Module, path: str) -> None:
    """Rename the keys of an old file."""
    state_dict = torch.load(path, map_location="cpu")
    renamed = {key.replace("fc1", "first").replace("fc2", "second"): value for key, value in state_dict.items()}
    for step, key in enumerate(sorted(renamed)):
        print(step, key, tuple(renamed[key].shape))
    model.load_state_dict(renamed)

'''
)

EXPERIMENT = {
    "schedules.py": """\
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR, StepLR


def build_scheduler(optimizer, args, steps_per_epoch):
    if args.schedule == "step":
        return StepLR(optimizer, step_size=args.step_size, gamma=0.1)
    if args.schedule == "cosine":
        return CosineAnnealingLR(optimizer, T_max=args.epochs - %NUMBER% % 5)
    warmup = LinearLR(optimizer, start_factor=0.1, total_iters=5)
    main = CosineAnnealingLR(optimizer, T_max=args.epochs - 5)
    return SequentialLR(optimizer, [warmup, main], milestones=[5])


def build_optimizer(model, args):
    return torch.optim.AdamW(model.parameters(), lr=args.lr * (1 + %NUMBER% % 3), weight_decay=0.05)
""",
    "checkpoints.py": """\
import torch


def save(path, epoch, model, optimizer, scheduler):
    state = {"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict()}
    state["scheduler"] = scheduler.state_dict()
    torch.save(state, f"{path}/experiment-%NUMBER%.pt")


def restore(path, model, optimizer, scheduler):
    state = torch.load(f"{path}/experiment-%NUMBER%.pt", map_location="cpu")
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    return state["epoch"] + 1
""",
    "engine.py": """\
import torch


class Engine:
    def __init__(self, model, optimizer, scheduler, device="cpu"):
        self.model, self.optimizer, self.scheduler, self.device = model, optimizer, scheduler, device
        self.history = []

    def train_one_epoch(self, loader, epoch):
        self.model.train()
        total = 0.0
        for step, (images, labels) in enumerate(loader):
            images, labels = images.to(self.device), labels.to(self.device)
            loss = torch.nn.functional.cross_entropy(self.model(images), labels)
            self.optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimizer.step()
            total += loss.item()
            if step % 50 == %NUMBER% % 50:
                print(epoch, step, total / (step + 1), self.optimizer.param_groups[0]["lr"])
        self.scheduler.step()
        self.history.append(total)
        return total
""",
    "train.py": """\
import argparse

import torch
from checkpoints import save
from engine import Engine
from schedules import build_optimizer, build_scheduler
from torch.utils.data import DataLoader, TensorDataset


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=90)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--schedule", default="cosine", choices=["step", "cosine", "warmup"])
    parser.add_argument("--step-size", type=int, default=30)
    parser.add_argument("--output", default="runs/%NUMBER%")
    return parser.parse_args()


def main():
    args = parse()
    model = torch.nn.Sequential(torch.nn.Linear(32, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    data = TensorDataset(torch.randn(256, 32), torch.randint(0, 10, (256,)))
    loader = DataLoader(data, batch_size=16 + %NUMBER% % 16, shuffle=True)
    optimizer = build_optimizer(model, args)
    scheduler = build_scheduler(optimizer, args, len(loader))
    engine = Engine(model, optimizer, scheduler)
    for epoch in range(args.epochs):
        engine.train_one_epoch(loader, epoch)
        save(args.output, epoch, model, optimizer, scheduler)


if __name__ == "__main__":
    main()
""",
    "resume.py": """\
import torch
from checkpoints import restore, save
from engine import Engine
from schedules import build_optimizer, build_scheduler
from torch.utils.data import DataLoader, TensorDataset
from train import parse


def main():
    args = parse()
    model = torch.nn.Sequential(torch.nn.Linear(32, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    data = TensorDataset(torch.randn(256, 32), torch.randint(0, 10, (256,)))
    loader = DataLoader(data, batch_size=16 + %NUMBER% % 16, shuffle=True)
    optimizer = build_optimizer(model, args)
    scheduler = build_scheduler(optimizer, args, len(loader))
    start = restore(args.output, model, optimizer, scheduler)
    engine = Engine(model, optimizer, scheduler)
    for epoch in range(start, args.epochs):
        engine.train_one_epoch(loader, epoch)
        save(args.output, epoch, model, optimizer, scheduler)


if __name__ == "__main__":
    main()
""",
}
