import torch


def train_one_epoch(model, optimizer, loader, epoch):
    model.train()
    for step, (images, boxes) in enumerate(loader):
        loss = torch.nn.functional.smooth_l1_loss(model(images), boxes)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 20 == 0:
            print(f"[{epoch}:{step}] {loss.item():.4f}")


@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    print(sum(torch.nn.functional.smooth_l1_loss(model(i), b).item() for i, b in loader))
