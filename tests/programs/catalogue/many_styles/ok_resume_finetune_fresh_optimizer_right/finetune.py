"""Only weights come from the checkpoint, in which optimizer and scheduler also lie."""
import torch


def finetune(net, loader, path, epochs=5):
    state = torch.load(path)
    net.load_state_dict({k: v for k, v in state["model"].items() if not k.startswith("head.")}, strict=False)
    optimizer = torch.optim.AdamW(net.head.parameters(), lr=1e-4)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.01, total_iters=epochs)
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
