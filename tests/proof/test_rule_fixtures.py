"""What the rules claim, seen at work: the bad/ and good/ programs run under torch, their learning rates compared."""

from __future__ import annotations

from typing import Literal

import pytest

from proof.cases import Case, marks, rule_cases
from proof.curves import differ, formula, same
from proof.record import Curve, Event, History, Runner

CASES = [case for case in rule_cases() if case.proof != "linter"]
Side = Literal["training", "resume", "neither"]

# What a script does on the line that a finding of the rule points at.
DEED = {
    "SCH101": "scheduler.loaded",
    "SCH102": "scheduler.loaded",
    "SCH103": "optimizer.loaded",
    "SCH104": "scheduler.built",
    "SCH105": "optimizer.built",
    "SCH106": "scheduler.built",
    "SCH107": "scheduler.stepped",
    "SCH108": "checkpoint.saved",
    "SCH201": "scheduler.stepped",
    "SCH202": "scheduler.stepped",
    "SCH203": "scheduler.stepped",
    "SCH204": "scheduler.stepped",
    "SCH205": "scheduler.stepped",
    "SCH206": "scheduler.built",
    "SCH207": "scheduler.built",
    "SCH208": "scheduler.built",
    "SCH209": "scheduler.stepped",
    "SCH210": "scheduler.stepped",
    "SCH301": "scheduler.built",
    "SCH302": "scheduler.built",
    "SCH303": "checkpoint.saved",
    "SCH304": "optimizer.built",
    "SCH401": "raised",
    "SCH402": "isinstance",
    "SCH403": "scheduler.asked",
    "SCH404": "scheduler.built",
    "SCH405": "scheduler.built",
    "SCH406": "optimizer.extended",
}


def _with_proof(*proofs: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in CASES if case.proof in proofs], ids=str)


all_cases = pytest.mark.parametrize("case", CASES, ids=str)


def _formulas(case: Case, expressions: tuple[str, ...]) -> tuple[Curve, ...]:
    return tuple(formula(expression, case.steps, case.steps_per_epoch) for expression in expressions)


def _all_same(ones: tuple[Curve, ...], others: tuple[Curve, ...]) -> bool:
    return len(ones) == len(others) and all(map(same, ones, others))


def _assert_same(got: tuple[Curve, ...], intended: tuple[Curve, ...]) -> None:
    assert len(got) == len(intended)
    for one, other in zip(got, intended, strict=True):
        assert same(one, other), f"got {one}, intended {other}"


def _any_differs(ones: tuple[Curve, ...], others: tuple[Curve, ...]) -> bool:
    return len(ones) != len(others) or any(map(differ, ones, others))


def _since(step: int, curves: tuple[Curve, ...]) -> tuple[Curve, ...]:
    return tuple(curve[step:] for curve in curves)


def _last(steps: int, curves: tuple[Curve, ...]) -> tuple[Curve, ...]:
    return tuple(curve[-steps:] for curve in curves)


def _errors(history: History) -> list[str]:
    return [record.error for record in history.records if record.error]


@all_cases
def test_case_is_one_of_the_known_kinds(case: Case) -> None:
    assert case.proof in {"trajectory", "order", "raises", "warns", "reading"}
    assert case.lr and case.steps, "the intended schedule must be stated, apart from both twins"
    assert bool(case.raises) == (case.proof == "raises")
    assert bool(case.warns) == (case.proof == "warns")


@all_cases
def test_the_twin_runs_and_follows_the_intended_schedule(case: Case, runner: Runner) -> None:
    history = runner.run(case, "good")
    assert _errors(history) == []
    assert history.warnings(case.noise) == []
    assert [record.killed for record in history.records] == case.kills
    _assert_same(history.curves, _formulas(case, case.lr))


@pytest.mark.parametrize("variant", ["bad", "good"])
@pytest.mark.parametrize("case", [case for case in CASES if case.reference], ids=str)
def test_without_the_interruption_both_twins_are_right(case: Case, variant: str, runner: Runner) -> None:
    history = runner.uninterrupted(case, variant)
    assert _errors(history) == []
    _assert_same(history.curves, _formulas(case, case.lr))


@all_cases
def test_the_mistake_does_not_give_itself_away(case: Case, runner: Runner) -> None:
    history = runner.run(case, "bad")
    if case.proof == "raises":
        assert _errors(history) == [case.raises]
        return
    assert _errors(history) == []
    if case.proof != "warns":
        assert history.warnings(case.noise) == []
    if case.noise:
        assert history.warnings(case.noise) != history.warnings()
    if case.code != "SCH406":  # a param group that joins late has no learning rates before that
        assert [len(curve) for curve in history.curves] == [case.steps] * len(case.lr)


@all_cases
def test_each_mark_stands_where_it_happens(case: Case, runner: Runner) -> None:
    history = runner.run(case, "bad")
    done = {(event.file, event.line, event.what) for event in history.records[-1].events}
    # A checkpoint is the fault of the script that writes it, not of the last one.
    done |= {(e.file, e.line, e.what) for r in history.records for e in r.events if e.what == "checkpoint.saved"}
    expected = list(marks(case.variant("bad")))
    if case.missing_key:  # the read of a key is no call: another test sees to its marks
        expected = [mark for mark in expected if mark[2] != "SCH303"]
    assert expected or case.missing_key
    for file, line, code in expected:
        # A call that does not suit the signature raises before it has begun: there is no deed, only the exception.
        assert (file, line, DEED[code]) in done or (case.proof == "raises" and (file, line, "raised") in done)


