"""The timeline: what happens to optimizers, schedulers and checkpoints, in program order.

The evaluator writes timelines, rules read them. Nothing here knows libcst: a `Site` answers for its line only when a
finding or a message asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple, TypeVar

from sched_lint.branches import Path, compatible
from sched_lint.knowledge.torch_api import SchedulerApi
from sched_lint.knowledge.torch_api import scheduler as scheduler_api
from sched_lint.quantities import Const, Value


class Span(NamedTuple):
    """A place in a file: lines and columns count from 1, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True, eq=False, repr=False)
class Site:
    """A node of the source, located lazily."""

    path: str
    node: object
    locate: Callable[[object], Span] = field(repr=False)
    _span: Span | None = None

    @property
    def span(self) -> Span:
        if self._span is None:
            self._span = self.locate(self.node)
        return self._span

    @property
    def line(self) -> int:
        return self.span.line

    @property
    def identity(self) -> tuple[str, int]:
        return (self.path, id(self.node))


FLAG = re.compile(r"%|is_last|last_(?:batch|step|iter|accum)|end_of_(?:epoch|data|loader)|(?:epoch|loader)_end|is_(?:final|end)")


@dataclass(slots=True, eq=False, repr=False)
class Condition:
    """What decides a branch: its spelling and the loops whose turns can change it."""

    number: int
    text: str
    varying: frozenset[int]
    periodic: bool = False
    """True of `(i + 1) % n == 0` and its like: holds once in several turns."""
    periodic_unless: bool = False
    """True where its negation is so, as that of "neither the nth turn nor the last"."""
    at_first: bool | None = None
    """What the test gives in the first turn of its loop, where that is known."""
    last_turn: bool = False
    """True of a test that holds only at the last batch of the loop."""
    counter: str = ""
    """The variable that `counter < n` or `n <= counter` compares."""
    since: int = 0
    """1 where the test holds from some turn on, -1 where its negation does, else 0."""
    by_default: bool | None = None
    """What the test gives with the defaults of argparse and signatures, where that is known."""
    optional: bool = False
    """True of branches that stand for a choice of ours (an exception handler, one of several registry entries)."""

    @property
    def is_flag(self) -> bool:
        """Does its name say that others count the turns and set it: `state.is_last_batch`, `self.global_step % n == 0`?"""
        return FLAG.search(self.text) is not None

    def until_some_turn(self, literal: int) -> bool:
        """Is that arm (see `periodic_on`) taken in the first turns of a loop alone, as that of `step < warmup`?"""
        return bool(self.counter) and literal * self.since < 0

    def periodic_on(self, literal: int) -> bool:
        """Is the arm that this signed number stands for taken once in several turns?"""
        return self.periodic if literal > 0 else self.periodic_unless

    def at_first_on(self, literal: int) -> bool | None:
        """Is that arm taken in the first turn?"""
        return self.at_first if literal > 0 or self.at_first is None else not self.at_first


@dataclass(slots=True, eq=False, repr=False)
class Loop:
    """One loop as it is evaluated. `source` says what it iterates over."""

    number: int
    site: Site
    source: str  # "loader", "range", "while", "collection", "unknown"
    text: str  # how the source spells what is iterated
    bound: Value | None  # number of turns where it is known: the argument of range, len(loader) ...
    targets: tuple[str, ...]
    parents: tuple[Loop, ...]
    path: Path  # where the loop itself stands
    segment: Segment
    loader: Value | None = None
    fetches: bool = False  # calls next(iterator) in its body
    ends_early: bool = False  # a test of what counts its turns can end it before its bound
    trains: bool = False  # an optimizer steps in it (at any depth)
    backward: bool = False  # a backward pass runs in it (at any depth)
    starts: tuple[Value, ...] = ()  # what the first argument of range(start, stop) may be
    own_training: bool = False  # the optimizer steps in it with no further loop between
    kind: str = "unknown"  # "batch", "epoch", "iteration", "other", "unknown": filled in by evaluate.loops
    children: list[Loop] = field(default_factory=list)
    exits: set[Path] = field(default_factory=set)  # decisions that end it: what comes after them runs in every turn that goes on


@dataclass(slots=True, eq=False, repr=False)
class Segment:
    """A stretch of a timeline whose inner order is known: a module's body, or a function that nobody calls."""

    name: str
    parent: Segment | None
    number: int

    def follows(self, other: Segment) -> bool:
        """Is `other` this segment or one that surely runs before it?"""
        segment: Segment | None = self
        while segment is not None:
            if segment is other:
                return True
            segment = segment.parent
        return False


@dataclass(slots=True, eq=False, repr=False)
class Optimizer:
    """An optimizer object. `name` is torch's class name, or the project's or another library's."""

    number: int
    site: Site
    name: str
    arguments: Mapping[str, Value]
    complete: bool  # every argument is known to be in `arguments` (no open *args or **kwargs)
    known: bool  # a class of torch.optim
    wraps: tuple[Optimizer, ...] = ()  # optimizers among its arguments: it is a wrapper around them
    label: str = ""


