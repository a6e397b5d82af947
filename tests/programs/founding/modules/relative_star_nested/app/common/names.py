from torch.optim import AdamW as Opt
from torch.optim.lr_scheduler import CosineAnnealingLR as Anneal
