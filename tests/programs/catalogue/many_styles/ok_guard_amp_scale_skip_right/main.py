import torch
from amp import amp_step


def main(net, loader, epochs):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-2, total_steps=epochs * len(loader))
    scaler = torch.amp.GradScaler("cuda")
    for _ in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            with torch.autocast("cuda"):
                loss = torch.nn.functional.mse_loss(net(x), y)
            scaler.scale(loss).backward()
            amp_step(scaler, opt, sched)
