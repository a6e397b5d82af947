"""Mistakes in constructing a scheduler, and in what happens to its optimizer afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
from injection.edits import Edit, dedented
from injection.injection import Injection, injection, optimizer_steps
from injection.source import Source, only_statement
from injection.variables import Build, Project, SchedulerVariable

REQUIRED = {
    "StepLR": ("step_size", 1),
    "MultiStepLR": ("milestones", 1),
    "ExponentialLR": ("gamma", 1),
    "CosineAnnealingLR": ("T_max", 1),
    "CosineAnnealingWarmRestarts": ("T_0", 1),
    "LambdaLR": ("lr_lambda", 1),
    "MultiplicativeLR": ("lr_lambda", 1),
    "OneCycleLR": ("max_lr", 1),
    "CyclicLR": ("max_lr", 2),
}
PINS = (
    "requirements*.txt",
    "setup.py",
    "setup.cfg",
    "pyproject.toml",
    "environment*.y*ml",
    "*.lock",
    "Pipfile",
    "*/requirements*.txt",
)


def plain_builds(variable: SchedulerVariable) -> Iterator[Build]:
    """Calls without splats that no `try` stands around."""
    for build in variable.builds:
        if any(arg.star for arg in build.call.args):
            continue
        if not any(isinstance(parent, cst.Try) for parent in build.source.ancestors(build.call)):
            yield build


def misspelt(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """A keyword of the constructor loses a letter: a TypeError. A mistake always."""
    for build in plain_builds(variable):
        for arg in build.call.args:
            if arg.keyword is None or arg.keyword.value in ("optimizer", "verbose"):
                continue
            name = arg.keyword.value
            edit = Edit(build.source)
            if edit.replace(arg.keyword, name[: len(name) // 2] + name[len(name) // 2 + 1 :]):
                also = "SCH103 SCH104 SCH201 SCH202 SCH301 SCH303"  # what the default that takes its place leads to
                yield injection("constructor argument misspelt", edit, build.call, "SCH401", variable, also)
                break


def argument_removed(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The constructor's required argument is left out: a TypeError. A mistake always."""
    for build in plain_builds(variable):
        name, position = REQUIRED.get(build.name, ("", 99))
        left = [
            arg for index, arg in enumerate(build.call.args)
            if not (arg.keyword.value == name if arg.keyword is not None else index == position)
        ]  # fmt: skip
        if len(left) != len(build.call.args) - 1 or any(arg.keyword is None for arg in left[position:]):
            continue
        spelled = ", ".join(_spelled(build.source, arg) for arg in left)
        edit = Edit(build.source)
        if edit.replace(build.call, f"{build.source.code(build.call.func)}({spelled})"):
            yield injection("required argument removed", edit, build.call, "SCH401", variable)


def _spelled(source: Source, arg: cst.Arg) -> str:
    value = source.code(arg.value)
    return f"{arg.keyword.value}={value}" if arg.keyword is not None else value


def verbose(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`verbose=True` is given: a TypeError since torch 2.7. A mistake where no file of the project pins torch at all."""
    for build in plain_builds(variable):
        if build.name in ("SequentialLR", "ChainedScheduler") or "verbose" in build.source.text:
            continue
        spelled = ", ".join([*(_spelled(build.source, arg) for arg in build.call.args), "verbose=True"])
        edit = Edit(build.source)
        if edit.replace(build.call, f"{build.source.code(build.call.func)}({spelled})"):
            yield injection("verbose added", edit, build.call, "SCH401", variable)


def pins_torch(root: Path) -> bool:
    for pattern in PINS:
        for file in root.glob(pattern):
            if file.is_file() and re.search(r"\b(?:py)?torch\b[^\w\n]*[=<~^]", file.read_text("utf-8", "replace")):
                return True
    return False


def optimizer_replaced(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The optimizer is built once more after the scheduler was built on it.

    A mistake where the one statement that builds the optimizer (a constructor of torch.optim) stands in the block of the
    scheduler's and before it, so that the same line can follow it, and the optimizer and the scheduler are stepped.
    """
    if len(variable.builds) != 1 or variable.optimizer is None or not variable.calls("step"):
        return
    build = variable.builds[0]
    source, statement = build.source, build.statement
    if statement is None or not optimizer_steps(variable.optimizer):
        return
    for view in variable.optimizer.views:
        if view.source is not source or view.scope is not source.scope(statement):
            continue
        home = source.enclosing_class(statement) if "." in view.key else view.scope
        assert home is not None
        values = project.assignments(source, home, view.key)
        line = source.statement(values[0][1]) if len(values) == 1 else None
        block = source.block(statement)
        value = values[0][0] if values else None
        if line is None or line not in block or block.index(line) > block.index(statement):
            continue
        if not isinstance(value, cst.Call) or not re.fullmatch(r"torch\.optim\.\w+", source.qualified(value.func)):
            continue
        if only_statement(statement) is None or not isinstance(only_statement(statement), cst.Assign):
            continue
        text = dedented(source, line)
        if text is None:
            continue
        edit = Edit(source)
        edit.insert_after(statement, text)
        yield injection("optimizer replaced after building", edit, statement, "SCH105", variable, "SCH102")
        return


def group_added(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """A parameter group is added after the scheduler was built. A mistake where both are stepped."""
    if len(variable.builds) != 1 or variable.optimizer is None or not variable.calls("step") or variable.escapes:
        return
    build = variable.builds[0]
    source, statement = build.source, build.statement
    if statement is None or "torch" not in source.imports or not optimizer_steps(variable.optimizer):
        return
    if not isinstance(only_statement(statement), cst.Assign):
        return
    for view in variable.optimizer.views:
        if view.source is source and view.scope is source.scope(statement):
            edit = Edit(source)
            edit.insert_after(statement, f'{view.key}.add_param_group({{"params": [torch.nn.Parameter(torch.zeros(1))]}})\n')
            yield injection("group added after building", edit, statement, "SCH406", variable)
            return


KINDS = (misspelt, argument_removed, verbose, optimizer_replaced, group_added)
