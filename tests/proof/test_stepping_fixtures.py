"""What the rules on stepping claim beyond the learning rates: what comes first, what never comes, what comes twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from proof.cases import Case, marks, python_files, rule_cases
from proof.record import FRAMEWORKS, Event, Runner

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
    def pairs(variant: str) -> set[tuple[tuple[str, int], tuple[str, int]]]:
        wanted = {"scheduler.stepped", "optimizer.update"}
        deeds = [event for event in _events(case, variant, runner) if event.what in wanted]
        numbers = {event.optimizer for event in deeds}
        found = set()
        for number in numbers:
            of_one = [event for event in deeds if event.optimizer == number]
            for one, other in pairwise(of_one):
                if one.what == other.what == "scheduler.stepped":
                    assert (one.file, one.line) != (other.file, other.line)
                    found.add(((one.file, one.line), (other.file, other.line)))
        return found

    marked = _marked(case)
    if _uses_framework(case):  # it may step before or after the hand does, whose step is marked
        assert pairs("bad") and all(len({*pair} & marked) == 1 for pair in pairs("bad"))
    else:
        assert {other for _, other in pairs("bad")} == marked
    assert not pairs("good")


def _uses_framework(case: Case) -> bool:
    names = "|".join(sorted(path.name for path in FRAMEWORKS.iterdir() if path.is_dir()))
    sources = (file.read_text(encoding="utf-8") for file in python_files(case.variant("bad")))
    return any(re.search(rf"^(?:import|from) (?:{names})\b", source, re.MULTILINE) for source in sources)
