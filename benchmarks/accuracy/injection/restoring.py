"""Mistakes in saving, restoring and in the order of building and restoring."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst
from injection.edits import Edit, dedented, indent
from injection.injection import Injection, injection, no_hand_on_rate, optimizer_steps
from injection.source import Source, argument, only_statement, walk
from injection.variables import Build, Project, SchedulerVariable, Use

STATELESS = frozenset({"ExponentialLR", "MultiplicativeLR"})
"""They go on from the learning rate they find."""

OVERWRITES = frozenset(
    {
        *("ConstantLR", "LinearLR", "LambdaLR", "OneCycleLR", "CyclicLR", "CosineAnnealingWarmRestarts"),
        *("SequentialLR", "ChainedScheduler"),
    }
)
"""Their constructors write the learning rate (measured on torch 2.13.0)."""


def restores(uses: list[Use]) -> list[Use]:
    """The statements `x.load_state_dict(...)` that read an entry of something that was loaded, not a state kept in memory."""
    found: list[Use] = []
    for use in uses:
        if use.statement is None or len(use.call.args) != 1:
            continue
        given = use.source.code(use.call.args[0].value)
        if "state_dict()" not in given and "copy" not in given and re.search(r"\[\s*[\"']|\.get\(|load\(", given):
            found.append(use)
    return found


def goes_on(variable: SchedulerVariable) -> bool:
    """Is the scheduler stepped in a loop that does more than to step it, and its optimizer as well?"""
    for use in variable.calls("step"):
        loops = use.source.loops(use.call)
        if loops and len(loops[0].body.body) < 2:
            return False
    return any(use.source.loops(use.call) for use in variable.calls("step")) and bool(optimizer_steps(variable.optimizer))


def together(variable: SchedulerVariable) -> Iterator[tuple[Use, Use]]:
    """The restore of the optimizer and the restore of the scheduler that stand in one block, in this order."""
    if variable.optimizer is None:
        return
    for load in restores(variable.calls("load_state_dict")):
        statement = load.statement
        if statement is None:
            continue
        block = load.source.block(statement)
        for other in restores(variable.optimizer.calls("load_state_dict")):
            if other.source is load.source and other.statement in block and other.statement is not None:
                if block.index(other.statement) < block.index(statement):
                    yield other, load


def swapped(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The two `load_state_dict()` change places: the scheduler is restored before its optimizer.

    Against the convention always, where both stand in one block, read a checkpoint, and are the only ones of the optimizer
    in that function.
    """
    for optimizer, scheduler in together(variable):
        first, second = optimizer.statement, scheduler.statement
        assert first is not None and second is not None and variable.optimizer is not None
        if sum(use.view.scope is optimizer.view.scope for use in variable.optimizer.calls("load_state_dict")) != 1:
            continue
        text = dedented(optimizer.source, first)
        if text is None or not _same_names(optimizer, scheduler):
            continue
        edit = Edit(optimizer.source)
        edit.remove(first)
        edit.insert_after(second, text)
        yield injection("loads swapped", edit, first, "SCH101", variable, "SCH106")


def _same_names(first: Use, second: Use) -> bool:
    """Does nothing between the two change what they read?"""
    return re.findall(r"^\w+", first.source.code(first.call.args[0].value)) == re.findall(
        r"^\w+", second.source.code(second.call.args[0].value)
    )


