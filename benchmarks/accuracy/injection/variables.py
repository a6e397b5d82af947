"""Variables that hold torch's schedulers and optimizers, and where the program uses them.

Only what can be read off is taken: a variable all of whose values are built by torch's constructors (or by a function of
the project that returns one), followed by its name through the function, the methods of its class, and the calls that
hand it to a function or class of the project. What is handed on in any other way is an escape.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import libcst as cst
from injection.source import Scope, Source, dotted, only_statement, walk

SCHEDULERS = frozenset(
    {
        *("StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR", "CosineAnnealingLR"),
        *("CosineAnnealingWarmRestarts", "LambdaLR", "MultiplicativeLR", "OneCycleLR", "CyclicLR", "ReduceLROnPlateau"),
        *("SequentialLR", "ChainedScheduler"),
    }
)
LOOKS = (cst.AssignTarget, cst.Attribute, cst.Comparison, cst.If, cst.UnaryOperation, cst.BooleanOperation)
"""Where a name stands without being handed on."""

Home = cst.FunctionDef | cst.Module | cst.ClassDef


@dataclass(frozen=True, slots=True, eq=False)
class Build:
    """`scheduler = StepLR(optimizer, ...)`."""

    source: Source
    call: cst.Call
    name: str  # of torch's class

    @property
    def statement(self) -> cst.SimpleStatementLine | None:
        return self.source.statement(self.call)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A function (or module body) in which a variable is known under a name."""

    source: Source
    scope: Scope
    key: str


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """`key.method(...)` in a view."""

    view: View
    call: cst.Call
    method: str

    @property
    def source(self) -> Source:
        return self.view.source

    @property
    def statement(self) -> cst.SimpleStatementLine | None:
        """The line, where the call is all of it."""
        line = self.source.statement(self.call)
        body = only_statement(line) if line is not None else None
        return line if isinstance(body, cst.Expr) and body.value is self.call else None


@dataclass(slots=True, eq=False)
class Variable:
    """One variable of the program, in all its views."""

    views: list[View] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    escapes: int = 0

    def calls(self, method: str) -> list[Use]:
        return [use for use in self.uses if use.method == method]


@dataclass(slots=True, eq=False)
class SchedulerVariable(Variable):
    """A variable that holds schedulers, and the optimizer they drive where that is plain."""

    builds: list[Build] = field(default_factory=list)
    optimizer: Variable | None = None

    @property
    def names(self) -> set[str]:
        return {build.name for build in self.builds}


