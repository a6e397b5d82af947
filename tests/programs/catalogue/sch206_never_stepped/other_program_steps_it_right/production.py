import torch
from trainer import Trainer


def main():
    trainer = Trainer(torch.nn.Linear(3, 1))
    best = -1e9
    for episode in range(100):
        reward = trainer.train_episode(torch.ones(2, 3), torch.ones(2, 1))
        if reward < best:  # its own way of lowering the learning rate
            for group in trainer.optimizer.param_groups:
                group["lr"] *= 0.5
        best = max(best, reward)


if __name__ == "__main__":
    main()