def built_after_load(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The scheduler is built after its optimizer is restored.

    A mistake where the constructor writes the learning rate (`OVERWRITES`; LinearLR and ConstantLR only with a literal
    factor other than 1, or their default), `last_epoch` is not given, and nothing between uses the scheduler. Where the
    optimizer is restored under an `if` together with the scheduler, the scheduler's restore follows under the same test.
    """
    if len(variable.builds) != 1 or variable.optimizer is None or not no_hand_on_rate(variable):
        return
    build = variable.builds[0]
    source, statement = build.source, build.statement
    if statement is None or not writes_rate(build):
        return
    body = only_statement(statement)
    text = dedented(source, statement)
    if text is None or not isinstance(body, cst.Assign) or body.value is not build.call:
        return
    block = source.block(statement)
    for load in restores(variable.optimizer.calls("load_state_dict")):
        if load.source is not source or load.view.scope is not source.scope(statement) or load.statement is None:
            continue
        mine = [use for use in variable.uses if use.source is source and use.view.scope is load.view.scope]
        if load.statement in block and block.index(load.statement) > block.index(statement):
            between = block[block.index(statement) + 1 : block.index(load.statement)]
            if any(_mentions(source, node, variable) for node in between):
                continue
            edit = Edit(source)
            edit.remove(statement)
            edit.insert_after(load.statement, text)
            yield injection("scheduler built after the load", edit, statement, "SCH104", variable)
            return
        outer = source.parents.get(id(source.parents[id(load.statement)]))
        if not isinstance(outer, cst.If) or outer not in block or outer.orelse is not None:
            continue
        if block.index(outer) < block.index(statement):
            continue
        between = block[block.index(statement) + 1 : block.index(outer)]
        inside = [use for use in mine if source.inside(use.call, outer)]
        if any(_mentions(source, node, variable) for node in between) or any(use.method != "load_state_dict" for use in inside):
            continue
        edit = Edit(source)
        edit.remove(statement)
        added = text
        for use in inside:
            again = dedented(source, use.statement) if use.statement is not None else None
            if again is None or use.statement not in source.block(load.statement):
                break
            edit.remove(use.statement)
            added += f"if {source.code(outer.test)}:\n{indent(again, '    ')}"
        else:
            edit.insert_after(outer, added)
            yield injection("scheduler built after the load", edit, statement, "SCH104", variable)
            return


def writes_rate(build: Build) -> bool:
    if build.name not in OVERWRITES or argument(build.call, "last_epoch", 99) is not None:
        return False
    if build.name in ("LinearLR", "ConstantLR"):
        name = "start_factor" if build.name == "LinearLR" else "factor"
        factor = argument(build.call, name, 1)
        return factor is None or (isinstance(factor.value, cst.Float) and float(factor.value.value) != 1)
    if build.name == "LambdaLR":
        return "start" not in build.source.code(build.call)
    return build.name != "ChainedScheduler"  # it writes what its parts write


def _mentions(source: Source, node: cst.CSTNode, variable: SchedulerVariable) -> bool:
    return any(any(part is use.call for use in variable.uses) for part in walk(node)) or any(
        re.search(rf"(?<![\w.]){re.escape(view.key)}(?!\w)", source.code(node))
        for view in variable.views
        if view.source is source
    )


def optimizer_load_dropped(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The optimizer's restore goes, the scheduler's stays.

    A mistake where it is the only one of the optimizer, nothing writes the learning rate by hand, neither is handed to
    anything unseen, and training goes on.
    """
    for optimizer, _ in together(variable):
        assert variable.optimizer is not None and optimizer.statement is not None
        if len(variable.optimizer.calls("load_state_dict")) != 1 or variable.optimizer.escapes:
            continue
        if not no_hand_on_rate(variable) or not goes_on(variable):
            continue
        edit = Edit(optimizer.source)
        edit.remove(optimizer.statement)
        yield injection("optimizer's load dropped", edit, optimizer.statement, "SCH102", variable)


def scheduler_load_dropped(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The scheduler's restore goes, the optimizer's stays.

    A mistake where it is the only one, the class needs its position (not ExponentialLR, not MultiplicativeLR), nothing else
    positions it (`last_epoch`, `step(epoch)`, a loop of steps) or writes the learning rate, it is handed to nothing unseen,
    and training goes on.
    """
    if variable.names & STATELESS or variable.escapes or not goes_on(variable) or not no_hand_on_rate(variable):
        return
    if "ReduceLROnPlateau" not in variable.names and any(use.call.args for use in variable.calls("step")):
        return
    for _, scheduler in together(variable):
        assert scheduler.statement is not None and variable.optimizer is not None
        if len(variable.calls("load_state_dict")) == 1 and not variable.optimizer.escapes:
            edit = Edit(scheduler.source)
            edit.remove(scheduler.statement)
            yield injection("scheduler's load dropped", edit, scheduler.statement, "SCH103", variable, "SCH303")


def dropped_from_checkpoint(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The scheduler's entry of the checkpoint is no longer written, and still read: a KeyError.

    A mistake where the key is a literal, no other place writes it, and the read is a plain subscript by the same key of what
    a call of something named load returned in that function (or of a parameter without default).
    """
    reads = restores(variable.calls("load_state_dict"))
    keys = {key for use in reads if (key := _subscript(use)) and _read_from_file(project, use)}
    for use in variable.calls("state_dict"):
        parent = use.source.parents[id(use.call)]
        at: cst.CSTNode
        if isinstance(parent, cst.DictElement):
            key, edit, at = _text(parent.key), _without(use.source, parent), parent
        elif isinstance(parent, cst.Assign) and isinstance(parent.targets[0].target, cst.Subscript):
            line = use.source.statement(parent)
            if line is None:
                continue
            key, edit, at = _text(parent.targets[0].target.slice[0].slice), Edit(use.source), line
            edit.remove(line)
        else:
            continue
        if edit is None or key not in keys or len(variable.calls("state_dict")) != 1:
            continue
        yield injection("scheduler dropped from the checkpoint", edit, at, "SCH303", variable)


def dropped_from_both(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The scheduler is neither written into the checkpoint nor read from it, though the optimizer is.

    A mistake under the conditions of `scheduler_load_dropped`.
    """
    for dropped in scheduler_load_dropped(project, variable):
        for use in variable.calls("state_dict"):
            parent = use.source.parents[id(use.call)]
            if use.source is dropped.edit.source and isinstance(parent, cst.DictElement):
                other = _without(use.source, parent)
                if other is not None and len(variable.calls("state_dict")) == 1:
                    dropped.edit.removed |= other.removed
                    dropped.edit.replaced |= other.replaced
                    codes = "SCH103 SCH303"
                    yield injection("scheduler neither saved nor loaded", dropped.edit, dropped.at, codes, variable, codes)


def _read_from_file(project: Project, use: Use) -> bool:
    value = use.call.args[0].value
    root = value.value if isinstance(value, cst.Subscript) else None
    if not isinstance(root, cst.Name):
        return False
    scope = use.view.scope
    for given, _ in project.assignments(use.source, scope, root.value):
        return given is not None and "load" in use.source.code(given)
    if not isinstance(scope, cst.FunctionDef):
        return False
    return any(param.name.value == root.value and param.default is None for param in scope.params.params)


def _subscript(use: Use) -> str:
    value = use.call.args[0].value
    if isinstance(value, cst.Subscript) and len(value.slice) == 1:
        return _text(value.slice[0].slice)
    return ""


def _text(node: cst.CSTNode) -> str:
    if isinstance(node, cst.Index):
        node = node.value
    if isinstance(node, cst.SimpleString) and isinstance(node.evaluated_value, str):
        return node.evaluated_value
    return ""


def _without(source: Source, element: cst.DictElement) -> Edit | None:
    """A dict display without one of its elements."""
    display = source.parents[id(element)]
    if not isinstance(display, cst.Dict):
        return None
    edit = Edit(source)
    first, column, last, _ = source.place(element)
    line = source.lines[last - 1]
    if not source.lines[first - 1][:column].strip() and re.fullmatch(r".*\)\s*,?\s*(?:#.*)?\n", line):
        edit.removed.update(range(first, last + 1))
        return edit
    left = [other for other in display.elements if other is not element]
    if left and edit.replace(display, source.code(display.with_changes(elements=left))):
        return edit
    return None


# -- the two halves of a pair ------------------------------------------------------------------------------------------


def halves(project: Project, variable: SchedulerVariable) -> Iterator[tuple[Build, Build]]:
    """The build of a run that restores a scheduler, and the same build of another run of the project that saves it.

    The same class with the same arguments by their spelling, in another function or file of the same folder, that does not
    itself restore. The restoring run goes on training, and the two share a string that ends like a file's name (the
    checkpoint's), or a name from a module of the project.
    """
    if len(variable.builds) != 1 or not restores(variable.calls("load_state_dict")) or not goes_on(variable):
        return
    mine = variable.builds[0]
    for other in project.schedulers:
        if len(other.builds) != 1 or other.calls("load_state_dict") or not other.calls("state_dict"):
            continue
        build = other.builds[0]
        if build.call is mine.call or build.name != mine.name or build.source.path.parent != mine.source.path.parent:
            continue
        if build.source is mine.source and build.source.scope(build.call) is mine.source.scope(mine.call):
            continue
        if build.source is not mine.source and not _shared(build.source) & _shared(mine.source):
            continue
        if [_plain(build.source, arg) for arg in build.call.args[1:]] == [_plain(mine.source, arg) for arg in mine.call.args[1:]]:
            yield mine, build
            return


def _shared(source: Source) -> set[str]:
    """What two scripts can have in common: file names, and what they import from beside them."""
    names = set(re.findall(r"[\"']([^\"']*\.(?:pt|pth|ckpt|tar|bin|pkl))[\"']", source.text))
    for module, _ in re.findall(r"^from (\.?\w+)[\w.]* import (.*)$", source.text, re.MULTILINE):
        if module not in ("torch", "torchvision"):
            names.add(module) if (source.path.parent / f"{module.strip('.')}.py").exists() else None
    return names


def _plain(source: Source, arg: cst.Arg) -> tuple[str, str]:
    return (arg.keyword.value if arg.keyword is not None else "", source.code(arg.value))


def other_argument(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """A literal argument of the resuming half is doubled. A mistake always: see `halves` for what the halves are."""
    for mine, build in halves(project, variable):
        for arg in mine.call.args[1:]:
            if isinstance(arg.value, (cst.Integer, cst.Float)):
                edit = Edit(mine.source)
                if edit.replace(arg.value, repr(arg.value.evaluated_value * 2)):
                    found = injection("argument changed in the resume half", edit, mine.call, "SCH301", variable, "SCH104")
                    found.extra.append((build.source, build.call))
                    yield found


def other_class(project: Project, variable: SchedulerVariable) -> Iterator[Injection]:
    """The resuming half builds another class. A mistake always: see `halves` for what the halves are."""
    for mine, build in halves(project, variable):
        optimizer = mine.source.code(mine.call.args[0].value)
        new = f"ExponentialLR({optimizer}, gamma=0.9)" if mine.name == "StepLR" else f"StepLR({optimizer}, step_size=10)"
        edit = Edit(mine.source)
        if "torch" in mine.source.imports and edit.replace(mine.call, f"torch.optim.lr_scheduler.{new}"):
            found = injection("class changed in the resume half", edit, mine.call, "SCH302", variable)
            found.extra.append((build.source, build.call))
            yield found


KINDS = (
    swapped, built_after_load, optimizer_load_dropped, scheduler_load_dropped, dropped_from_checkpoint, dropped_from_both,
    other_argument, other_class,
)  # fmt: skip