GROUP_RATES = "lr of its param groups"
NO_RATE = "the default"
"""The pseudo-argument of an optimizer under which the learning rates of its param groups stand."""


@dataclass(slots=True, eq=False, repr=False)
class Scheduler:
    """A scheduler object. `api` is None for project subclasses and classes that only the run decides."""

    number: int
    site: Site
    name: str
    api: SchedulerApi | None
    arguments: Mapping[str, Value]
    complete: bool
    optimizers: tuple[tuple[Path, Optimizer], ...]
    parts: tuple[Scheduler, ...] = ()
    part_of: Scheduler | None = None
    custom: bool = False  # a project's own subclass
    plain: bool = False  # one with torch's step() and states, whose get_lr() computes the rate from the position alone
    factory: str = ""  # the third-party factory that built it, if one did
    units: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    writes_on_load: Site | None = None
    positional: int = 0  # how many arguments were given by position
    keywords: tuple[str, ...] = ()
    spelled: Mapping[str, str] = field(default_factory=dict)  # arguments given as plain names, and these names
    settled: bool = False  # complete, or what is not known of the arguments stands in a configuration

    @property
    def behaves_as(self) -> SchedulerApi | None:
        """The class of torch that it is, or that the factory of another library made it of; None where that counts nothing."""
        return scheduler_api(self.name) if self.factory and self.units else self.api

    @property
    def takes_metric(self) -> bool:
        """Is its step() given a metric, as ReduceLROnPlateau's is?"""
        return self.api is not None and self.api.step_epoch == "metric"

    @property
    def is_understood(self) -> bool:
        """Does it do what torch's schedulers do: one of them, a factory's, or a project's own that keeps to their ways?"""
        return self.plain or (not self.custom and (self.api is not None or self.factory != ""))

    def argument(self, name: str) -> Value | None:
        """The value given for an argument, or the signature's default; None when it is not known."""
        if name in self.arguments:
            return self.arguments[name]
        if self.api is not None and self.complete:
            for parameter in self.api.parameters:
                if parameter.name == name and parameter.has_default:
                    return Const(parameter.default)
        return None

    def drives(self, optimizer: Optimizer) -> bool:
        return any(candidate is optimizer for _, candidate in self.optimizers)

    @property
    def tree(self) -> Iterator[Scheduler]:
        """This scheduler and the parts it is made of."""
        yield self
        for part in self.parts:
            yield from part.tree


Subject = Optimizer | Scheduler


class Rate(NamedTuple):
    """How often a step runs: once per turn of `loop`, within turns of `epoch_loop`."""

    per: str  # "batch", "update", "iteration", "epoch", "sometimes", "once", "unknown"
    loop: Loop | None = None
    epoch_loop: Loop | None = None


class Evidence(NamedTuple):
    """Why an argument of a scheduler counts epochs or iterations. Strength: 3 certain, 2 strong, 1 weak."""

    unit: str  # "epoch" or "iteration"
    strength: float
    text: str


@dataclass(slots=True, eq=False, repr=False)
class Event:
    """Something that happens: where, in which loops, under which branch decisions, called from where."""

    site: Site
    index: int
    loops: tuple[Loop, ...]
    path: Path
    calls: tuple[Site, ...]
    segment: Segment

    def line_of_calls(self) -> tuple[Site, ...]:
        return (*self.calls, self.site)


@dataclass(slots=True, eq=False, repr=False)
class Built(Event):
    """An optimizer or scheduler is constructed."""

    subject: Subject


@dataclass(slots=True, eq=False, repr=False)
class Loaded(Event):
    """`subject.load_state_dict(...)`."""

    subject: Subject
    source: Value | None  # path of the checkpoint, where known
    entry: str  # key under which it stands in the checkpoint, "" if unknown
    in_memory: bool  # a state taken from a live object, not from a checkpoint
    checkpoint: int = 0  # which read checkpoint, 0 if unknown
    read: Site | None = None  # where the entry is read
    lenient: bool = False  # a missing entry is no error
    by_content: bool = False  # in a loop over what the checkpoint holds: a missing entry is passed by
    in_place: bool = False  # with all that the checkpoint holds, at once: the order is not the program's


@dataclass(slots=True, eq=False, repr=False)
class Opened(Event):
    """A checkpoint is read from `target`."""

    target: Value
    checkpoint: int


@dataclass(slots=True, eq=False, repr=False)
class Saved(Event):
    """A checkpoint is written to `target`."""

    target: Value
    entries: tuple[tuple[str, Subject], ...]
    keys: frozenset[str]
    complete: bool  # no entry of the checkpoint can hold a state that is not known
    keys_known: bool = True  # every key of the checkpoint is known
    values: Mapping[str, Value] = field(default_factory=dict)  # the plain values among its entries


