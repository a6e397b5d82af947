"""The loss of a micro-batch is divided by their number; given to step() it is a loss all the same."""
import torch


def main(net, loader, total, accumulation_steps=4):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.LinearLR(opt, 1.0, 0.0, total_iters=total)
    for _ in range(8):
        for i, (x, y) in enumerate(loader):
            loss = torch.nn.functional.cross_entropy(net(x), y) / accumulation_steps
            loss.backward()
            if (i + 1) % accumulation_steps == 0:
                opt.step()
                sched.step(loss)  # expect: SCH205
                opt.zero_grad()


def train_epoch(net, loader, opt):
    epoch_loss, iter_cnt = 0.0, 0
    for x, y in loader:
        opt.zero_grad()
        loss = torch.nn.functional.cross_entropy(net(x), y)
        loss.backward()
        opt.step()
        epoch_loss += loss.item()
        iter_cnt += 1
    epoch_loss /= iter_cnt
    return epoch_loss


def epochs_loss(net, loader, epochs=20):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.9)
    for _ in range(epochs):
        epoch_loss = train_epoch(net, loader, opt)
        sched.step(epoch_loss)  # expect: SCH205
