"""What nobody runs: functions that build a scheduler and are entered from nowhere, for the rules that look at one call.

A method that every subclass overrides, one of a class that is only built with arguments it does not take: no run shows what they
do, but a constructor's arguments are right or wrong all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import libcst as cst

from sched_lint.evaluate.interest import BUILT
from sched_lint.evaluate.loops import classify
from sched_lint.evaluate.values import Arguments, Class, Function, Instance, Method
from sched_lint.timeline import Timeline

if TYPE_CHECKING:
    from sched_lint.evaluate.roots import Evaluator, Program


def unreached(machine: Evaluator, programs: list[Program]) -> Iterator[Timeline]:
    """A timeline for each program with such functions, each a segment of its own."""
    for program in programs:
        actions = list(_actions(machine, program))
        if not actions:
            continue
        again = replace(program, timeline=Timeline(program.timeline.path, alone=True))
        machine.go_on(again)
        for name, action in actions:
            machine.run_root(again, name, action)
        machine.store.rollback(0)
        classify(again.timeline)
        yield again.timeline


def _actions(machine: Evaluator, program: Program) -> Iterator[tuple[str, Callable[[], None]]]:
    for value in program.loose:
        if isinstance(value, Function) and _is_left(machine, value):
            yield value.name, lambda function=value: machine.enter_root(function)  # type: ignore[misc]
        for method in value.names.values() if isinstance(value, Class) else ():
            if isinstance(method, Function) and _is_left(machine, method):
                yield method.name, lambda cls=value, function=method: _call(machine, cls, function)  # type: ignore[misc]


def _is_left(machine: Evaluator, function: Function) -> bool:
    node = function.node
    if id(node) in machine.entered or not isinstance(node, cst.FunctionDef):
        return False
    text = function.env.module.text_of(node)
    return text is not None and BUILT.search(text) is not None


def _call(machine: Evaluator, cls: Class, function: Function) -> None:
    """A method of an object of which nothing is known."""
    machine.env = function.env
    unknown = Instance(cls, number=machine.serial(), partial=True)
    machine.call(Method(function, unknown), Arguments([], {}, True), function.node)
