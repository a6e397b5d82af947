"""What the rules on constructors and the API claim beyond the learning rates."""

from __future__ import annotations

import pytest
from torch.optim import lr_scheduler

from proof.cases import Case, marks, rule_cases
from proof.curves import differ, formula, same
from proof.record import Curve, Event, Runner

CASES = rule_cases()
BUILT_IN = [getattr(lr_scheduler, name) for name in lr_scheduler.__all__]


def _cases_of(code: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in CASES if case.code == code], ids=str)


def _events(case: Case, variant: str, runner: Runner) -> list[Event]:
    return [event for record in runner.run(case, variant).records for event in record.events]


def _marked(case: Case) -> set[tuple[str, int]]:
    return {(file, line) for file, line, code in marks(case.variant("bad")) if code == case.code}


@_cases_of("SCH401")
def test_the_marked_call_itself_is_refused(case: Case, runner: Runner) -> None:
    assert case.raises.startswith("TypeError: ")
    innermost = [event for event in _events(case, "bad", runner) if event.what == "raised"][-1]
    assert {(innermost.file, innermost.line)} == _marked(case)


@pytest.mark.parametrize("scheduler", BUILT_IN, ids=lambda scheduler: scheduler.__name__)
def test_no_built_in_scheduler_is_of_the_private_base_class(scheduler: type) -> None:
    assert issubclass(scheduler, lr_scheduler.LRScheduler)
    assert not issubclass(scheduler, lr_scheduler._LRScheduler)


@_cases_of("SCH403")
def test_what_get_lr_says(case: Case, runner: Runner) -> None:
    asked = [event for event in _events(case, "bad", runner) if event.what == "scheduler.asked"]
    assert {(event.file, event.line) for event in asked} == _marked(case)
    assert not [event for event in _events(case, "good", runner) if event.what == "scheduler.asked"]
    if case.proof == "raises":
        assert not case.told and [event.told for event in asked] == [()]
        return

    told: Curve = tuple(event.told[0] for event in asked)
    in_force: Curve = tuple(event.in_force[0] for event in asked)
    assert same(told, formula(case.told, len(told), steps_per_epoch=1)), f"got {told}"
    if case.proof == "reading":
        assert differ(told, in_force)


@_cases_of("SCH404")
def test_the_learning_rate_counts_twice(case: Case, runner: Runner) -> None:
    bad, good = runner.run(case, "bad").curves, runner.run(case, "good").curves
    assert len(bad) == len(good)
    for wrong, right in zip(bad, good, strict=True):
        # The first LR of the twin's whole curve need not be its base LR, so only the ratio is looked at.
        ratios = tuple(one / other for one, other in zip(wrong, right, strict=True) if other)
        assert same(ratios, (ratios[0],) * len(ratios))
        assert ratios[0] != 1


@_cases_of("SCH406")
def test_the_group_joins_after_the_scheduler_was_built(case: Case, runner: Runner) -> None:
    def late(variant: str) -> set[tuple[str, int]]:
        places = set()
        scheduled: set[int | None] = set()
        for event in _events(case, variant, runner):
            if event.what == "scheduler.built":
                scheduled.add(event.optimizer)
            elif event.what == "optimizer.extended" and event.optimizer in scheduled:
                places.add((event.file, event.line))
        return places

    assert late("bad") == _marked(case)
    assert not late("good")


@_cases_of("SCH406")
def test_the_groups_that_were_there_are_scheduled_as_intended(case: Case, runner: Runner) -> None:
    curves = runner.run(case, "bad").curves
    assert len(curves) == len(case.lr)
    if case.proof != "raises":
        assert same(curves[0], formula(case.lr[0], case.steps, case.steps_per_epoch))
