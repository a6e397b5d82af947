from trainer import Parts, resume


def main(net, loader, path):
    parts = Parts.create(net, 1e-3)
    resume(parts, path)
    for _ in range(30):
        for x in loader:
            parts.opt.zero_grad()
            parts.net(x).mean().backward()
            parts.opt.step()
        parts.sched.step()
