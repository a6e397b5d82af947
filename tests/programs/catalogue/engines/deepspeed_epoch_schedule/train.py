"""DeepSpeed: the engine steps what it was given with every update; T_max counts epochs."""
import deepspeed
import torch


def main(model, loader, config, num_epochs=20):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=num_epochs)
    engine, optimizer, _, cosine = deepspeed.initialize(model=model, optimizer=optimizer, lr_scheduler=cosine, config=config)
    for epoch in range(num_epochs):
        for batch in loader:
            engine.backward(engine(batch).loss)
            engine.step()  # expect: SCH201
