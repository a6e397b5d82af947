import os

import torch
from lr_scheduler import build_lr_scheduler
from torch.utils.data import DataLoader


class Trainer:
    def __init__(self, args, model, train_set, val_set):
        self.args = args
        self.model = model
        self.train_loader = DataLoader(train_set, batch_size=8, shuffle=True, drop_last=True)
        self.val_loader = DataLoader(val_set, batch_size=1)
        groups = [
            {"params": model.backbone.parameters(), "lr": args.lr},
            {"params": model.head.parameters(), "lr": args.lr * 10},
        ]
        self.optimizer = torch.optim.SGD(groups, lr=args.lr, momentum=0.9, weight_decay=1e-4)
        self.max_iters = args.epochs * len(self.train_loader)
        self.lr_scheduler = build_lr_scheduler(self.optimizer, self.max_iters, args.warmup_iters)
        self.start_epoch = 0
        if args.resume:
            self.load(args.resume)

    def load(self, path):
        checkpoint = torch.load(path, map_location="cpu")
        self.model.load_state_dict(checkpoint["model"])
        self.optimizer.load_state_dict(checkpoint["optimizer"])
        self.lr_scheduler.load_state_dict(checkpoint["lr_scheduler"])
        self.start_epoch = checkpoint["epoch"] + 1

    def save(self, epoch):
        torch.save(
            {
                "model": self.model.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "lr_scheduler": self.lr_scheduler.state_dict(),
                "epoch": epoch,
            },
            os.path.join(self.args.save_dir, "last.pth"),
        )

    def train(self):
        for epoch in range(self.start_epoch, self.args.epochs):
            self.model.train()
            for images, masks in self.train_loader:
                loss = torch.nn.functional.cross_entropy(self.model(images), masks, ignore_index=255)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                self.lr_scheduler.step()
            self.save(epoch)
