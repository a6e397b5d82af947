"""All rules, found by walking this package: a file that is added here is a rule that is known."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module

from sched_lint import rules
from sched_lint.rules.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found: list[Rule] = []
    for info in pkgutil.iter_modules(rules.__path__):
        if re.fullmatch(r"sch\d{3}_\w+", info.name):
            found.append(import_module(f"{rules.__name__}.{info.name}").RULE)
    return tuple(sorted(found, key=lambda rule: rule.code))


def find_rule(code: str) -> Rule | None:
    """The rule with this code, or this name."""
    wanted = code.strip()
    return next((rule for rule in all_rules() if wanted.upper() == rule.code or wanted.lower() == rule.name), None)
