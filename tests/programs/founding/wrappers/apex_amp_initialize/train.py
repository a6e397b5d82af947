"""apex amp.initialize hands the optimizer back; the order of restoring is wrong across it."""
import torch
from apex import amp


def train(model, loader, args):
    optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=args.momentum)
    lrs = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
    checkpoint = torch.load(args.resume)
    lrs.load_state_dict(checkpoint["lrs"])  # expect: SCH101
    model, optimizer = amp.initialize(model, optimizer, opt_level=args.opt_level)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    amp.load_state_dict(checkpoint["amp"])
    for epoch in range(checkpoint["epoch"], args.epochs):
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(model(x), y)
            optimizer.zero_grad()
            with amp.scale_loss(loss, optimizer) as scaled_loss:
                scaled_loss.backward()
            optimizer.step()
        lrs.step()
