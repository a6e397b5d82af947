"""Notebook with GradScaler: grow() in a closure adds a layer's group under MultiplicativeLR."""
import torch


def train(net, loader, epochs=30):
    opt = torch.optim.RMSprop(net.parameters(), lr=1e-3)
    fade = torch.optim.lr_scheduler.MultiplicativeLR(opt, lambda epoch: 0.98)
    scaler = torch.amp.GradScaler("cuda")

    def grow():
        layer = net.add_layer()
        opt.add_param_group({"params": layer.parameters()})  # expect: SCH406

    for epoch in range(epochs):
        if epoch == 15:
            grow()
        for x in loader:
            opt.zero_grad()
            with torch.autocast("cuda"):
                loss = net(x).pow(2).mean()
            scaler.scale(loss).backward()
            scaler.step(opt)
            scaler.update()
        fade.step()
