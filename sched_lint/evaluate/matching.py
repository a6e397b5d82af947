"""The match statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from sched_lint.branches import Path
from sched_lint.evaluate.conditions import TRUE
from sched_lint.evaluate.iterate import Iterating
from sched_lint.quantities import Value


class Matching(Iterating):
    """match. What runs the blocks is in `statements`."""

    __slots__ = ()

    def branch(self, arms: list[tuple[Path, Callable[[], str | None]]]) -> str | None:
        raise NotImplementedError

    def _match(self, node: cst.Match) -> str | None:
        subject = self.evaluate(node.subject)
        return self._cases(subject, list(node.cases))

    def _cases(self, subject: Value, cases: list[cst.MatchCase]) -> str | None:
        if not cases:
            return None
        case, rest = cases[0], cases[1:]
        decision = self._pattern(subject, case.pattern)
        if case.guard is not None and decision.value is not False:
            guard = self.decide(case.guard)
            decision = (
                guard
                if decision.value is True
                else self._composed("and", decision, guard)
                if (guard.value is None)
                else (decision if guard.value else guard)
            )
        if decision.value is True:
            return self.execute(case.body)
        if decision.value is False:
            return self._cases(subject, rest)
        return self.branch([
            (decision.then, lambda: self.execute(case.body)),
            (decision.otherwise, lambda: self._cases(subject, rest)),
        ])  # fmt: skip

    def _pattern(self, subject: Value, pattern: cst.MatchPattern) -> Any:
        if type(pattern) is cst.MatchValue:
            return self.compare("==", subject, self.evaluate(pattern.value), pattern)
        if type(pattern) is cst.MatchSingleton:
            return self.compare("==", subject, self.evaluate(pattern.value), pattern)
        if type(pattern) is cst.MatchAs:
            if pattern.pattern is not None:
                return self._pattern(subject, pattern.pattern)
            if pattern.name is not None:
                self.assign(pattern.name, subject)
            return TRUE
        if type(pattern) is cst.MatchOr:
            decision = self._pattern(subject, pattern.patterns[0].pattern)
            for element in pattern.patterns[1:]:
                other = self._pattern(subject, element.pattern)
                if decision.value is True or other.value is True:
                    return TRUE
                if decision.value is False:
                    decision = other
                elif other.value is None:
                    decision = self._composed("and", decision.flipped(), other.flipped()).flipped()
            return decision
        return self.symbolic(("match", id(pattern), self.serial()), "case", subject)
