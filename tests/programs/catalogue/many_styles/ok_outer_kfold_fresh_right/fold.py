import torch


def fit_fold(net, optimizer, scheduler, xt, yt, xv, yv, epochs=30):
    best = 0
    for _ in range(epochs):
        for i in range(0, len(xt), 32):
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(xt[i:i + 32]), yt[i:i + 32]).backward()
            optimizer.step()
        acc = (net(xv).argmax(1) == yv).float().mean().item()
        scheduler.step(acc)
        if acc > best:
            best = acc
            torch.save(net.state_dict(), "fold.pt")
    return best
