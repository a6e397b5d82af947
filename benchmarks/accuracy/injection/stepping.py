"""Mistakes in where and how `scheduler.step()` is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst
from injection.edits import Edit, dedented
from injection.injection import (
    Injection,
    guarded_plainly,
    injection,
    is_epoch_loop,
    optimizer_steps,
    over_batches,
    runs_in,
    speaks_epochs,
    speaks_iterations,
    trainings,
)  # fmt: skip
from injection.source import Source, dotted
from injection.variables import Project, SchedulerVariable, Use, parameters

PLATEAU = "ReduceLROnPlateau"


def plain_steps(project: Project, variable: SchedulerVariable) -> list[Use]:
    """The statements `scheduler.step()` that can run, where the scheduler is no ReduceLROnPlateau."""
    if PLATEAU in variable.names:
        return []
    steps = (use for use in variable.calls("step") if use.statement is not None and not use.call.args)
    return [use for use in steps if not _switched_off(project, use)]


def _switched_off(project: Project, use: Use) -> bool:
    """Under `if NAME`, where NAME is False and nothing else?"""
    source = use.source
    for parent in source.ancestors(use.call):
        if isinstance(parent, cst.If) and isinstance(parent.test, cst.Name):
            values = project.assignments(source, use.view.scope, parent.test.value)
            if values and all(isinstance(value, cst.Name) and value.value == "False" for value, _ in values):
                return True
    return False


def into_batch_loop(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` moves from the epoch loop to a line after the optimizer's step in the batch loop.

    Where the batch loop stands in a function of the same file that does not know the scheduler, it is handed in. A mistake
    where a schedule it may hold is written in epochs (`speaks_epochs`) and the step ran once an epoch: its
    innermost loop is an epoch loop, and it is not under a condition on the turn.
    """
    for use in plain_steps(project, variable):
        source, statement = use.source, use.statement
        loop = next(iter(source.loops(use.call)), None)
        if statement is None or loop is None or not is_epoch_loop(source, loop, variable, project):
            continue
        assert isinstance(loop, cst.For)
        if not guarded_plainly(source, statement, loop):
            continue
        if not any(speaks_epochs(project, build, loop, source) for build in variable.builds):
            continue
        for training in trainings(variable):
            inner = training.use
            line = inner.source.statement(inner.call)
            key = next((view.key for view in variable.views if view.scope is inner.view.scope), None)
            if line is None or inner.source is not source or not runs_in(inner, loop, source, project):
                continue
            edit = Edit(source)
            edit.remove(statement)
            key = key or _handed_in(project, edit, use, inner)
            if key is None:
                continue
            edit.insert_after(line, f"{key}.step()\n")
            yield injection("step moved into the batch loop", edit, statement, "SCH201", variable, "SCH208 SCH210")
            break


def _handed_in(project: Project, edit: Edit, use: Use, inner: Use) -> str | None:
    """Give the function that trains the scheduler as one more argument; its name there."""
    function = inner.view.scope
    name = use.view.key.rpartition(".")[2]
    if not isinstance(function, cst.FunctionDef) or name in parameters(function):
        return None
    calls = project.called.get(function.name.value, [])
    params = function.params
    if len(calls) != 1 or calls[0][0] is not use.source or use.source.scope(calls[0][1]) is not use.view.scope:
        return None
    call = calls[0][1]
    if project.assignments(use.source, function, name) or not params.params or not call.args:
        return None
    if params.kwonly_params or params.star_kwarg or not isinstance(params.star_arg, cst.MaybeSentinel):
        return None
    if any(arg.star for arg in call.args) or use.source.enclosing_class(function) is not None:
        return None
    if edit.add(params.params[-1], f", {name}=None") and edit.add(call.args[-1], f", {name}={use.view.key}"):
        return name
    return None


