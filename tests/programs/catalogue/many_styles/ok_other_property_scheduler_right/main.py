from model import Model


def main(cfg, loader):
    model = Model(cfg)
    for _ in range(cfg.n_epochs):
        for x in loader:
            model.optimizer.zero_grad()
            model.body(x).sum().backward()
            model.optimizer.step()
        model.scheduler.step()