class Project:
    """The files of one project, indexed by what they define and call."""

    def __init__(self, sources: list[Source]) -> None:
        self.sources = sources
        self.functions: dict[str, list[tuple[Source, cst.FunctionDef]]] = defaultdict(list)
        self.classes: dict[str, list[tuple[Source, cst.ClassDef]]] = defaultdict(list)
        self.assigned: dict[int, dict[str, list[tuple[cst.BaseExpression | None, cst.CSTNode]]]] = {}
        for source in sources:
            for node in source.nodes:
                if isinstance(node, cst.FunctionDef):
                    self.functions[node.name.value].append((source, node))
                elif isinstance(node, cst.ClassDef):
                    self.classes[node.name.value].append((source, node))

    # -- what is assigned ------------------------------------------------------------------------------------------

    def assignments(self, source: Source, home: Home, key: str) -> list[tuple[cst.BaseExpression | None, cst.CSTNode]]:
        """The values given to a name in a function, module or (attributes of self) class; None for one that is not plain."""
        known = self.assigned.get(id(home))
        if known is None:
            known = self.assigned[id(home)] = defaultdict(list)
            for node in walk(home):
                if isinstance(node, cst.Assign):
                    for target in node.targets:
                        self._assign(known, source, home, target.target, node.value, node)
                elif isinstance(node, (cst.AnnAssign, cst.AugAssign)):
                    value = node.value if isinstance(node, cst.AnnAssign) else None
                    self._assign(known, source, home, node.target, value, node)
                elif isinstance(node, cst.For):
                    self._assign(known, source, home, node.target, None, node)
                elif isinstance(node, (cst.AsName, cst.NamedExpr)):
                    self._assign(known, source, home, node.name if isinstance(node, cst.AsName) else node.target, None, node)
        return known.get(key, [])

    def _assign(
        self, known: dict[str, list[tuple[cst.BaseExpression | None, cst.CSTNode]]], source: Source, home: Home,
        target: cst.CSTNode, value: cst.BaseExpression | None, node: cst.CSTNode,
    ) -> None:  # fmt: skip
        if isinstance(target, (cst.Tuple, cst.List)):
            values = list(value.elements) if isinstance(value, cst.Tuple) else []
            for index, element in enumerate(target.elements):
                inner = values[index].value if len(values) == len(target.elements) else None
                self._assign(known, source, home, element.value, inner, node)
            return
        name = dotted(target)
        if name is None:
            return
        if isinstance(home, cst.ClassDef):
            if name.startswith("self."):
                known[name].append((value, node))
        elif source.scope(node) is home:
            known[name].append((value, node))

    def torch_class(self, source: Source, value: cst.CSTNode | None) -> str:
        """The scheduler of torch that an expression builds, or ""."""
        if not isinstance(value, cst.Call):
            return ""
        full = source.qualified(value.func)
        name = full.rpartition(".")[2]
        return name if name in SCHEDULERS and full == f"torch.optim.lr_scheduler.{name}" else ""

    # -- schedulers ------------------------------------------------------------------------------------------------

    @cached_property
    def schedulers(self) -> list[SchedulerVariable]:
        """The variables that hold nothing but torch's schedulers (or None)."""
        return list(self._find_schedulers())

    def _find_schedulers(self) -> Iterator[SchedulerVariable]:
        for source in self.sources:
            seen: set[tuple[int, str]] = set()
            for node in source.nodes:
                if not isinstance(node, cst.Assign) or len(node.targets) != 1:
                    continue
                key = dotted(node.targets[0].target)
                if key is None or not self._makes_scheduler(source, node.value):
                    continue
                home = self._home(source, node, key)
                if home is None or (id(home), key) in seen:
                    continue
                seen.add((id(home), key))
                variable = self._scheduler(source, home, key)
                if variable is not None:
                    yield variable

    def _makes_scheduler(self, source: Source, value: cst.BaseExpression) -> bool:
        return bool(self.torch_class(source, value)) or bool(self._factory(value))

    def _home(self, source: Source, node: cst.CSTNode, key: str) -> Home | None:
        if key.startswith("self."):
            return source.enclosing_class(node) if key.count(".") == 1 else None
        return source.scope(node) if "." not in key else None

    def _factory(self, value: cst.CSTNode | None) -> list[tuple[Build, cst.FunctionDef]]:
        """The builds that a call of a function of the project returns: all of its returns are schedulers."""
        if not isinstance(value, cst.Call):
            return []
        name = (dotted(value.func) or "").rpartition(".")[2]
        found = self.functions.get(name, [])
        if len(found) != 1:
            return []
        source, function = found[0]
        builds: list[tuple[Build, cst.FunctionDef]] = []
        for node in walk(function):
            if isinstance(node, cst.Return) and source.scope(node) is function and node.value is not None:
                returned = self._returned(source, function, node.value)
                if not returned:
                    return []
                builds += [(build, function) for build in returned]
        return builds

    def _returned(self, source: Source, function: cst.FunctionDef, value: cst.BaseExpression) -> list[Build]:
        if isinstance(value, cst.Name):
            return self._pure(source, self.assignments(source, function, value.value)) or []
        name = self.torch_class(source, value)
        return [Build(source, value, name)] if name and isinstance(value, cst.Call) else []

    def _pure(self, source: Source, values: list[tuple[cst.BaseExpression | None, cst.CSTNode]]) -> list[Build] | None:
        builds: list[Build] = []
        for value, _ in values:
            name = self.torch_class(source, value)
            if name and isinstance(value, cst.Call):
                builds.append(Build(source, value, name))
            elif not (isinstance(value, cst.Name) and value.value == "None"):
                return None
        return builds

    def _scheduler(self, source: Source, home: Home, key: str) -> SchedulerVariable | None:
        builds: list[Build] = []
        drivers: set[str] = set()
        for value, _ in self.assignments(source, home, key):
            name = self.torch_class(source, value)
            if name and isinstance(value, cst.Call):
                builds.append(Build(source, value, name))
                drivers.add(_first(value, "optimizer", 0) or "?")
                continue
            made = self._factory(value)
            if made and isinstance(value, cst.Call):
                builds += [build for build, _ in made]
                drivers |= {_given(value, build, function) or "?" for build, function in made}
            elif not (isinstance(value, cst.Name) and value.value == "None"):
                return None
        if not builds:
            return None
        variable = SchedulerVariable(builds=builds)
        self._follow(variable, source, home, key)
        if len(drivers) == 1:
            variable.optimizer = self._optimizer(source, home, drivers.pop())
        return variable

    def _optimizer(self, source: Source, home: Home, key: str) -> Variable | None:
        if key == "?" or "." in key.removeprefix("self."):
            return None
        owner: Home | None
        if key.startswith("self."):
            owner = home if isinstance(home, cst.ClassDef) else source.enclosing_class(home)
        else:
            owner = home
            if isinstance(home, cst.ClassDef):
                inits = [node for node in home.body.body if isinstance(node, cst.FunctionDef) and node.name.value == "__init__"]
                owner = inits[0] if inits else None
        if owner is None:
            return None
        optimizer = Variable()
        self._follow(optimizer, source, owner, key)
        return optimizer

    # -- uses ------------------------------------------------------------------------------------------------------

    def _follow(self, variable: Variable, source: Source, home: Home, key: str) -> None:
        waiting: list[tuple[Source, Home, str]] = [(source, home, key)]
        seen: set[tuple[int, str]] = set()
        while waiting and len(seen) < 40:
            where, place, name = waiting.pop(0)
            if (id(place), name) in seen:
                continue
            seen.add((id(place), name))
            if isinstance(place, cst.ClassDef):
                for owner, cls in self._family(where, place):
                    for function in (node for node in walk(cls) if isinstance(node, cst.FunctionDef)):
                        if owner.enclosing_class(function) is cls:
                            waiting.append((owner, function, name))
                continue
            view = View(where, place, name)
            variable.views.append(view)
            waiting.extend(self._read(variable, view))

    def _family(self, source: Source, cls: cst.ClassDef) -> list[tuple[Source, cst.ClassDef]]:
        """A class, its bases and what extends it, within the project."""
        found = [(source, cls)]
        for base in cls.bases:
            found += self.classes.get((dotted(base.value) or "").rpartition(".")[2], [])[:1]
        for entries in self.classes.values():
            for owner, other in entries:
                if any((dotted(base.value) or "").rpartition(".")[2] == cls.name.value for base in other.bases):
                    found.append((owner, other))
        return found

    def _read(self, variable: Variable, view: View) -> Iterator[tuple[Source, Home, str]]:
        source = view.source
        owner = source.enclosing_class(view.scope)
        if owner is not None and any((dotted(base.value) or "").endswith(("Scheduler", "LR")) for base in owner.bases):
            variable.escapes += 1  # a scheduler around the scheduler does with it what it likes
            return
        for node in self.mentions(view):
            parent = source.parents[id(node)]
            inner = source.scope(node)
            if inner is not view.scope:
                continue  # a nested function is a view of its own
            outer = source.parents.get(id(parent))
            if isinstance(parent, cst.Attribute) and isinstance(outer, cst.Call) and outer.func is parent:
                variable.uses.append(Use(view, outer, parent.attr.value))
            elif isinstance(parent, cst.Arg) and isinstance(outer, cst.Call) and parent.keyword is not node:
                method = (dotted(outer.func) or "").rpartition(".")[2]
                if method == "step":
                    variable.uses.append(Use(view, outer, "scaled step"))
                followed = list(self._handed(outer, parent))
                variable.escapes += not followed and not _harmless(outer)
                yield from followed
            elif isinstance(parent, cst.Assign) and parent.value is node:
                target = dotted(parent.targets[0].target) or ""
                cls = source.enclosing_class(node)
                if target.startswith("self.") and target.count(".") == 1 and cls is not None:
                    yield source, cls, target
                else:
                    variable.escapes += 1
            elif not isinstance(parent, LOOKS):
                variable.escapes += 1
        for node in walk(view.scope):
            if isinstance(node, cst.FunctionDef) and node is not view.scope and source.scope(node) is view.scope:
                if "." not in view.key and not self._binds(source, node, view.key):
                    yield source, node, view.key

    def mentions(self, view: View) -> Iterator[cst.CSTNode]:
        for node in walk(view.scope):
            if isinstance(node, (cst.Name, cst.Attribute)) and dotted(node) == view.key:
                parent = view.source.parents[id(node)]
                if isinstance(parent, cst.Attribute) and parent.attr is node:
                    continue
                if not isinstance(parent, cst.Param) and not (isinstance(parent, cst.Arg) and parent.keyword is node):
                    yield node

    def _binds(self, source: Source, function: cst.FunctionDef, name: str) -> bool:
        return name in parameters(function) or bool(self.assignments(source, function, name))

    def _handed(self, call: cst.Call, arg: cst.Arg) -> Iterator[tuple[Source, Home, str]]:
        """Where a call takes an argument: the parameter of a function or constructor of the project."""
        name = (dotted(call.func) or "").rpartition(".")[2]
        functions, classes = self.functions.get(name, []), self.classes.get(name, [])
        if len(functions) + len(classes) != 1:
            return
        source, function = functions[0] if functions else (classes[0][0], _init(classes[0][1]))
        if function is None:
            return
        names = parameters(function)
        bound = names[1:] if names[:1] == ["self"] else names
        if arg.keyword is not None:
            if arg.keyword.value in names:
                yield source, function, arg.keyword.value
            return
        if any(other.star for other in call.args):
            return
        index = call.args.index(arg)
        if index < len(bound):
            yield source, function, bound[index]

    @cached_property
    def called(self) -> dict[str, list[tuple[Source, cst.Call]]]:
        """Calls by the last name of what they call."""
        found: dict[str, list[tuple[Source, cst.Call]]] = defaultdict(list)
        for source in self.sources:
            for node in source.nodes:
                if isinstance(node, cst.Call):
                    found[(dotted(node.func) or "").rpartition(".")[2]].append((source, node))
        return found


