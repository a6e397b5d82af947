"""isinstance decides who gets the validation loss."""
import torch


def run_validation(net, loader):
    net.eval()
    with torch.no_grad():
        losses = [torch.nn.functional.cross_entropy(net(x), y).item() for x, y in loader]
    net.train()
    return sum(losses) / len(losses)


def main(net, train_dl, val_dl, plateau):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    if plateau:
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
    else:
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7)
    for _ in range(28):
        for x, y in train_dl:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        val_loss = run_validation(net, val_dl)
        if isinstance(scheduler, torch.optim.lr_scheduler.ReduceLROnPlateau):
            scheduler.step(val_loss)
        else:
            scheduler.step()
