"""The restore lives in a nested function that sees the enclosing optimizer but forgets the scheduler."""
import torch


def make_trainer(net, loader, epochs):
    opt = torch.optim.RMSprop(net.parameters(), lr=1e-3)
    poly = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=epochs, power=0.9)
    progress = {"epoch": 0}

    def restore(file):
        blob = torch.load(file, weights_only=True)
        net.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])  # expect: SCH103
        progress["epoch"] = blob["epoch"] + 1

    def fit():
        for epoch in range(progress["epoch"], epochs):
            for x, y in loader:
                opt.zero_grad()
                torch.nn.functional.l1_loss(net(x), y).backward()
                opt.step()
            poly.step()

    return restore, fit


def main(net, loader):
    restore, fit = make_trainer(net, loader, epochs=120)
    restore("last.pt")
    fit()
