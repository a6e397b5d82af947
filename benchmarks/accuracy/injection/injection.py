"""What an injection is, and what the kinds of injections share: evidence that can be read off the program."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst
from injection.edits import Edit, lines_of
from injection.source import Loop, Source, argument, dotted, walk
from injection.variables import Build, Project, SchedulerVariable, Use, Variable

UNITS = {
    "StepLR": ("step_size", 1),
    "MultiStepLR": ("milestones", 1),
    "CosineAnnealingLR": ("T_max", 1),
    "CosineAnnealingWarmRestarts": ("T_0", 1),
    "LinearLR": ("total_iters", 3),
    "ConstantLR": ("total_iters", 2),
    "PolynomialLR": ("total_iters", 1),
    "OneCycleLR": ("total_steps", 2),
}
"""The argument that says how long a schedule is, and its position."""

EPOCHS = frozenset({"epoch", "epochs"})
ITERATIONS = frozenset({"iter", "iters", "iteration", "iterations", "batches", "updates"})
STEP_WORDS = ITERATIONS | {"step", "steps", "batch"}
DEAD = 1e-6
FEW_STEPS = 300


@dataclass(slots=True, eq=False)
class Injection:
    """One mistake.

    Attributes:
        kind: its name in the table.
        edit: what it changes.
        at: the statement that it moves, changes or removes.
        codes: one of these is to be found.
        also: codes that follow from the mistake as well.
        variable: the scheduler it happens to.
    """

    kind: str
    edit: Edit
    at: cst.CSTNode
    codes: frozenset[str]
    also: frozenset[str]
    variable: SchedulerVariable
    extra: list[tuple[Source, cst.CSTNode]] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.edit.source.path

    @property
    def line(self) -> int:
        return self.edit.source.line(self.at)

    def anchors(self) -> dict[Path, set[int]]:
        """The lines, before the change, where the scheduler and its optimizer are built, stepped, saved and restored."""
        found: dict[Path, set[int]] = {}
        nodes = [(build.source, build.call) for build in self.variable.builds]
        nodes += [(use.source, use.call) for use in self.variable.uses]
        if self.variable.optimizer is not None:
            nodes += [(use.source, use.call) for use in self.variable.optimizer.calls("load_state_dict")]
        for source, node in [*nodes, *self.extra]:
            found.setdefault(source.path, set()).update(lines_of(source, [node]))
        return found


def injection(
    kind: str, edit: Edit, at: cst.CSTNode, codes: str, variable: SchedulerVariable, also: str = "",
) -> Injection:  # fmt: skip
    return Injection(kind, edit, at, frozenset(codes.split()), frozenset(also.split()), variable)


# -- loops -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A step of an optimizer and the loop over batches it stands in."""

    use: Use
    loop: cst.For


def optimizer_steps(variable: Variable | None) -> list[Use]:
    return [*variable.calls("step"), *variable.calls("scaled step")] if variable is not None else []


def trainings(variable: SchedulerVariable) -> list[Training]:
    """The optimizer's steps whose innermost loop runs over batches: over anything but a plain range of numbers."""
    found: list[Training] = []
    for use in optimizer_steps(variable.optimizer):
        loops = use.source.loops(use.call)
        if loops and isinstance(loops[0], cst.For) and over_batches(use.source, loops[0]):
            found.append(Training(use, loops[0]))
    return found


def over_batches(source: Source, loop: cst.For) -> bool:
    spelled = source.code(loop.iter)
    if says(source.code(loop.target), EPOCHS) or says(spelled, EPOCHS) or isinstance(loop.iter, (cst.List, cst.Tuple)):
        return False
    return "range(" not in spelled or "len(" in spelled


def is_epoch_loop(source: Source, loop: Loop, variable: SchedulerVariable, project: Project) -> bool:
    """A `for` that runs over a range (or says epoch), with the loop over batches inside: here, or in a function called here."""
    if not isinstance(loop, cst.For):
        return False
    spelled = source.code(loop.iter)
    if "range(" not in spelled and not says(source.code(loop.target) + " " + spelled, EPOCHS):
        return False
    return any(runs_in(training.use, loop, source, project) for training in trainings(variable))


def runs_in(use: Use, loop: Loop, source: Source, project: Project) -> bool:
    """Does a call stand in a loop, or in a function that is called in it and nowhere else?"""
    if use.source is source and source.inside(use.call, loop):
        return True
    return any(source.inside(call, loop) for call in called_from(use, source, project))


def called_from(use: Use, source: Source, project: Project, depth: int = 3) -> list[cst.CSTNode]:
    """The one call (or chain of single calls) of the function in which a use stands, if it leads into a file."""
    scope = use.view.scope
    for _ in range(depth):
        if not isinstance(scope, cst.FunctionDef):
            return []
        calls = project.called.get(scope.name.value, [])
        if len(calls) != 1:
            return []
        home, call = calls[0]
        if home is source:
            return [call]
        scope = home.scope(call)
    return []


# -- evidence --------------------------------------------------------------------------------------------------------


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", text)}


def says(text: str, vocabulary: Iterable[str]) -> bool:
    return bool(words(text) & set(vocabulary))


