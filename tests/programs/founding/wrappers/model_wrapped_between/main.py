"""DataParallel and .to() between building and restoring; LambdaLR warm-up is built after the restore."""
import torch
from torch.optim.lr_scheduler import LambdaLR


def main(model, loader, ckpt_path, device="cuda"):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    ckpt = torch.load(ckpt_path)
    model.load_state_dict(ckpt["model"])
    optimizer.load_state_dict(ckpt["optimizer"])
    model = torch.nn.DataParallel(model).to(device)
    torch.backends.cudnn.benchmark = True
    warm = LambdaLR(optimizer, lambda epoch: min(1.0, (epoch + 1) / 10))  # expect: SCH104
    warm.load_state_dict(ckpt["warm"])
    for epoch in range(ckpt["epoch"] + 1, 100):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x.to(device)), y.to(device)).backward()
            optimizer.step()
        warm.step()
