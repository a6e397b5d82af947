from dataclasses import dataclass

import torch
from training import Training


@dataclass
class Config:
    lr: float = 0.1
    momentum: float = 0.9
    epochs: int = 64


def main(dataset):
    loader = torch.utils.data.DataLoader(dataset, batch_size=256, shuffle=True, num_workers=4)
    Training.from_config(torch.nn.Linear(64, 10), Config())(loader)