def out_of_batch_loop(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` moves from the batch loop to a line after it.

    A mistake where every schedule it may hold is written in iterations (`speaks_iterations`), and the batch loop stands in
    an epoch loop (in its own function).
    """
    if not variable.builds or not all(speaks_iterations(project, build) for build in variable.builds):
        return
    for use in plain_steps(project, variable):
        source, statement = use.source, use.statement
        loops = source.loops(use.call)
        if statement is None or len(loops) < 2 or not isinstance(loops[0], cst.For) or not over_batches(source, loops[0]):
            continue
        if not any(training.loop is loops[0] for training in trainings(variable)):
            continue
        if not is_epoch_loop(source, loops[1], variable, project):
            continue
        text = dedented(source, statement)
        if text is None or not any(other is loops[0] for other in source.block(loops[0])):
            continue
        edit = Edit(source)
        edit.remove(statement)
        edit.insert_after(loops[0], text)
        yield injection("step moved out of the batch loop", edit, statement, "SCH202", variable, "SCH208")


def to_top_of_epoch(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` moves from below the training to the first line of the epoch loop.

    A mistake always (the first value of the schedule is skipped), where no optimizer steps before that loop: all steps of
    the optimizer that are seen run in the loop, before the scheduler's.
    """
    for use in plain_steps(project, variable):
        source, statement = use.source, use.statement
        loop = next(iter(source.loops(use.call)), None)
        if statement is None or loop is None or not is_epoch_loop(source, loop, variable, project):
            continue
        body = list(loop.body.body) if isinstance(loop.body, cst.IndentedBlock) else []
        if statement not in body or body[0] is statement or not isinstance(body[0], cst.BaseStatement):
            continue
        if not all(runs_in(step, loop, source, project) for step in optimizer_steps(variable.optimizer)):
            continue
        if any(step.source is source and source.line(step.call) > source.line(statement) and source.inside(step.call, loop)
               for step in optimizer_steps(variable.optimizer)):  # fmt: skip
            continue
        text = dedented(source, statement)
        if text is None or len(variable.calls("step")) > 1:
            continue
        edit = Edit(source)
        edit.remove(statement)
        edit.insert_before(body[0], text)
        yield injection("step moved to the top of the epoch loop", edit, statement, "SCH203", variable, "SCH108")


def before_optimizer_step(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` moves from below `optimizer.step()` in a batch loop to the line above it.

    A mistake always, where the two stand in one block and no other step of the optimizer can have run before.
    """
    steps = optimizer_steps(variable.optimizer)
    for use in plain_steps(project, variable):
        source, statement = use.source, use.statement
        if statement is None or len(steps) != 1 or len(variable.calls("step")) != 1 or not source.loops(use.call):
            continue
        line = source.statement(steps[0].call) if steps[0].source is source else None
        block = source.block(statement)
        if line is None or line not in block or block.index(line) > block.index(statement):
            continue
        text = dedented(source, statement)
        if text is None:
            continue
        edit = Edit(source)
        edit.remove(statement)
        edit.insert_before(line, text)
        yield injection("step moved a line before optimizer.step()", edit, statement, "SCH203", variable)


def removed(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The only `scheduler.step()` goes.

    A mistake where the scheduler is not handed to anything that is not seen, nothing else steps it by another spelling
    (`trainer.scheduler.step()`), and its optimizer is seen to step in a loop.
    """
    steps = variable.calls("step")
    if len(steps) != 1 or variable.escapes or not _trains(variable):
        return
    statement = steps[0].statement
    if statement is None or _stepped_from_outside(project, variable):
        return
    edit = Edit(steps[0].source)
    edit.remove(statement)
    yield injection("step removed", edit, statement, "SCH206", variable)


def _trains(variable: SchedulerVariable) -> bool:
    return any(step.source.loops(step.call) for step in optimizer_steps(variable.optimizer))


def _stepped_from_outside(project: Project, variable: SchedulerVariable) -> bool:
    for name in {view.key.rpartition(".")[2] for view in variable.views if "." in view.key}:
        pattern = re.compile(rf"(\w+)\.{name}\.step\(")
        if any(found.group(1) != "self" for source in project.sources for found in pattern.finditer(source.text)):
            return True
    return False


def twice(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` is written twice.

    A mistake always: the schedule runs at double speed. Where the step stands in a loop that does more than to step, and is
    no ReduceLROnPlateau's.
    """
    for use in plain_steps(project, variable):
        statement = use.statement
        text = dedented(use.source, statement) if statement is not None else None
        loops = use.source.loops(use.call)
        if statement is None or text is None or not loops or len(loops[0].body.body) < 2:
            continue
        if not any(training for training in trainings(variable)):
            continue
        edit = Edit(use.source)
        edit.insert_after(statement, text)
        yield injection("step written twice", edit, statement, "SCH210", variable, "SCH208")


def epoch_given(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` becomes `scheduler.step(epoch)`.

    A mistake for every class of torch but ReduceLROnPlateau and CosineAnnealingWarmRestarts: deprecated, or a TypeError.
    The variable of a loop around it must say epoch.
    """
    if variable.names & {PLATEAU, "CosineAnnealingWarmRestarts"}:
        return
    for use in plain_steps(project, variable):
        targets = [loop.target for loop in use.source.loops(use.call) if isinstance(loop, cst.For)]
        name = next((found for found in map(dotted, targets) if found is not None and "epoch" in found.lower()), None)
        if name is not None:
            edit = Edit(use.source)
            if edit.replace(use.call, f"{use.view.key}.step({name})"):
                yield injection("epoch passed to step()", edit, use.call, "SCH204", variable)


def metric_given(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step()` becomes `scheduler.step(loss)`.

    A mistake for every class but ReduceLROnPlateau (CosineAnnealingWarmRestarts too takes it for the epoch), where a variable
    that is called a loss is assigned in the same loop.
    """
    for use in plain_steps(project, variable):
        name = _loss_in(project, use.source, use)
        if name is not None:
            edit = Edit(use.source)
            if edit.replace(use.call, f"{use.view.key}.step({name})"):
                yield injection("metric passed to step()", edit, use.call, "SCH205", variable, "SCH204")


def _loss_in(project: Project, source: Source, use: Use) -> str | None:
    loop = next(iter(source.loops(use.call)), None)
    if loop is None:
        return None
    line = source.line(use.call)
    for name in ("val_loss", "valid_loss", "test_loss", "train_loss", "epoch_loss", "loss"):
        for _, node in project.assignments(source, use.view.scope, name):
            if source.inside(node, loop) and source.line(node) < line:
                return name
    return None


def metric_dropped(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`scheduler.step(val_loss)` of a ReduceLROnPlateau loses its argument: a TypeError.

    The variable must hold nothing but ReduceLROnPlateau.
    """
    if variable.names != {PLATEAU}:
        return
    for use in variable.calls("step"):
        if use.call.args:
            edit = Edit(use.source)
            if edit.replace(use.call, f"{use.view.key}.step()"):
                yield injection("metric of ReduceLROnPlateau dropped", edit, use.call, "SCH205", variable)


def get_lr(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """`get_last_lr()` becomes `get_lr()`: a value that is never used. A mistake always."""
    for use in variable.calls("get_last_lr"):
        edit = Edit(use.source)
        if edit.replace(use.call.func, f"{use.view.key}.get_lr"):
            yield injection("get_last_lr() becomes get_lr()", edit, use.call, "SCH403", variable)


KINDS = (
    into_batch_loop, out_of_batch_loop, to_top_of_epoch, before_optimizer_step, removed, twice, epoch_given, metric_given,
    metric_dropped, get_lr,
)  # fmt: skip
