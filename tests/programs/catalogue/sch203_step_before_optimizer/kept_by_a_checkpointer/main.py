"""A checkpointer keeps both, apex scales the loss: neither steps the optimizer."""
import torch
from apex import amp
from fvcore.common.checkpoint import Checkpointer


def main(net, loader, folder, epochs=30):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    net, optimizer = amp.initialize(net, optimizer, opt_level="O1")
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs * len(loader))
    checkpointer = Checkpointer(net, folder, optimizer=optimizer, scheduler=scheduler)
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            with amp.scale_loss(net(x).mean(), optimizer) as scaled:
                scaled.backward()
            scheduler.step()  # expect: SCH203
            optimizer.step()
        checkpointer.save(f"epoch{epoch}")
