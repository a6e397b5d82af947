import torch
from trainer import Trainer


def main():
    model = torch.nn.Linear(2, 1)
    Trainer(model, [torch.ones(2)]).train()


if __name__ == "__main__":
    main()
