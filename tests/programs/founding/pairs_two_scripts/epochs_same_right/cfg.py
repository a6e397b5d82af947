from dataclasses import dataclass


@dataclass
class Base:
    epochs: int = 30
    lr: float = 0.1
    ckpt: str = "exp/ck.pth"


@dataclass
class Longer(Base):
    workers: int = 8
