"""A warm-up per batch in a closure with GradScaler: min(lr, lr * step / warm)."""
import torch


def main(net, loader, lr=1e-3, warm=500, epochs=4):
    optimizer = torch.optim.AdamW(net.parameters(), lr=lr)

    def ramp(step):
        return min(lr, lr * (step + 1) / warm)

    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=ramp)  # expect: SCH404
    scaler = torch.amp.GradScaler("cuda")
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
            scheduler.step()