def parameters(function: cst.FunctionDef) -> list[str]:
    params = function.params
    return [param.name.value for param in (*params.posonly_params, *params.params, *params.kwonly_params)]


def _init(cls: cst.ClassDef) -> cst.FunctionDef | None:
    return next((node for node in cls.body.body if isinstance(node, cst.FunctionDef) and node.name.value == "__init__"), None)


def _harmless(call: cst.Call) -> bool:
    """Does the call only look at what it is given (or is it an optimizer's step through a scaler)?"""
    name = (dotted(call.func) or "").rpartition(".")[2]
    looks = ("print", "isinstance", "hasattr", "getattr", "len", "type", "step", "unscale_", "format", "id")
    return name in looks or name in SCHEDULERS


def _first(call: cst.Call, name: str, position: int) -> str | None:
    for index, arg in enumerate(call.args):
        if arg.star:
            return None
        if (arg.keyword is None and index == position) or (arg.keyword is not None and arg.keyword.value == name):
            return dotted(arg.value)
    return None


def _given(call: cst.Call, build: Build, function: cst.FunctionDef) -> str | None:
    """What a call of a factory gives for the optimizer."""
    inner = _first(build.call, "optimizer", 0)
    names = parameters(function)
    if inner not in names:
        return None
    bound = names[1:] if names[:1] == ["self"] else names
    return _first(call, inner, bound.index(inner)) if inner in bound else None
