import torch
import torch.nn.functional as F
from torch.optim import *
from torch.optim.lr_scheduler import *

device = "cuda" if torch.cuda.is_available() else "cpu"
