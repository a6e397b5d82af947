"""The knowledge of torch is what the installed torch does: written anew and compared, its hand-kept part tested."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import torch
from torch.optim import lr_scheduler

from sched_lint.evaluate.predicates import KEPT_ARGUMENTS, SCHEDULER_ATTRIBUTES
from sched_lint.knowledge import torch_api
from sched_lint.knowledge.torch_api import SchedulerApi

ROOT = Path(__file__).resolve().parents[2]
SCHEDULERS = sorted(torch_api.scheduler_names())


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


generate = load("generate_torch_api")
measure = sys.modules["torch_behaviour"]
state = sys.modules["torch_state"]


def api(name: str) -> SchedulerApi:
    found = torch_api.scheduler(name)
    assert found is not None
    return found


def classes() -> dict[str, type[Any]]:
    return {**measure.scheduler_classes(), **generate.optimizer_classes()}


def test_the_file_is_what_the_generator_writes() -> None:
    assert generate.TARGET.read_text(encoding="utf-8") == generate.text()


def test_the_known_classes_are_those_torch_offers() -> None:
    offered = {
        name
        for name, found in vars(lr_scheduler).items()
        if isinstance(found, type)
        and issubclass(found, lr_scheduler.LRScheduler)
        and found.__module__ == lr_scheduler.__name__
    }
    assert offered == (torch_api.scheduler_names() | torch_api.scheduler_base_names()) - {"SWALR"}
    assert torch_api.scheduler_names() >= {"SWALR"}


@pytest.mark.parametrize("name", [*SCHEDULERS, *sorted(torch_api.optimizer_names())])
def test_signatures_bind_as_torch_does(name: str) -> None:
    found = torch_api.scheduler(name) or torch_api.optimizer(name)
    assert found is not None
    real = inspect.signature(classes()[name])
    assert [p.name for p in found.parameters] == list(real.parameters)
    for parameter in found.parameters:
        default = real.parameters[parameter.name].default
        assert parameter.has_default == (default is not inspect.Parameter.empty)
        assert not parameter.has_default or parameter.default == default
        assert parameter.keyword_only == (real.parameters[parameter.name].kind is inspect.Parameter.KEYWORD_ONLY)


@pytest.mark.parametrize("name", SCHEDULERS)
def test_verbose_is_refused(name: str) -> None:
    with pytest.raises(TypeError, match="verbose"):
        measure.maker(name, {"verbose": True})(measure.fresh_optimizer())


@pytest.mark.parametrize("name", SCHEDULERS)
def test_the_typical_schedules_move(name: str) -> None:
    """Nothing would be shown by a schedule that stands still or by a checkpoint with the first learning rate."""
    rates, saved = measure.train(measure.maker(name), measure.CHECKPOINTS[-1])
    assert len({rate for rate, _ in rates}) > 1
    assert saved.optimizer["param_groups"][0]["lr"] != rates[0][0]


def test_a_scheduler_is_no_instance_of_the_old_base_class() -> None:
    for name in SCHEDULERS:
        built = measure.maker(name)(measure.fresh_optimizer())
        assert isinstance(built, lr_scheduler.LRScheduler)
        assert not isinstance(built, lr_scheduler._LRScheduler)


@pytest.mark.parametrize("name", SCHEDULERS)
def test_arguments_that_are_kept_are_attributes_of_those_that_take_them(name: str) -> None:
    built = measure.maker(name)(measure.fresh_optimizer())
    for argument in KEPT_ARGUMENTS:
        assert hasattr(built, argument) == (api(name).parameter(argument) is not None), argument


@pytest.mark.parametrize("name", SCHEDULERS)
def test_what_schedulers_have_is_known(name: str) -> None:
    built = measure.maker(name)(measure.fresh_optimizer())
    assert {attribute for attribute in dir(built) if not attribute.startswith("_")} <= SCHEDULER_ATTRIBUTES


def test_cyclic_momentum_takes_adam() -> None:
    adam = torch.optim.Adam([torch.nn.Parameter(torch.ones(1))], lr=0.1)
    measure.maker("CyclicLR")(adam)
    assert adam.param_groups[0]["betas"][0] == 0.9


@pytest.mark.parametrize("name", [name for name in SCHEDULERS if api(name).multiplicative_arguments])
def test_factors_multiply(name: str) -> None:
    """With every factor at 1 (or as near as the class allows) the learning rate stays."""
    near = 0.999999 if name == "ReduceLROnPlateau" else 1.0
    changes: dict[str, Any] = {
        factor: (lambda epoch: near) if factor == "lr_lambda" else near for factor in api(name).multiplicative_arguments
    }
    rates, _ = measure.train(measure.maker(name, changes), 1)
    assert all(rate == pytest.approx(0.1, rel=1e-3) for rate, _ in rates)


SLOWER: Mapping[str, Mapping[str, Any]] = {
    "StepLR": {"step_size": 10},
    "MultiStepLR": {"milestones": [10, 20, 40]},
    "ConstantLR": {"total_iters": 30},
    "LinearLR": {"total_iters": 40},
    "PolynomialLR": {"total_iters": 50},
    "CosineAnnealingLR": {"T_max": 50},
    "CosineAnnealingWarmRestarts": {"T_0": 14},
    "CyclicLR": {"step_size_up": 12, "step_size_down": 12},
}


@pytest.mark.parametrize("name", SLOWER)
def test_unit_arguments_count_steps(name: str) -> None:
    """Twice the argument, half the speed: the learning rate of step k is that of step 2k."""
    assert set(SLOWER[name]) == set(api(name).unit_arguments)
    usual, _ = measure.train(measure.maker(name), 1)
    slower, _ = measure.train(measure.maker(name, SLOWER[name]), 1)
    assert [rate for rate, _ in slower[::2]] == pytest.approx([rate for rate, _ in usual[: len(usual) // 2]])


def test_one_cycle_ends_after_its_horizon() -> None:
    assert set(api("OneCycleLR").unit_arguments) == {"total_steps", "epochs", "steps_per_epoch"}
    for changes in ({"total_steps": 20}, {"total_steps": None, "epochs": 4, "steps_per_epoch": 5}):
        optimizer = measure.fresh_optimizer()
        scheduler = measure.maker("OneCycleLR", changes)(optimizer)
        for _ in range(19):
            measure.turn(optimizer, scheduler)
        assert optimizer.param_groups[0]["lr"] < 1e-4
        measure.turn(optimizer, scheduler)
        with pytest.raises(ValueError, match="Tried to step 21 times"):
            measure.turn(optimizer, scheduler)


def test_patience_and_cooldown_count_steps() -> None:
    assert set(api("ReduceLROnPlateau").unit_arguments) == {"patience", "cooldown"}
    rates, _ = measure.train(measure.maker("ReduceLROnPlateau", {"patience": 4, "cooldown": 3}), 1)
    drops = [index for index in range(1, len(rates)) if rates[index] != rates[index - 1]]
    assert drops[0] == 1 + 4 + 1
    assert drops[1] - drops[0] == 3 + 4 + 1


def test_sequential_milestones_and_swa_annealing_count_steps() -> None:
    assert set(api("SequentialLR").unit_arguments) == {"milestones"}
    rates, _ = measure.train(measure.maker("SequentialLR"), 1)
    assert max(range(len(rates)), key=lambda index: rates[index][0]) == 5
    assert set(api("SWALR").unit_arguments) == {"anneal_epochs"}
    rates, _ = measure.train(measure.maker("SWALR"), 1)
    reached = next(index for index, (rate, _) in enumerate(rates) if rate == pytest.approx(0.02))
    assert reached in (10, 11)


def test_no_unit_argument_is_missing() -> None:
    named = {name for name in SCHEDULERS if api(name).unit_arguments}
    assert named == {*SLOWER, "OneCycleLR", "ReduceLROnPlateau", "SequentialLR", "SWALR"}


def test_torch_asks_for_a_step_per_batch_of_the_two_it_is_said_of() -> None:
    said = {
        name
        for name, found in measure.scheduler_classes().items()
        if "after every batch" in " ".join((found.__doc__ or "").split())
    }
    assert said == {name for name in SCHEDULERS if api(name).natural_unit == "iteration"}


@pytest.mark.parametrize("name", SCHEDULERS)
def test_every_argument_has_been_tried_for_the_state(name: str) -> None:
    assert {difference.argument for difference in state.DIFFERENCES[name]} == set(state.compared_arguments(name))


def test_a_difference_that_makes_none_is_refused() -> None:
    with pytest.raises(ValueError, match="makes no difference"):
        state.restored("StepLR", state.Difference("gamma", 0.5, 0.5))
