from pathlib import Path

import torch
from torch import nn

from trainer import Trainer

FOLDER = Path(".") / "ckpts"
operation = "inpaint"

model = nn.Linear(2, 2)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=8)
trainer = Trainer(model, optimizer, scheduler, save_path=str(FOLDER / operation))
trainer.train([torch.zeros(2)], 10)
