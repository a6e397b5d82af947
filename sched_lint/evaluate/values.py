"""What expressions evaluate to, beyond the shared symbolic values: objects with identity, functions, classes, containers."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

import libcst as cst

from sched_lint.branches import Path, opposite
from sched_lint.project.modules import Module
from sched_lint.project.pieces import Piece
from sched_lint.quantities import Const, Items, Length, Op, Symbol, Value, kept_id, key
from sched_lint.timeline import Optimizer, Scheduler, Site

NONE = Const(None)


@dataclass(slots=True, eq=False, repr=False)
class External(Value):
    """A module, class or function from outside the project, or what is read of one, by its dotted name."""

    name: str
    read: bool = False  # an attribute of what was imported: it may hold anything

    def own_key(self) -> Hashable:
        """Its name: each look-up makes another such object."""
        return ("external", self.name)

    @property
    def symbol(self) -> Symbol:
        """What can be compared and computed with in its place."""
        return Symbol(self.own_key(), self.name)


@dataclass(slots=True, eq=False, repr=False)
class ExternalObject(Value):
    """An instance of an external class whose kind matters (Accelerator, GradScaler, ArgumentParser ...)."""

    cls: str
    attrs: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True, eq=False, repr=False)
class Environment(Value):
    """A module being executed: its global names."""

    module: Module
    names: dict[str, Value] = field(default_factory=dict)
    main: bool = False
    waiting: dict[str, list[Piece]] | None = None  # statements to run when a name is asked for that they bind, by name
    ran: set[int] = field(default_factory=set)  # where those stand that have run


@dataclass(slots=True, eq=False, repr=False)
class Folder(Value):
    """A namespace package: a folder without __init__.py."""

    path: str
    importer: Module


@dataclass(slots=True, eq=False, repr=False)
class Imported(Value):
    """A name imported from a project module, looked up when it is first used."""

    home: Module | str
    name: str
    importer: Module


@dataclass(slots=True, eq=False, repr=False)
class Frame:
    """The local names of one call."""

    names: dict[str, Value]
    parent: Frame | None
    env: Environment
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    captured: bool = False  # a function made in it, or what locals() gave, may see it after the call


@dataclass(slots=True, eq=False, repr=False)
class Function(Value):
    """A function of the project, with the frame it closes over."""

    node: cst.FunctionDef | cst.Lambda
    name: str
    env: Environment
    frame: Frame | None
    owner: Class | None = None
    kind: str = ""  # "static", "class", "property" or ""
    defaults: dict[str, Value] = field(default_factory=dict)
    context: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Method(Value):
    """A function bound to its first argument."""

    function: Function
    receiver: Value


@dataclass(slots=True, eq=False, repr=False)
class NativeMethod(Value):
    """A method, or what else is read of an object that is not an instance of a project class."""

    receiver: Value
    name: str

    def own_key(self) -> Hashable:
        """The object's key and the name: each look-up makes another such object."""
        return ("native", key(self.receiver), self.name)


@dataclass(slots=True, eq=False, repr=False)
class Partial(Value):
    """functools.partial(function, *args, **kwargs)."""

    function: Value
    args: Arguments


@dataclass(slots=True, eq=False, repr=False)
class Class(Value):
    """A class of the project."""

    node: cst.ClassDef
    name: str
    env: Environment
    bases: tuple[Value, ...]
    names: dict[str, Value] = field(default_factory=dict)
    decorators: tuple[Value, ...] = ()
    fields: list[tuple[str, cst.BaseExpression | None]] = field(default_factory=list)
    dataclass: bool = False
    _order: list[Class] | None = None
    _external: tuple[str, ...] | None = None

    @property
    def order(self) -> list[Class]:
        """The project classes in method resolution order (depth first, later duplicates win, as in simple C3)."""
        if self._order is None:
            self._order = [self]
            merged: list[Class] = []
            for base in self.bases:
                if isinstance(base, Class) and base is not self:
                    for ancestor in base.order:
                        if ancestor in merged:
                            merged.remove(ancestor)
                        merged.append(ancestor)
            self._order.extend(merged)
        return self._order

    @property
    def external_bases(self) -> tuple[str, ...]:
        if self._external is None:
            self._external = tuple(base.name for cls in self.order for base in cls.bases if isinstance(base, External))
        return self._external

    @property
    def unknown_bases(self) -> bool:
        return any(not isinstance(base, (Class, External)) for cls in self.order for base in cls.bases)

    def find(self, name: str) -> Value | None:
        for cls in self.order:
            if name in cls.names:
                return cls.names[name]
        return None


@dataclass(slots=True, eq=False, repr=False)
class Instance(Value):
    """An object of a project class."""

    cls: Class
    attrs: dict[str, Value] = field(default_factory=dict)
    number: int = 0
    partial: bool = False  # made for a class that nobody instantiates: other methods may set what is missing


@dataclass(slots=True, eq=False, repr=False)
class Super(Value):
    """super(): the methods after `after` in the receiver's resolution order."""

    receiver: Value
    cls: Class
    after: Class


