import torch


def run(net, loader, opt=None, sched=None):
    training = opt is not None
    net.train(training)
    total = 0.0
    with torch.set_grad_enabled(training):
        for x, y in loader:
            loss = torch.nn.functional.mse_loss(net(x), y)
            if training:
                opt.zero_grad()
                loss.backward()
                opt.step()
                if sched is not None:
                    sched.step()
            total += loss.item()
    return total / len(loader)
