def loop(net, opt, lrs, data, first, last=50):
    for _ in range(first, last):
        for x in data:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
