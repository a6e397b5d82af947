"""YOLOv5 shape: warm-up written into param_groups in the batch loop, scheduler.last_epoch set, step per epoch, accumulate."""
import numpy as np
import torch
from torch.optim import lr_scheduler


def train(hyp, opt, model, train_loader):
    epochs = opt.epochs
    optimizer = torch.optim.SGD(model.parameters(), lr=hyp["lr0"], momentum=hyp["momentum"], nesterov=True)
    lf = lambda x: (1 - x / epochs) * (1.0 - hyp["lrf"]) + hyp["lrf"]  # noqa: E731
    scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
    start_epoch = 0
    if opt.resume:
        ckpt = torch.load(opt.weights, map_location="cpu")
        optimizer.load_state_dict(ckpt["optimizer"])
        start_epoch = ckpt["epoch"] + 1
    nb = len(train_loader)
    nw = max(round(hyp["warmup_epochs"] * nb), 100)
    last_opt_step = -1
    scheduler.last_epoch = start_epoch - 1
    scaler = torch.cuda.amp.GradScaler()
    for epoch in range(start_epoch, epochs):
        optimizer.zero_grad()
        for i, (imgs, targets) in enumerate(train_loader):
            ni = i + nb * epoch
            accumulate = max(round(64 / opt.batch_size), 1)
            if ni <= nw:
                for x in optimizer.param_groups:
                    x["lr"] = np.interp(ni, [0, nw], [0.0, x["initial_lr"] * lf(epoch)])
            loss = model(imgs, targets)
            scaler.scale(loss).backward()
            if ni - last_opt_step >= accumulate:
                scaler.step(optimizer)
                scaler.update()
                optimizer.zero_grad()
                last_opt_step = ni
        scheduler.step()
