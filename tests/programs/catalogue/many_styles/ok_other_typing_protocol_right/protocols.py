from typing import Protocol


class Steps(Protocol):
    def step(self) -> None: ...


class Null:
    def step(self) -> None:
        return None