@dataclass(slots=True, eq=False, repr=False)
class Tuple(Value):
    """A tuple; `names` when it is a namedtuple."""

    items: tuple[Value, ...]
    names: tuple[str, ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class List(Value):
    """A list. Slots are numbered; `"*"` holds one value that stands for any number of unknown items."""

    slots: dict[Hashable, Value] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        return "*" not in self.slots

    @property
    def items(self) -> list[Value]:
        return [value for slot, value in self.slots.items()]


@dataclass(slots=True, eq=False, repr=False)
class Dict(Value):
    """A dict, namespace or config object: string (or other constant) keys; `ANY` stands for unknown keys."""

    entries: dict[Hashable, Value] = field(default_factory=dict)
    namespace: bool = False
    text: str = ""
    filtered: bool = False  # some entries may not be there: a filter that only the run decides


ANY = ("any",)


@dataclass(slots=True, eq=False, repr=False)
class OptimizerValue(Value):
    optimizer: Optimizer
    instance: Instance | None = None


@dataclass(slots=True, eq=False, repr=False)
class SchedulerValue(Value):
    scheduler: Scheduler
    instance: Instance | None = None


@dataclass(slots=True, eq=False, repr=False)
class LoaderValue(Value):
    """A data loader, known by its construction."""

    number: int
    text: str
    arguments: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True, eq=False, repr=False)
class StateOf(Value):
    """`subject.state_dict()`; `subject` may be any value."""

    subject: Value


@dataclass(slots=True, eq=False, repr=False)
class CheckpointValue(Value):
    """What torch.load returned, or an entry of it."""

    target: Value
    number: int
    entry: str = ""
    text: str = "checkpoint"
    site: Site | None = None  # where the entry is read
    lenient: bool = False  # read by `get`: no error where the entry is missing
    keyed: Hashable = None  # the key of the value that names the entry, where only the run knows it


@dataclass(slots=True, eq=False, repr=False)
class Iteration(Value):
    """Something that can be looped over: its source, its bound, what one turn gives."""

    source: str  # "loader", "range", "collection", "while", "unknown"
    text: str
    bound: Value | None
    element: Value | None  # None: a fresh symbol per loop
    shape: tuple[str, ...] = ()  # "index", "item" for enumerate and zip
    loader: Value | None = None
    unrolled: tuple[Value, ...] | None = None
    inner: Value | None = None
    start: Value | None = None  # the first argument of range(start, stop)


@dataclass(slots=True, eq=False, repr=False)
class Alternatives(Value):
    """One of several values, each under the branch decisions that lead to it."""

    options: tuple[tuple[Path, Value], ...]

    def own_key(self) -> Hashable:
        """What it is made of: each look at one of two configurations makes another such object."""
        return ("one of", frozenset([(path, key(option)) for path, option in self.options]))


@dataclass(slots=True, eq=False, repr=False)
class Arguments:
    """The arguments of a call. `open` says that a splat of unknown contents was among them, `settled` that each such splat
    is an entry of some configuration: written down before the run, so that it holds nothing the run found out."""

    positional: list[Value] = field(default_factory=list)
    keywords: dict[str, Value] = field(default_factory=dict)
    open: bool = False
    settled: bool = False

    def all(self) -> list[Value]:
        return [*self.positional, *self.keywords.values()]

    def get(self, position: int, name: str) -> Value | None:
        if name in self.keywords:
            return self.keywords[name]
        return self.positional[position] if 0 <= position < len(self.positional) else None


MISSING = Symbol(("missing",), "?")
"""Marks a name that is not bound; it never leaves the store."""

MAX_OPTIONS = 12
LOST: list[Value] = []
"""Alternatives that were too many to be followed, in the program at hand (see `Tracked.lose`)."""


def choose(options: list[tuple[Path, Value]]) -> Value:
    """One value for several alternatives, flattened, without duplicates or the impossible."""
    single: list[tuple[Path, Value]] = []
    for path, value in options:
        if type(value) is Alternatives:
            against = opposite(path)
            single += [(path | inner, option) for inner, option in value.options if against.isdisjoint(inner)]
        else:
            single.append((path, value))
    flat: dict[Hashable, tuple[Path, Value]] = {}
    for path, value in single:
        if value is not MISSING:
            identity = key(value) if type(value) in PLAIN else id(value)
            known = flat.get(identity)
            # Present in both arms: only what both paths share is still required.
            flat[identity] = (path, value) if known is None else (path & known[0], known[1])
    if not flat:
        return MISSING
    found = tuple(flat.values())
    if len(found) == 1:
        return found[0][1] if not found[0][0] else Alternatives(found)
    if len(found) > MAX_OPTIONS:
        LOST.extend(value for _, value in found)
        return Symbol(("many", tuple(kept_id(value) for _, value in found)), "?")
    return Alternatives(found)


PLAIN = frozenset({Const, Symbol, Op, Length, Items, External})
"""Kinds of values of which two are the same where their keys are."""


@dataclass(slots=True, eq=False, repr=False)
class Unparsed(Value):
    """A function or model class of a file that has nothing to do with training: parsed only if it is given an optimizer."""

    module: Module
    name: str
