"""The batches were put in lists before; zip of the lists is the loop over batches."""
import torch


def main(args, model, train_loader):
    data = [torch.load(f"x_{i}.pt") for i in range(len(train_loader))]
    labels = [torch.load(f"y_{i}.pt") for i in range(len(train_loader))]
    opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    steps = args.epochs * len(train_loader)
    scheduler = torch.optim.lr_scheduler.CyclicLR(opt, base_lr=0.0, max_lr=0.3, step_size_up=steps / 2, step_size_down=steps / 2)
    for epoch in range(args.epochs):
        for i, (x, y) in enumerate(zip(data, labels)):
            loss = torch.nn.functional.cross_entropy(model(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            scheduler.step()
