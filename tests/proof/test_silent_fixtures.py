"""The programs about which nothing is to be said are right: no error, no warning, and the LR that case.toml states."""

from __future__ import annotations

import pytest

from proof.cases import Case, silent_cases
from proof.curves import formula, same
from proof.record import Runner

CASES = silent_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_program_is_right(case: Case, runner: Runner) -> None:
    history = runner.run(case)
    assert [record.error for record in history.records] == [None] * len(case.run)
    assert history.warnings(case.noise) == []
    assert bool(history.warnings()) == bool(case.noise)
    assert [record.killed for record in history.records] == case.kills

    intended = [formula(expression, case.steps, case.steps_per_epoch) for expression in case.lr]
    assert len(history.curves) == len(intended)
    for got, wanted in zip(history.curves, intended, strict=True):
        if "SCH406" in case.guards:  # a param group that joins late has no learning rates before that
            wanted = wanted[-len(got) :]
        assert same(got, wanted), f"got {got}, intended {wanted}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case_says_what_it_guards_and_why(case: Case) -> None:
    assert case.guards and case.summary
    assert case.lr and case.steps, "a claim about learning rates needs the learning rates"
