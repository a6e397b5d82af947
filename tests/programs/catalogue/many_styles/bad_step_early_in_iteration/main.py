import torch


def schedule_then_update(optimizer, scheduler, loss):
    scheduler.step()  # expect: SCH203
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def main(net, loader, epochs=5):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=epochs * len(loader))
    for _ in range(epochs):
        for x, y in loader:
            schedule_then_update(optimizer, scheduler, torch.nn.functional.mse_loss(net(x), y))
