import hydra
import torch
from hydra.utils import instantiate
from omegaconf import DictConfig


@hydra.main(config_path="conf", config_name="base", version_base=None)
def main(cfg: DictConfig) -> None:
    net = instantiate(cfg.model)
    loader = instantiate(cfg.data)
    optimizer = instantiate(cfg.optim, params=net.parameters())
    scheduler = instantiate(cfg.sched, optimizer=optimizer) if cfg.get("sched") else None
    for epoch in range(cfg.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
            if scheduler and cfg.interval == "step":
                scheduler.step()
        if scheduler and cfg.interval == "epoch":
            scheduler.step()


if __name__ == "__main__":
    main()