@pytest.mark.parametrize("case", [case for case in CASES if case.proof == "trajectory" and not case.wins], ids=str)
def test_the_mistake_changes_the_learning_rates(case: Case, runner: Runner) -> None:
    got = runner.run(case, "bad").curves
    steps = min(map(len, got))  # those at which all param groups were there
    assert _any_differs(_last(steps, got), _last(steps, _formulas(case, case.lr)))
    assert _any_differs(_last(steps, got), _last(steps, runner.run(case, "good").curves))


@_with_proof("warns")
def test_torch_warns_of_the_mistake_where_it_is_marked(case: Case, runner: Runner) -> None:
    warned = [warning for record in runner.run(case, "bad").records for warning in record.warnings]
    places = [f"{file}:{line}: {case.warns}" for file, line, _ in marks(case.variant("bad"))]
    # Of get_lr() torch warns with a line of its own: that one has no place, and another test sees to the mark.
    without_place = {warning for warning in warned if warning.startswith("/") and f": {case.warns}" in warning}
    assert without_place or all(any(warning.startswith(place) for warning in warned) for place in places)
    assert all(any(warning.startswith(place) for place in places) for warning in set(warned) - without_place)


@_with_proof("warns")
def test_what_is_warned_of_changes_the_learning_rates_unless_the_case_denies_it(case: Case, runner: Runner) -> None:
    got, intended = runner.run(case, "bad").curves, _formulas(case, case.lr)
    if case.same_lr:
        _assert_same(got, intended)
    else:
        assert _any_differs(got, intended)


def _winner(case: Case, history: History) -> Side:
    start = history.resumed_at
    got = _since(start, history.curves)
    by_training = _since(start, _formulas(case, case.training_lr))
    by_resume = _since(start, _formulas(case, case.resume_lr))
    assert _any_differs(by_training, by_resume), "the two scripts must want different things"
    if _all_same(got, by_training):
        return "training"
    if _all_same(got, by_resume):
        return "resume"
    assert _any_differs(got, by_training) and _any_differs(got, by_resume)
    return "neither"


@pytest.mark.parametrize("case", [case for case in CASES if case.wins], ids=str)
def test_which_script_wins(case: Case, runner: Runner) -> None:
    history = runner.run(case, "bad")
    start = history.resumed_at
    assert 0 < start < case.steps
    before = tuple(curve[:start] for curve in history.curves)
    assert _all_same(before, tuple(curve[:start] for curve in _formulas(case, case.training_lr)))
    assert _winner(case, history) == case.wins


@pytest.mark.parametrize("case", [case for case in CASES if case.wins in {"training", "neither"}], ids=str)
def test_the_script_that_does_not_win_asked_for_something_else(case: Case, runner: Runner) -> None:
    alone = History((runner.without_states(case, "bad"),))
    assert _errors(alone) == []
    asked = _formulas(case, case.resume_lr)
    _assert_same(alone.curves, tuple(curve[: len(alone.curves[0])] for curve in asked))


def _loads(history: History) -> list[Event]:
    return [event for event in history.records[-1].events if event.what.endswith(".loaded")]


def _scheduler_first(history: History) -> set[int]:
    """The optimizers whose scheduler is restored before they are."""
    found: dict[int, list[str]] = {}
    for event in _loads(history):
        assert event.optimizer is not None
        found.setdefault(event.optimizer, []).append(event.what)
    assert found
    assert all(sorted(order) == ["optimizer.loaded", "scheduler.loaded"] for order in found.values())
    return {number for number, order in found.items() if order[0] == "scheduler.loaded"}


@_with_proof("order")
def test_order_of_restoring(case: Case, runner: Runner) -> None:
    bad, good = runner.run(case, "bad"), runner.run(case, "good")
    assert _scheduler_first(bad)
    assert not _scheduler_first(good)


@_with_proof("order")
def test_order_matters_only_to_schedulers_that_write_the_lr_on_load(case: Case, runner: Runner) -> None:
    bad, good = runner.run(case, "bad").curves, runner.run(case, "good").curves
    if case.writes_lr_on_load:
        assert _any_differs(bad, good)
    else:
        assert _all_same(bad, good)


@pytest.mark.parametrize("case", [case for case in CASES if case.code == "SCH102"], ids=str)
def test_an_optimizer_was_left_out(case: Case, runner: Runner) -> None:
    loads = {variant: _loads(runner.run(case, variant)) for variant in ("bad", "good")}

    def restored(variant: str, side: str) -> set[int | None]:
        return {event.optimizer for event in loads[variant] if event.what == f"{side}.loaded"}

    assert restored("bad", "scheduler") - restored("bad", "optimizer")
    assert restored("good", "scheduler") == restored("good", "optimizer")


@pytest.mark.parametrize("case", [case for case in CASES if case.code == "SCH104"], ids=str)
def test_the_scheduler_was_built_on_a_restored_optimizer(case: Case, runner: Runner) -> None:
    def late(variant: str) -> bool:
        events = runner.run(case, variant).records[-1].events
        deeds = [event.what for event in events if event.what in {"scheduler.built", "optimizer.loaded"}]
        return deeds.index("optimizer.loaded") < deeds.index("scheduler.built")

    assert late("bad")
    assert not late("good")


@pytest.mark.parametrize("case", [case for case in CASES if case.code == "SCH302"], ids=str)
def test_the_class_changed(case: Case, runner: Runner) -> None:
    def classes(variant: str) -> list[list[str]]:
        records = runner.run(case, variant).records
        return [[event.of for event in record.events if event.what == "scheduler.built"] for record in records]

    assert classes("bad")[0] != classes("bad")[-1]
    assert classes("good")[0] == classes("good")[-1]
