import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from trainers import AdvancedTrainer

if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8, shuffle=True)
    trainer = AdvancedTrainer("cpu")
    model = trainer.train_careful(nn.Linear(4, 1), loader, epochs=20)
    torch.save(model.state_dict(), "model.pt")