def spelled_out(project: Project, source: Source, value: cst.BaseExpression) -> str:
    """An expression, with the names that are assigned once in its function or module written out, two deep."""
    text = source.code(value)
    scopes = [source.scope(value), source.tree]
    for _ in range(2):
        for name in sorted(set(re.findall(r"(?<![\w.])[A-Za-z_]\w*(?!\w*\()", text))):
            for scope in scopes:
                values = project.assignments(source, scope, name)
                if len(values) == 1 and values[0][0] is not None:
                    text = re.sub(rf"(?<![\w.]){name}(?!\w)", f"{name}:({source.code(values[0][0])})", text, count=1)
                    break
    return text


def length(build: Build) -> cst.BaseExpression | None:
    """The argument that says how long the schedule is."""
    name, position = UNITS.get(build.name, ("", 99))
    found = argument(build.call, name, position)
    return found.value if found is not None else None


def speaks_epochs(project: Project, build: Build, loop: cst.For, source: Source) -> bool:
    """Is the schedule written in epochs, from the program alone?

    Its length is the bound of the epoch loop (the same expression, or both the same number), or names epochs and neither
    iterations nor a loader's length, or it is a StepLR or MultiStepLR whose literal period or milestones lie within the
    loop's literal bound and whose factor is 0.5 at most; or it is an ExponentialLR or StepLR whose literal factor divides
    the learning rate by a million within 300 steps.
    """
    value = length(build)
    if value is not None:
        text = spelled_out(project, build.source, value)
        if "len(" in text or says(text, STEP_WORDS - {"step"}) or "per_epoch" in text:
            return False
        if says(text, EPOCHS):
            return True
        bound = bound_of(loop, source)
        if bound is not None and text == bound and build.name not in ("StepLR", "MultiStepLR"):
            return True
        last = loop_bound(loop)
        limit = number(spelled_out(project, source, last)) if last is not None else None
        sizes = [float(size) for size in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", text)]
        if limit is not None and sizes and not re.search(r"[A-Za-z_]", text) and _halves(build):
            return 1 < max(sizes) <= limit
    gamma = argument(build.call, "gamma", {"ExponentialLR": 1, "StepLR": 2}.get(build.name, 99))
    factor = number(build.source.code(gamma.value)) if gamma is not None else None
    if factor is not None and 0 < factor < 1:
        period = 1.0 if build.name == "ExponentialLR" else number(build.source.code(value)) if value is not None else None
        if build.name in ("ExponentialLR", "StepLR") and period is not None:
            return bool(factor ** (FEW_STEPS / period) <= DEAD)
    return False


def _halves(build: Build) -> bool:
    if build.name not in ("StepLR", "MultiStepLR"):
        return False
    gamma = argument(build.call, "gamma", 2)
    factor = number(build.source.code(gamma.value)) if gamma is not None else 0.1
    return factor is not None and 0 < factor <= 0.5


def speaks_iterations(project: Project, build: Build) -> bool:
    """Is the schedule written in iterations?

    Its length has the length of a loader as a factor, or names iterations and no epochs; or steps_per_epoch= is given.
    """
    if build.name == "OneCycleLR" and argument(build.call, "steps_per_epoch", 4) is not None:
        per_epoch = argument(build.call, "steps_per_epoch", 4)
        return per_epoch is not None and build.source.code(per_epoch.value) != "1"
    value = length(build)
    if value is None:
        return False
    text = spelled_out(project, build.source, value)
    if "/" in text:
        return False
    if re.search(r"len\([\w.]*(?:loader|dl|data|batches)\w*\)", text) and "*" in text:
        return True
    return says(text, ITERATIONS) and not says(text, EPOCHS)


def loop_bound(loop: cst.For) -> cst.BaseExpression | None:
    """The last argument of `range(...)`, wherever it stands in what is iterated."""
    for node in walk(loop.iter):
        if isinstance(node, cst.Call) and (dotted(node.func) or "").rpartition(".")[2] in ("range", "trange") and node.args:
            return node.args[min(1, len(node.args) - 1)].value
    return None


def bound_of(loop: cst.For, source: Source) -> str | None:
    value = loop_bound(loop)
    return re.sub(r"\s*\+\s*1$", "", source.code(value)) if value is not None else None


def number(text: str) -> float | None:
    text = re.sub(r"^\w+:\((.*)\)$", r"\1", text.strip())
    try:
        return float(text)
    except ValueError:
        return None


def guarded_plainly(source: Source, statement: cst.CSTNode, loop: Loop) -> bool:
    """Stands the statement in the loop directly, or under `if`s that do not ask for the turn?"""
    target = source.code(loop.target) if isinstance(loop, cst.For) else ""
    for parent in source.ancestors(statement):
        if parent is loop:
            return True
        if isinstance(parent, cst.If):
            if parent.orelse is not None or says(source.code(parent.test), {*words(target), *EPOCHS, *STEP_WORDS, "count", "i"}):
                return False
        elif not isinstance(parent, (cst.IndentedBlock, cst.With)):
            return False
    return False


def no_hand_on_rate(variable: SchedulerVariable) -> bool:
    """Is nothing in the files of the scheduler said about its position or the learning rate by hand?"""
    views = [*variable.views, *(variable.optimizer.views if variable.optimizer is not None else ())]
    text = "".join({view.source.path: view.source.text for view in views}.values())
    text += "".join({build.source.path: build.source.text for build in variable.builds}.values())
    return not re.search(r"last_epoch|initial_lr|\[\s*[\"']lr[\"']\s*\]\s*[*+-/]?=(?!=)", text)
