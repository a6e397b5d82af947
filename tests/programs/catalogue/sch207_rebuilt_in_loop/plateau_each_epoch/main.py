"""ReduceLROnPlateau rebuilt each epoch forgets its best and its patience."""
import torch


def main(net, train_dl, validate, epochs=80):
    optimizer = torch.optim.RMSprop(net.parameters(), lr=1e-3)
    for _ in range(epochs):
        for x, y in train_dl:
            optimizer.zero_grad()
            torch.nn.functional.l1_loss(net(x), y).backward()
            optimizer.step()
        plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=5)  # expect: SCH207
        plateau.step(validate(net))
