"""What the rules on checkpoints claim beyond the learning rates: what is saved, restored, replaced and positioned."""

from __future__ import annotations

import ast
from itertools import pairwise

import pytest

from proof.cases import Case, marks, python_files, rule_cases
from proof.record import Event, Runner

CASES = rule_cases()


def _cases_of(code: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in CASES if case.code == code], ids=str)


def _events(case: Case, variant: str, runner: Runner) -> list[Event]:
    return [event for record in runner.run(case, variant).records for event in record.events]


def _resumed(case: Case, variant: str, runner: Runner) -> list[Event]:
    """The deeds of the last script, which is the one that resumes where there is a resume."""
    return list(runner.run(case, variant).records[-1].events)


def _marked(case: Case) -> set[tuple[str, int]]:
    return {(file, line) for file, line, code in marks(case.variant("bad")) if code == case.code}


def _optimizers(events: list[Event], deed: str) -> set[int | None]:
    return {event.optimizer for event in events if event.what == deed}


def _left_out(events: list[Event]) -> set[int | None]:
    """Optimizers that are restored and trained with, and whose scheduler is stepped without having been restored."""
    trained = _optimizers(events, "optimizer.update") & _optimizers(events, "scheduler.stepped")
    return trained & _optimizers(events, "optimizer.loaded") - _optimizers(events, "scheduler.loaded")


@_cases_of("SCH103")
def test_a_scheduler_is_not_restored(case: Case, runner: Runner) -> None:
    bad = _resumed(case, "bad", runner)
    left_out = _left_out(bad)
    loads = [event for event in bad if event.what == "optimizer.loaded" and event.optimizer in left_out]
    assert {(event.file, event.line) for event in loads} == _marked(case)
    assert not _left_out(_resumed(case, "good", runner))


@_cases_of("SCH105")
def test_the_new_optimizer_has_no_scheduler(case: Case, runner: Runner) -> None:
    def without(variant: str) -> set[int | None]:
        events = _resumed(case, variant, runner)
        return _optimizers(events, "optimizer.update") - _optimizers(events, "scheduler.stepped")

    built = [event for event in _resumed(case, "bad", runner) if event.what == "optimizer.built"]
    assert {(event.file, event.line) for event in built if event.optimizer in without("bad")} == _marked(case)
    assert not without("good")


@pytest.mark.parametrize("case", [case for case in CASES if case.code == "SCH106" and case.proof == "raises"], ids=str)
def test_the_marked_constructor_itself_is_refused(case: Case, runner: Runner) -> None:
    assert case.raises.startswith("KeyError: ")
    innermost = [event for event in _resumed(case, "bad", runner) if event.what == "raised"][-1]
    assert {(innermost.file, innermost.line)} == _marked(case)


@_cases_of("SCH107")
def test_the_marked_steps_come_before_the_training(case: Case, runner: Runner) -> None:
    events = _resumed(case, "bad", runner)
    training = [event.what for event in events].index("optimizer.update")
    before = [event for event in events[:training] if event.what == "scheduler.stepped"]
    assert before and {(event.file, event.line) for event in before} == _marked(case)


@_cases_of("SCH108")
def test_the_scheduler_steps_after_its_state_was_saved(case: Case, runner: Runner) -> None:
    def too_early(variant: str) -> set[tuple[str, int]]:
        wanted = {"scheduler.stepped", "optimizer.update", "checkpoint.saved"}
        deeds = [event for event in _events(case, variant, runner) if event.what in wanted]
        saved_then_stepped = [
            one for one, other in pairwise(deeds) if "scheduler" in one.holds and other.what == "scheduler.stepped"
        ]
        return {(event.file, event.line) for event in saved_then_stepped}

    assert too_early("bad") == _marked(case)
    assert not too_early("good")


@pytest.mark.parametrize("case", [case for case in CASES if case.code == "SCH303" and not case.missing_key], ids=str)
def test_the_checkpoint_lacks_the_scheduler(case: Case, runner: Runner) -> None:
    def lacking(variant: str) -> set[tuple[str, int]]:
        saves = [event for event in _events(case, variant, runner) if "optimizer" in event.holds]
        assert saves
        return {(event.file, event.line) for event in saves if "scheduler" not in event.holds}

    assert lacking("bad") == _marked(case)
    assert not lacking("good")


def _reads(case: Case) -> set[tuple[str, int]]:
    """Where the bad twin reads `missing_key` of something, spelled out or by the name of a constant."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in python_files(case.variant("bad"))}
    nodes = [(file.relative_to(case.variant("bad")).as_posix(), n) for file, tree in trees.items() for n in ast.walk(tree)]

    def is_key(node: ast.expr) -> bool:
        return isinstance(node, ast.Constant) and node.value == case.missing_key

    assignments = [node for _, node in nodes if isinstance(node, ast.Assign) and is_key(node.value)]
    constants = {ast.unparse(target) for node in assignments for target in node.targets}
    found = set()
    for file, node in nodes:
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            key: ast.expr = node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            key = node.args[0]
        else:
            continue
        if is_key(key) or ast.unparse(key) in constants:
            found.add((file, node.lineno))
    return found


@pytest.mark.parametrize("case", [case for case in CASES if case.missing_key], ids=str)
def test_the_key_is_never_written(case: Case, runner: Runner) -> None:
    saves = [event for event in _events(case, "bad", runner) if event.what == "checkpoint.saved"]
    assert saves and not any(case.missing_key in event.keys for event in saves)
    assert _reads(case) == _marked(case)

    bad = _resumed(case, "bad", runner)
    if case.proof == "raises":
        innermost = [event for event in bad if event.what == "raised"][-1]
        assert {(innermost.file, innermost.line)} == _marked(case)
    else:
        assert _left_out(bad)
    assert not _left_out(_resumed(case, "good", runner))
