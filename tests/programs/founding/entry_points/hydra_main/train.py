"""@hydra.main: cfg decides, hydra.utils.instantiate builds the net; the epoch schedule moves per batch."""
import hydra
import torch
from omegaconf import DictConfig


@hydra.main(config_path="conf", config_name="config", version_base=None)
def main(cfg: DictConfig) -> None:
    net = hydra.utils.instantiate(cfg.net)
    loader = torch.utils.data.DataLoader(hydra.utils.instantiate(cfg.data), batch_size=cfg.batch_size)
    optimizer = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=cfg.trainer.max_epochs)
    for epoch in range(cfg.trainer.max_epochs):
        for batch in loader:
            loss = net.training_loss(batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()  # expect: SCH201


if __name__ == "__main__":
    main()
