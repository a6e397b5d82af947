"""The arguments of step are chosen with the class: args = (val,) for the plateau, () for the others."""
import torch


def main(name, net, train_dl, validate, epochs=30):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    if name == "plateau":
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
    else:
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for _ in range(epochs):
        for x, y in train_dl:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        val = validate(net)
        args = (val,) if name == "plateau" else ()
        scheduler.step(*args)
