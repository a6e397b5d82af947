"""hydra `_partial_: true`: optimizer and scheduler are instantiated from config; classes unknown, order right."""
import hydra
import torch


@hydra.main(config_path="configs", config_name="train")
def main(cfg):
    net = hydra.utils.instantiate(cfg.net)
    optimizer = hydra.utils.instantiate(cfg.optimizer)(net.parameters())
    scheduler = hydra.utils.instantiate(cfg.scheduler)(optimizer=optimizer)
    loader = hydra.utils.instantiate(cfg.loader)
    if cfg.get("ckpt"):
        ck = torch.load(cfg.ckpt)
        optimizer.load_state_dict(ck["optimizer"])
        scheduler.load_state_dict(ck["scheduler"])
    for _ in range(cfg.max_epochs):
        for batch in loader:
            optimizer.zero_grad()
            net(batch).backward()
            optimizer.step()
            scheduler.step()


if __name__ == "__main__":
    main()
