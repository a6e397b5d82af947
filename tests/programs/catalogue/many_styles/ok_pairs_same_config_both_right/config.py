from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    lr: float = 0.1
    milestones: list = field(default_factory=lambda: [30, 60])
    gamma: float = 0.1
    ckpt: str = "net.pt"
