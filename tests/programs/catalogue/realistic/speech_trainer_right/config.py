from dataclasses import dataclass


@dataclass
class Config:
    lr: float = 1e-3
    epochs: int = 50
    accumulate: int = 4
    resume: str = ""
    out: str = "exp"
