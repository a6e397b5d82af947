"""Class name as string and arguments as dict; OneCycle over epochs x batches is stepped per epoch."""
from builder import build


def train(model, dl, epochs=5):
    optimizer, scheduler = build(
        model,
        "AdamW",
        "OneCycleLR",
        dict(lr=1e-3),
        dict(max_lr=1e-2, epochs=epochs, steps_per_epoch=len(dl)),
    )
    for _ in range(epochs):
        for batch in dl:
            loss = model(batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()  # expect: SCH202
