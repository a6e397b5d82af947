"""The injector: what it takes for a mistake, what it leaves alone, and what it makes of the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support import ROOT

sys.path.insert(0, str(ROOT / "benchmarks" / "accuracy"))

import inject  # type: ignore[import-not-found]
from injection.measure import Bench  # type: ignore[import-not-found]

TRAINING = """\
import torch
from torch.optim.lr_scheduler import {name}

def main(net, loader, epochs=90):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = {name}(optimizer, {arguments})
    checkpoint = torch.load("last.pt")
    optimizer.load_state_dict(checkpoint["optimizer"])
    scheduler.load_state_dict(checkpoint["scheduler"])
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
        torch.save(
            {{
                "optimizer": optimizer.state_dict(),
                "scheduler": scheduler.state_dict(),
            }},
            "last.pt",
        )
"""


@pytest.fixture
def injected(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Kind -> changed text, of one program."""

    def run(text: str) -> dict[str, str]:
        path = tmp_path / "train.py"
        path.write_text(text, "utf-8")
        found = inject.injections(tmp_path, inject.read([path]))
        for each in found:
            compile(each.edit.result()[0], "train.py", "exec")
        return {each.kind: each.edit.result()[0] for each in found}

    return run


def training(name: str, arguments: str) -> str:
    return TRAINING.format(name=name, arguments=arguments)


def test_a_schedule_in_epochs_moves_into_the_batch_loop(injected) -> None:  # type: ignore[no-untyped-def]
    changed = injected(training("CosineAnnealingLR", "T_max=epochs"))["step moved into the batch loop"]
    assert "            optimizer.step()\n            scheduler.step()\n" in changed
    assert "\n        scheduler.step()\n" not in changed


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("CosineAnnealingLR", "T_max=5000"), ("ExponentialLR", "gamma=0.999"), ("CosineAnnealingLR", "T_max=epochs * len(loader)")],
)
def test_a_schedule_that_does_not_speak_epochs_is_not_moved(  # type: ignore[no-untyped-def]
    injected, name: str, arguments: str
) -> None:
    assert "step moved into the batch loop" not in injected(training(name, arguments))


def test_a_function_that_does_not_know_the_scheduler_is_given_it(injected) -> None:  # type: ignore[no-untyped-def]
    text = """\
import torch

def train_epoch(net, loader, optimizer):
    for x in loader:
        net(x).mean().backward()
        optimizer.step()

def main(net, loader, epochs):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for epoch in range(epochs):
        train_epoch(net, loader, optimizer)
        cosine.step()
"""
    changed = injected(text)["step moved into the batch loop"]
    assert "def train_epoch(net, loader, optimizer, cosine=None):" in changed
    assert "        optimizer.step()\n        cosine.step()\n" in changed
    assert changed.rstrip().endswith("train_epoch(net, loader, optimizer, cosine=cosine)")


def test_loads_change_places(injected) -> None:  # type: ignore[no-untyped-def]
    lines = injected(training("StepLR", "step_size=30"))["loads swapped"].splitlines()
    assert [line.strip().partition(".")[0] for line in lines if "load_state_dict" in line] == ["scheduler", "optimizer"]


@pytest.mark.parametrize(
    ("name", "arguments", "writes"), [("StepLR", "step_size=30", False), ("LinearLR", "total_iters=5", True)]
)
def test_only_constructors_that_write_the_rate_are_moved_after_the_load(  # type: ignore[no-untyped-def]
    injected, name: str, arguments: str, writes: bool
) -> None:
    changed = injected(training(name, arguments)).get("scheduler built after the load")
    assert (changed is not None) is writes
    if changed is not None:
        assert changed.index("optimizer.load_state_dict") < changed.index("scheduler = ") < changed.index("scheduler.load")


def test_an_exponential_needs_no_state(injected) -> None:  # type: ignore[no-untyped-def]
    assert "scheduler's load dropped" in injected(training("StepLR", "step_size=30"))
    assert "scheduler's load dropped" not in injected(training("ExponentialLR", "gamma=0.9"))


def test_an_entry_of_the_checkpoint_goes(injected) -> None:  # type: ignore[no-untyped-def]
    changed = injected(training("StepLR", "step_size=30"))["scheduler dropped from the checkpoint"]
    assert '"optimizer": optimizer.state_dict(),\n            },' in changed


def test_a_scheduler_that_is_handed_on_is_not_called_unstepped(injected) -> None:  # type: ignore[no-untyped-def]
    text = training("StepLR", "step_size=30")
    assert "step removed" in injected(text)
    assert "step removed" not in injected(text.replace("    checkpoint =", "    register(scheduler)\n    checkpoint ="))


def test_a_pinned_torch_may_still_take_verbose(injected, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = training("StepLR", "step_size=30")
    assert "verbose added" in injected(text)
    (tmp_path / "requirements.txt").write_text("numpy\ntorch==1.13.1\n", "utf-8")
    assert "verbose added" not in injected(text)


def test_variables_are_followed_into_functions_and_classes(injected) -> None:  # type: ignore[no-untyped-def]
    text = """\
import torch

class Trainer:
    def __init__(self, optimizer, scheduler, loader):
        self.optimizer, self.loader = optimizer, loader
        self.schedule = scheduler

    def run(self, epochs):
        for epoch in range(epochs):
            for x in self.loader:
                self.optimizer.step()
            self.schedule.step()

optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 3)
Trainer(optimizer, scheduler, []).run(9)
"""
    assert "self.schedule.step(epoch)" in injected(text)["epoch passed to step()"]


def test_found_means_the_expected_code_on_the_scheduler(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    path.write_text(training("CosineAnnealingLR", "T_max=epochs"), "utf-8")
    bench = Bench(tmp_path, [path])
    outcomes = {each.kind: bench.judge(each) for each in inject.injections(tmp_path, inject.read([path]))}
    assert outcomes["step moved into the batch loop"].found
    assert outcomes["loads swapped"].found
    assert all(not outcome.other for outcome in outcomes.values())
    assert not any(bench.already(each) for each in inject.injections(tmp_path, inject.read([path])))


def test_the_choice_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    import random

    path = tmp_path / "train.py"
    path.write_text(training("CosineAnnealingLR", "T_max=epochs"), "utf-8")
    found = inject.injections(tmp_path, inject.read([path])) * 5
    first, second = (inject.sample(found, 2, random.Random("1 x")) for _ in range(2))
    assert first == second
    assert len(first) < len(found)