@dataclass(slots=True, eq=False, repr=False)
class Stepped(Event):
    """`scheduler.step(...)`."""

    subject: Scheduler
    arguments: tuple[Value, ...]
    complete: bool = True  # no open *args or **kwargs
    by: str = ""  # the framework that steps it, where no call in the source does
    rate: Rate = field(default_factory=lambda: Rate("unknown"))  # filled in by evaluate.loops
    evidence: tuple[Evidence, ...] = ()  # filled in by evaluate.units


@dataclass(slots=True, eq=False, repr=False)
class OptimizerStepped(Event):
    """`optimizer.step()`, also through a gradient scaler; subject None when the optimizer is not known."""

    subject: Optimizer | None


class Backward(Event):
    """A backward pass."""

    __slots__ = ()


@dataclass(slots=True, eq=False, repr=False)
class Escaped(Event):
    """An object is handed to code that the analysis does not see."""

    subject: Subject
    to: str


@dataclass(slots=True, eq=False, repr=False)
class Owned(Event):
    """A framework that was handed a scheduler steps it, somewhere in the loops in which this event stands."""

    subject: Scheduler
    by: str


@dataclass(slots=True, eq=False, repr=False)
class RateWritten(Event):
    """The learning rate of the optimizer is assigned by hand."""

    subject: Optimizer


@dataclass(slots=True, eq=False, repr=False)
class PositionSet(Event):
    """`scheduler.last_epoch = value`, or `plateau.best = value`."""

    subject: Scheduler
    value: Value


@dataclass(slots=True, eq=False, repr=False)
class InitialRateSet(Event):
    """`group["initial_lr"] = ...`: what schedulers ask for when they are built with `last_epoch`."""

    subject: Optimizer


@dataclass(slots=True, eq=False, repr=False)
class GroupAdded(Event):
    """`optimizer.add_param_group(...)`."""

    subject: Optimizer


@dataclass(slots=True, eq=False, repr=False)
class RateAsked(Event):
    """`scheduler.get_lr()`."""

    subject: Scheduler


@dataclass(slots=True, eq=False, repr=False)
class InstanceAsked(Event):
    """`isinstance(x, kinds)`, where a kind is of torch.optim."""

    names: tuple[str, ...]  # dotted names of the kinds
    own: bool = False  # asked of a scheduler of the project's own


@dataclass(slots=True, eq=False, repr=False)
class Rebound(Event):
    """A variable or attribute that held one optimizer is given another."""

    old: Optimizer
    new: Optimizer


@dataclass(slots=True, eq=False, repr=False)
class BaseBuilt(Event):
    """`super().__init__(...)` of a project's own scheduler."""

    subject: Scheduler
    positional: int
    keywords: tuple[str, ...]
    complete: bool
    base: str  # class name of the base, "" if it is not known


EventT = TypeVar("EventT", bound=Event)


@dataclass(slots=True)
class Timeline:
    """The events of one module taken as a program: its body, then the functions that nobody calls."""

    path: str
    alone: bool = False  # it holds single functions that no program comes to, and no run
    events: list[Event] = field(default_factory=list)
    conditions: dict[int, Condition] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)  # budgets that were hit
    stepped_elsewhere: frozenset[tuple[str, int]] = frozenset()  # where schedulers are built that other programs' objects step
    torch_version: str | None = None  # the torch that the project targets; None: the newest known

    def of(self, kind: type[EventT]) -> Iterator[EventT]:
        return (event for event in self.events if isinstance(event, kind))

    def built(self, subject: Subject) -> Built | None:
        return next((event for event in self.of(Built) if event.subject is subject), None)

    def schedulers(self) -> Iterator[tuple[Built, Scheduler]]:
        for event in self.of(Built):
            if isinstance(event.subject, Scheduler):
                yield event, event.subject

    def stepped_by_their_makers(self) -> Iterator[tuple[str, int]]:
        """Where schedulers are built that the same file steps: a trainer that does so in one of its methods, say."""
        steps = {id(event.subject): event.site.path for event in self.of(Stepped)}
        for event, scheduler in self.schedulers():
            if steps.get(id(scheduler)) == event.site.path:
                yield event.site.identity

    def optimizers(self) -> Iterator[tuple[Built, Optimizer]]:
        for event in self.of(Built):
            if isinstance(event.subject, Optimizer):
                yield event, event.subject


def precedes(a: Event, b: Event) -> bool:
    """Does `a` surely come before `b` (where both happen)?"""
    return a.index < b.index and b.segment.follows(a.segment)


def on_one_path(*events: Event) -> bool:
    """Can the events happen in one run?"""
    return all(compatible(a.path, b.path) for a, b in combinations(events, 2))


def is_unset(value: Value | None) -> bool:
    """Is the argument absent, or None?"""
    return value is None or (isinstance(value, Const) and value.value is None)
