"""The evaluator's state and the few operations everything else is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import libcst as cst

from sched_lint.branches import EMPTY_PATH, Path, opposite
from sched_lint.evaluate.interest import Interest
from sched_lint.evaluate.notes import Notes, NotPlainError
from sched_lint.evaluate.store import Changes, Slots, Store
from sched_lint.evaluate.values import (
    MISSING,
    Alternatives,
    Arguments,
    Class,
    Environment,
    Frame,
    Function,
    Imported,
    Iteration,
    choose,
)  # fmt: skip
from sched_lint.project.imports import Project
from sched_lint.project.modules import Module
from sched_lint.project.relevant import Roots
from sched_lint.quantities import Symbol, Value, forget, key, varying
from sched_lint.timeline import (
    Built,
    Condition,
    Event,
    EventT,
    Loop,
    Segment,
    Site,
    Timeline,
    is_unset,
)  # fmt: skip

T = TypeVar("T")

MAX_STEPS = 150_000
"""Nodes evaluated for one root before the analysis of that root gives up."""
MAX_TOTAL = 2_000_000
"""Nodes evaluated for the roots of one group of programs before each further root is only given `LEAST_STEPS`."""
LEAST_STEPS = 10_000
MAX_DEPTH = 28
"""Calls entered within calls."""


class BudgetError(Exception):
    """A root took more steps than it may."""


@dataclass(slots=True)
class Scope:
    """A function call or a loop body: the states that left it early wait here for its end."""

    loop: Loop | None
    mark: int
    path: Path
    left: list[tuple[str, Path, Changes]] = field(default_factory=list)
    returns: list[tuple[Path, Value]] = field(default_factory=list)
    yields: list[tuple[tuple[Loop, ...], Value]] = field(default_factory=list)
    paused: int = 0  # how many events there were at its last yield


class Core:
    """State of one evaluation. The mixins that follow add expressions, statements, calls and knowledge.

    An object with a dict of its own would have that searched for every method that is called on it, in vain.
    """

    __slots__ = (
        "_against", "_call_numbers", "_excluding", "_serial", "_spelled_calls", "_stood", "_unless", "active",
        "binding_loop", "by_number", "calls", "classes", "conditions", "engine_keys", "entered", "env", "environments",
        "equalities", "exclusions", "failures", "filtered", "frame", "functions", "handed", "import_events",
        "instantiated", "interest", "limit", "loops", "notes", "overlay", "path", "paused", "post_hooks", "programs",
        "project", "replayed", "scopes", "segment", "selected", "steps", "store", "timeline", "total_steps",
        "tracked_exist", "uses", "wanted",
    )  # fmt: skip

    def __init__(self, project: Project, programs: Collection[str] = ()) -> None:
        forget()
        self.project = project
        self.programs = frozenset(programs)  # names of the modules that are evaluated as programs, now or later
        self.store = Store()
        self.environments: dict[str, Environment] = {}
        self.conditions: dict[Hashable, Condition] = {}
        self.by_number: dict[int, Condition] = {}
        self.equalities: dict[Hashable, list[int]] = {}  # conditions `subject == constant`, by subject
        self.selected: dict[int, tuple[Hashable, Hashable]] = {}  # by decision: a key that only the run knows is this one
        self.exclusions: dict[int, tuple[Path, ...]] = {}  # under a decision, the paths that cannot be
        self._excluding: set[int] = set()  # the decisions under which some path cannot be
        self._stood: Path | None = None  # the path that the two below are of
        self._against: Path = EMPTY_PATH  # the decisions that rule it out
        self._unless: list[Path] = []  # with which further decisions it cannot be
        self.entered: set[int] = set()  # ids of function nodes that some evaluation has entered
        self.instantiated: set[int] = set()  # ids of class nodes
        self.classes: dict[int, Class] = {}
        self.functions: dict[int, Function] = {}
        self.uses: dict[str, set[str]] = {}  # the modules of which each has asked something, by name
        self.failures: list[tuple[str, str]] = []
        self.import_events: dict[str, list[Event | Module]] = {}  # a module: what its own import does comes here
        self.paused: int | None = None  # where the events begin that a context manager's generator leaves for its exit
        self.interest = Interest(Roots([], {}))
        self._call_numbers: dict[Hashable, int] = {(): 0}  # by the sites of the calls that one stands in
        self._serial = 0
        self.total_steps = 0  # of the group's roots so far
        self.reset(Timeline(""), Segment("", None, 0))

    def reset(self, timeline: Timeline, segment: Segment) -> None:
        """Make ready for the next root."""
        self.timeline = timeline
        timeline.conditions = self.by_number
        self.segment = segment
        self.path: Path = EMPTY_PATH
        self.loops: tuple[Loop, ...] = ()
        self.calls: tuple[Site, ...] = ()
        self._spelled_calls: tuple[tuple[Site, ...], int] = (), 0
        self.active: list[int] = []
        self.scopes: list[Scope] = []
        self.begin_steps()
        self.overlay: Slots = {}
        self.replayed: dict[str, int] = {}  # how many events of each import have happened
        self.wanted: set[str] = set()
        self.frame: Frame | None = None
        self.handed = {}
        self.post_hooks: dict[int, list[tuple[Path, Value]]] = {}  # what an optimizer calls after each step
        self.engine_keys: list[Hashable] = []  # what deepspeed.initialize() was given as the model
        self.tracked_exist = False
        self.binding_loop = False  # a loop's target is being bound
        self.filtered = False  # a filter of the comprehension at hand is not decided
        self.notes: Notes | None = None  # of the call that is followed for an answer to keep, if one is

    # -- what the mixins provide -------------------------------------------------------------------------------

    env: Environment
    handed: dict[str, list[Value]]

    def evaluate(self, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def call(self, callee: Value, args: Arguments, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def attribute(self, value: Value, name: str, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def execute(self, body: cst.CSTNode) -> str | None:
        raise NotImplementedError

    def load(self, value: Value) -> Value:
        raise NotImplementedError

    def evaluate_call(self, node: cst.Call) -> Value:
        raise NotImplementedError

    def call_method(self, value: Value, name: str, args: list[Value], node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def assign(self, target: cst.CSTNode, value: Value) -> None:
        raise NotImplementedError

    def make_function(self, node: cst.FunctionDef | cst.Lambda, name: str, owner: Class | None = None) -> Function:
        raise NotImplementedError

    def iterate(self, value: Value, node: cst.CSTNode) -> Iteration:
        raise NotImplementedError

    def element(self, iteration: Iteration, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def bring(self, env: Environment, name: str) -> None:
        raise NotImplementedError

    def holder(self, name: str) -> dict[str, Value] | None:
        raise NotImplementedError

    # -- small things ------------------------------------------------------------------------------------------

    def serial(self) -> int:
        self._serial += 1
        return self._serial

    def begin_steps(self) -> None:
        """Give a root its budget."""
        self.steps = 0
        self.limit = MAX_STEPS if self.total_steps < MAX_TOTAL else min(LEAST_STEPS, MAX_STEPS)

    def tick(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise BudgetError

    @property
    def module(self) -> Module:
        return self.env.module

    def asks(self, module: Module) -> None:
        """The code at hand has asked something of another module."""
        self.rests_on(self.env.module.name, module.name)

    def rests_on(self, name: str, other: str) -> None:
        """What is made of one module depends on another one."""
        self.uses.setdefault(name, set()).add(other)

    def used_by(self, roots: Iterable[Module]) -> set[str]:
        """The modules that these have asked anything of, over however many steps, and themselves."""
        found: set[str] = set()
        waiting = [module.name for module in roots]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.uses.get(name, set()) - found
        return found

    def site(self, node: cst.CSTNode) -> Site:
        return self.env.module.site(node)

    def unknown(self, node: cst.CSTNode, label: str = "?", default: Value | None = None) -> Symbol:
        """A symbol for a value that only the run knows; the same node in the same turn and call gives the same one."""
        if self.notes is not None:
            self.notes.guesses = True
        if self._spelled_calls[0] is not self.calls:
            spelled = tuple([site.identity for site in self.calls])
            self._spelled_calls = self.calls, self._call_numbers.setdefault(spelled, len(self._call_numbers))
        numbers = tuple([loop.number for loop in self.loops])
        context = (id(node), self._spelled_calls[1], numbers)
        return Symbol(("node", context), label, default, frozenset(numbers))

    @contextmanager
    def keeping(self, names: Iterable[str]) -> Iterator[None]:
        """Afterwards these attributes are what they were."""
        kept = [(name, getattr(self, name)) for name in names]
        try:
            yield
        finally:
            for name, value in kept:
                setattr(self, name, value)

    def loop_numbers(self) -> frozenset[int]:
        return frozenset([loop.number for loop in self.loops])

    # -- calls that are followed for an answer to keep ---------------------------------------------------------

    def not_plain(self) -> None:
        """What happens here keeps the call at hand from having an answer that can be kept."""
        if self.notes is not None:
            raise NotPlainError

    def note(self, slots: Slots, slot: Hashable, value: Value) -> None:
        """A global name, or an attribute of an object or a class, is looked up."""
        if self.notes is not None:
            self.notes.look_at(slots, slot, value)

    def overlaid(self, slot: Hashable) -> Value | None:
        """What the program has written to a part of something that only the run knows."""
        found = self.overlay.get(slot)
        if self.notes is not None:
            self.notes.overlaid[slot] = MISSING if found is None else found
        return found

    def write_over(self, slot: Hashable, value: Value) -> None:
        """The program writes to a part of something that only the run knows."""
        self.not_plain()
        self.store.write(self.overlay, slot, value)

    # -- conditions and branches -------------------------------------------------------------------------------

    def condition(self, identity: Hashable, label: str, varying: frozenset[int], **flags: Any) -> Condition:
        """The numbered condition for an identity; one identity keeps its number for the whole project."""
        found = self.conditions.get(identity)
        if found is None:
            found = Condition(len(self.conditions) + 1, label, varying, **flags)
            self.conditions[identity] = found
            self.by_number[found.number] = found
        return found

    def fresh_condition(self, label: str, optional: bool = True) -> int:
        return self.condition(("fresh", self.serial()), label, frozenset(), optional=optional).number

    @contextmanager
    def under(self, path: Path) -> Iterator[None]:
        """Stand under more branch decisions for a while."""
        before = self.path
        self.path = before | path
        try:
            yield
        finally:
            self.path = before

    def _look_around(self) -> None:
        """Find out what rules a path out, here."""
        self._stood = here = self.path
        self._against = opposite(here)
        self._unless = [excluded - here for literal in self._excluding & here for excluded in self.exclusions[literal]]

    def _excludes(self, path: Path) -> bool:
        for excluded in self._unless:
            if excluded <= path:
                return True
        if self._excluding.isdisjoint(path):
            return False
        union = self.path | path
        for literal in self._excluding & path:
            for excluded in self.exclusions[literal]:
                if excluded <= union:
                    return True
        return False

    def exclude(self, condition: Condition, holds: Iterable[Path], fails: Iterable[Path]) -> None:
        """Say which paths cannot be where a condition holds, and where it does not."""
        for literal, excluded in ((condition.number, tuple(holds)), (-condition.number, tuple(fails))):
            self.exclusions[literal] = excluded
            (self._excluding.add if excluded else self._excluding.discard)(literal)
        self._stood = None

    def exclude_more(self, literal: int, paths: list[Path]) -> None:
        """Say which further paths cannot be under a decision."""
        known = self.exclusions.get(literal, ())
        if not all(path in known for path in paths):
            self.exclusions[literal] = tuple({*known, *paths})
            self._excluding.add(literal)
            self._stood = None

    def for_each(self, value: Value, action: Callable[[Value], object]) -> None:
        """Do something to every alternative, each under the decisions that lead to it."""
        if type(value) is not Alternatives and type(value) is not Imported:
            action(value)
            return
        for path, option in self.options(value):
            with self.under(path):
                action(option)

    def options(self, value: Value) -> list[tuple[Path, Value]]:
        """The alternatives of a value that can hold here."""
        value = self.load(value) if isinstance(value, Imported) else value
        if not isinstance(value, Alternatives):
            return [(EMPTY_PATH, value)]
        return [
            (path, self.load(option) if isinstance(option, Imported) else option) for path, option in self.possible(value.options)
        ]

    def possible(self, options: Iterable[tuple[Path, Value]]) -> list[tuple[Path, Value]]:
        """Those of some alternatives that can be here, each with the decisions that it takes besides those that lead here."""
        here = self.path
        if here is not self._stood:
            self._look_around()
        against, unless, excluding = self._against, self._unless, self._excluding
        found: list[tuple[Path, Value]] = []
        for path, option in options:
            if path <= here:
                found.append((EMPTY_PATH, option))
            elif against.isdisjoint(path) and not ((unless or not excluding.isdisjoint(path)) and self._excludes(path)):
                found.append((path if here.isdisjoint(path) else path - here, option))
        return found

    def as_one(self, value: Value) -> Value:
        """Alternatives of which nothing is known, such as entries of one of two configurations, as one unknown."""
        if type(value) is not Alternatives:
            return value
        options = [option for _, option in self.options(value)]
        if len(options) < 2 or not all(type(option) is Symbol for option in options):
            return value
        varies = frozenset().union(*map(varying, options))
        return Symbol(key(value), options[0].text, None, varies)  # type: ignore[attr-defined]

    def narrowed(self, value: Value) -> Value:
        """The value with the alternatives dropped that cannot hold here."""
        if not isinstance(value, Alternatives):
            return value
        found = self.possible(value.options)
        return value if len(found) == len(value.options) and tuple(found) == value.options else choose(found)

    def each(self, value: Value, action: Callable[[Value], Value]) -> Value:
        """Apply an action to every alternative, each in an arm of its own, and join."""
        if type(value) is not Alternatives and type(value) is not Imported:
            return action(value)
        options = self.options(value)
        if len(options) == 1 and not options[0][0]:
            return action(options[0][1])
        options = [(path, option) for path, option in options if not is_unset(option)] or options
        results: list[tuple[Path, Value]] = []
        arms: list[tuple[Path, Changes]] = []
        for path, option in options:
            mark = self.store.mark()
            before = self.path
            self.path = before | path
            try:
                results.append((path, action(option)))
            finally:
                self.path = before
            arms.append((path, self.store.undo(mark)))
        self.store.join(arms)
        found = choose(results)
        return found if found is not MISSING else Symbol(("none",), "?")

    def first(self, value: Value, kinds: type[T] | tuple[type[T], ...]) -> T | None:
        """The first alternative of a kind."""
        for _, option in self.options(value):
            if isinstance(option, kinds):
                return option
        return None

    # -- events ------------------------------------------------------------------------------------------------

    def emit(self, kind: type[EventT], node: cst.CSTNode, path: Path = EMPTY_PATH, **facts: object) -> EventT:
        return self.emit_at(kind, self.site(node), path, **facts)

    def emit_at(self, kind: type[EventT], site: Site, path: Path = EMPTY_PATH, **facts: object) -> EventT:
        """Write an event down; `path` are the branch decisions that lead to it besides those that lead here."""
        self.not_plain()
        event = kind(
            site=site, index=len(self.timeline.events), loops=self.loops, path=self.path | path,
            calls=self.calls, segment=self.segment, **facts,
        )  # fmt: skip
        self.timeline.events.append(event)
        self.tracked_exist = self.tracked_exist or kind is Built
        return event

    def hold_back(self, start: int) -> list[Event]:
        """Take the events from a place on away, for later."""
        held = self.timeline.events[start:]
        del self.timeline.events[start:]
        return held

    def happen(self, events: list[Event]) -> None:
        """Events that were held back happen now."""
        for event in events:
            self.timeline.events.append(replace(event, index=len(self.timeline.events)))

    @contextmanager
    def inside(self, loop: Loop) -> Iterator[None]:
        before = self.loops
        self.loops = (*before, loop)
        try:
            yield
        finally:
            self.loops = before
