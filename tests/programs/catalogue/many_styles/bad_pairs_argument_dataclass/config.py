from dataclasses import dataclass


@dataclass
class Config:
    lr: float = 0.1
    step_size: int = 30
    path: str = "net.pt"
