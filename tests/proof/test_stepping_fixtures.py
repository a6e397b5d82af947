"""What the rules on stepping claim beyond the learning rates: what comes first, what never comes, what comes twice."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from proof.cases import Case, marks, rule_cases
from proof.record import Event, Runner

CASES = rule_cases()


def _cases_of(code: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in CASES if case.code == code], ids=str)


def _events(case: Case, variant: str, runner: Runner) -> list[Event]:
    return [event for record in runner.run(case, variant).records for event in record.events]


def _marked(case: Case) -> set[tuple[str, int]]:
    return {(file, line) for file, line, code in marks(case.variant("bad")) if code == case.code}


@_cases_of("SCH203")
def test_the_scheduler_steps_before_its_optimizer(case: Case, runner: Runner) -> None:
    def early(variant: str) -> set[tuple[str, int]]:
        updated: set[int | None] = set()
        places = set()
        for event in _events(case, variant, runner):
            if event.what == "optimizer.update":
                updated.add(event.optimizer)
            elif event.what == "scheduler.stepped" and event.optimizer not in updated:
                places.add((event.file, event.line))
        return places

    assert early("bad") == _marked(case)
    assert not early("good")


@_cases_of("SCH206")
def test_the_scheduler_is_never_stepped(case: Case, runner: Runner) -> None:
    def idle(variant: str) -> set[tuple[str, int]]:
        events = _events(case, variant, runner)
        stepped = {(event.optimizer, event.of) for event in events if event.what == "scheduler.stepped"}
        built = [event for event in events if event.what == "scheduler.built"]
        assert built
        return {(event.file, event.line) for event in built if (event.optimizer, event.of) not in stepped}

    assert idle("bad") == _marked(case)
    assert not idle("good")


@_cases_of("SCH207")
def test_the_scheduler_is_built_again_on_the_same_optimizer(case: Case, runner: Runner) -> None:
    def rebuilt(variant: str) -> set[tuple[str, int]]:
        built = [event for event in _events(case, variant, runner) if event.what == "scheduler.built"]
        assert built
        times = Counter((event.file, event.line, event.optimizer) for event in built)
        return {(file, line) for (file, line, _), count in times.items() if count > 1}

    assert rebuilt("bad") == _marked(case)
    assert not rebuilt("good")


@_cases_of("SCH210")
def test_two_places_step_in_one_turn(case: Case, runner: Runner) -> None:
    def second(variant: str) -> set[tuple[str, int]]:
        wanted = {"scheduler.stepped", "optimizer.update"}
        deeds = [event for event in _events(case, variant, runner) if event.what in wanted]
        numbers = {event.optimizer for event in deeds}
        found = set()
        for number in numbers:
            of_one = [event for event in deeds if event.optimizer == number]
            for one, other in pairwise(of_one):
                if one.what == other.what == "scheduler.stepped":
                    assert (one.file, one.line) != (other.file, other.line)
                    found.add((other.file, other.line))
        return found

    assert second("bad") == _marked(case)
    assert not second("good")
