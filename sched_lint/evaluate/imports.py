"""Imports: names from other modules, and how much of those modules is run for them.

A program runs as a whole, as Python runs it. Of any other module only those statements run that bind a name somebody asks
for, when that is, and at once those that may act on something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import libcst as cst

from sched_lint.evaluate.calls import Calls
from sched_lint.evaluate.core import MAX_STEPS, BudgetError
from sched_lint.evaluate.expressions import BUILTINS
from sched_lint.evaluate.interest import OBJECTS
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.store import Store
from sched_lint.evaluate.values import MISSING, Environment, External, Imported, Unparsed
from sched_lint.project.clauses import Import
from sched_lint.project.modules import Module, ParseError
from sched_lint.project.pieces import Piece
from sched_lint.quantities import Const, Symbol, Value
from sched_lint.timeline import Segment, Timeline

IMPORT_DEPTH = 24
SHORT_MODULE = 8192
"""Bytes of a module that may be there to hand things on."""
TRAINS = re.compile(r"optim(?:izer)?s?\.\w+\(|(?:LR|WarmRestarts|OnPlateau)\(|\.step\(")
"""What a class does that builds or steps optimizers; a model may well speak of them."""


class Imports(Calls):
    """import."""

    __slots__ = ("_executed", "_handing", "_import_depth", "_importing")

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._executed: set[str] = set()
        self._handing: dict[str, bool] = {}  # by a module's name, see `_hands_on`
        self._importing: list[str] = []  # names of the modules whose imports are going on, the innermost last
        self._import_depth = 0

    def run_import(self, node: cst.Import) -> None:
        """`import a.b` and `import a.b as c`."""
        for alias in node.names:
            self._import_plainly(dotted(alias.name), dotted((alias.asname or alias).name))

    def run_import_from(self, node: cst.ImportFrom) -> None:
        """`from a import b as c`, relative ones and stars included."""
        home = "." * len(node.relative) + (dotted(node.module) if node.module is not None else "")
        if isinstance(node.names, cst.ImportStar):
            self._import_all(home)
            return
        self._import_from(home, [(dotted(alias.name), dotted((alias.asname or alias).name)) for alias in node.names])

    def _run_clauses(self, clauses: Iterable[Import]) -> None:
        """Import statements that were read without being parsed."""
        for clause in clauses:
            if clause.takes_all:
                self._import_all(clause.home)
            elif clause.home:
                self._import_from(clause.home, clause.names)
            else:
                for name, bound in clause.names:
                    self._import_plainly(name, bound)

    def _import_plainly(self, name: str, bound: str) -> None:
        module = self.import_module(name)
        self._run_for_effect(self.project.resolve(self.env.module, name))
        head = name.partition(".")[0]
        if bound == name != head:
            self._bind_name(head, self.import_module(head))
        else:
            self._bind_name(bound, module)

    def import_module(self, name: str) -> Value:
        found = self.project.resolve(self.env.module, name)
        return External(name) if found is None else self._module_value(found, self.env.module)

    def _import_from(self, home: str, names: Iterable[tuple[str, str]]) -> None:
        module = self.env.module
        found = self.project.home_of(module, home)
        self._run_for_effect(found)
        for name, bound in names:
            if found is None:
                self._bind_name(bound, External(f"{home}.{name}".lstrip(".")))
            elif found is module:
                inner = self.project.submodule(found, name)
                self._bind_name(bound, self._module_value(inner, module) if inner is not None else self.lookup(name))
            else:
                self._bind_name(bound, Imported(found, name, module))

    def _import_all(self, home: str) -> None:
        found = self.project.home_of(self.env.module, home)
        self._run_for_effect(found)
        exported = None
        if isinstance(found, Module):
            self.asks(found)
            exported = self.project.exported(found)
        if isinstance(found, Module) and exported is not None and not self._is_done(found):
            for name in exported:
                self._bind_name(name, Imported(found, name, self.env.module))
            for name, imported in self.project.passed_on(found).items():
                self._bind_name(name, External(imported))
        elif isinstance(found, Module):
            for name, value in self.all_names(found).items():
                if isinstance(name, str) and found.passes_on(name):  # `globals()[name] = ...` has names that only the run knows
                    self._bind_name(name, value)
        elif found is None and home.startswith("torch"):
            self._star_of_torch(home)

    def _bind_name(self, name: str, value: Value) -> None:
        self._assign_name(name, value)

    def _run_for_effect(self, found: Module | str | None) -> None:
        """Importing a module runs it: builders register themselves, globals are built."""
        if isinstance(found, Module) and found is not self.env.module and self.project.speaks(found):
            self._ensure_executed(found)

    def _star_of_torch(self, name: str) -> None:
        from sched_lint.knowledge import torch_api

        if name == "torch.optim":
            for optimizer in torch_api.optimizer_names():
                self._bind_name(optimizer, External(f"torch.optim.{optimizer}"))
            self._bind_name("lr_scheduler", External("torch.optim.lr_scheduler"))
        elif name == "torch.optim.lr_scheduler":
            for scheduler in torch_api.scheduler_names() | {"LRScheduler", "_LRScheduler"}:
                self._bind_name(scheduler, External(f"torch.optim.lr_scheduler.{scheduler}"))

    def all_names(self, module: Module) -> dict[str, Value]:
        """Every global name of a project module."""
        self.not_plain()
        self._ensure_executed(module)
        env = self.environment(module)
        if env.waiting:
            self._run_part(env, [piece for pieces in env.waiting.values() for piece in pieces])
            env.waiting = None
        return env.names

    def imported_name(self, module: Module, name: str) -> Value | None:
        """A global name of a module as others import it; None when the module has no such name."""
        self.asks(module)
        env = self.environment(module)
        if name not in env.names and not self._is_done(module):
            kind = module.top_level.get(name)
            if kind in ("def", "class") and not module.interesting and name not in module.runners:
                if kind == "class" or not self._hands_on(module):
                    return Unparsed(module, name)
        self._ensure_executed(module)
        self.bring(env, name)
        found = env.names.get(name)
        self.note(env.names, name, MISSING if found is None else found)
        if isinstance(found, Const) and name in module.augmented:
            self.not_plain()
        if isinstance(found, Imported):
            if found.home is module and found.name == name:
                return None
            if self._import_depth > IMPORT_DEPTH:
                return Symbol(("name", module.name, name), name)
            self._import_depth += 1
            loaded = self.load(found)
            self._import_depth -= 1
            return loaded
        if found is not None and isinstance(found, Const) and self.loops and name in module.augmented:
            if isinstance(found.value, (bool, int, float)):
                return Symbol(("global", module.name, name, self.loops[-1].number), name, None, self.loop_numbers())
        return self.narrowed(found) if found is not None else None

    def _hands_on(self, module: Module) -> bool:
        """Does a short module without a word of training import what makes or takes optimizers, to call it or to list it?"""
        known = self._handing.get(module.name)
        if known is None:
            short = len(module.data) <= SHORT_MODULE
            known = self._handing[module.name] = short and any(map(_handles_optimizers, self._imported_definitions(module)))
        return known

    def _imported_definitions(self, module: Module) -> Iterator[str]:
        """The sources of the functions and classes that a module imports from those that speak of training."""
        for each in module.imports:
            home = self.project.home_of(module, each.home) if each.home else None
            if isinstance(home, Module) and home is not module:
                names = {name for name, _ in each.names if home.top_level.get(name) in ("def", "class")}
                if names:
                    self.rests_on(module.name, home.name)
                    yield from (text for name, text in home.definitions if name in names and home.interesting)

    def force(self, value: Unparsed) -> Value:
        self._ensure_executed(value.module)
        env = self.environment(value.module)
        self.bring(env, value.name)
        found = env.names.get(value.name)
        return (
            found
            if found is not None and not isinstance(found, Unparsed)
            else Symbol(("name", value.module.name, value.name), value.name)
        )

    # -- how much of a module runs -----------------------------------------------------------------------------

    def _is_done(self, module: Module) -> bool:
        """Has all of the module run, or what will ever run of it?"""
        return module.name in self._executed and not self.environment(module).waiting

    def _ensure_executed(self, module: Module) -> None:
        """Run a module's body once as an import, or make ready to run parts of it when they are asked for."""
        self.asks(module)
        if module.name not in self._executed:
            self._executed.add(module.name)
            pieces = module.pieces if module.name not in self.programs else None
            if pieces is not None:
                self._prepare(module, pieces)
            elif module.parses:
                self._as_import(module, lambda: self.execute(module.tree))
        self._replay(module)

    def _acts(self, module: Module, head: str) -> bool:
        """Can a call whose first word this is act on something of another module, or on what the module does not name?"""
        if head == "*":
            return True
        if head in module.top_level:
            return module.top_level[head] != "name"
        homes = [each.home or name for each in module.imports for name, bound in each.names if bound.partition(".")[0] == head]
        if not homes:
            return head not in BUILTINS
        return any(self.project.home_of(module, home) is not None for home in homes)

    def _prepare(self, module: Module, pieces: Sequence[Piece]) -> None:
        env = self.environment(module)
        waiting: dict[str, list[Piece]] = {}
        for piece in pieces:
            for name in piece.names:
                waiting.setdefault(name, []).append(piece)
        env.waiting = waiting
        self._as_import(module, lambda: self._import_for_effect(module))
        acting = {head for head in {head for piece in pieces for head in piece.acts} if self._acts(module, head)}
        self._run_part(env, [piece for piece in pieces if not acting.isdisjoint(piece.acts)])

    def _import_for_effect(self, module: Module) -> None:
        for each in module.imports:
            for home in [each.home] if each.home else [name for name, _ in each.names]:
                if each.outermost:
                    self._run_for_effect(self.project.home_of(module, home))

    def bring(self, env: Environment, name: str) -> None:
        """Run those statements of a module that bind a name, if they wait for somebody to ask."""
        if env.waiting and name in env.waiting:
            self._run_part(env, env.waiting.pop(name))
            self._replay(env.module)

    def _run_part(self, env: Environment, pieces: Sequence[Piece]) -> None:
        module = env.module
        todo = sorted({piece.start: piece for piece in pieces if piece.start not in env.ran}.items())
        env.ran.update(start for start, _ in todo)
        if not todo:
            return
        clauses = [piece.clause for _, piece in todo if piece.clause is not None]
        if len(clauses) == len(todo):
            self._as_import(module, lambda: self._run_clauses(clauses))
            return
        try:
            tree = module.part([piece for _, piece in todo])
        except ParseError:  # told apart wrongly, or broken: all of it runs then
            env.waiting = None
            if not module.parses:
                return
            tree = module.tree
        self._as_import(module, lambda: self.execute(tree))

    def _as_import(self, module: Module, action: Callable[[], object]) -> None:
        """Do something as the import of a module does it: outside every branch and loop, for good."""
        if len(self.active) > 200:
            return
        with self.keeping(_TRANSIENT):
            self.store = Store()
            self.reset(Timeline(module.name), Segment("import", None, 0))
            self.limit = MAX_STEPS  # whoever imports it first, it has a budget of its own
            self.env = self.environment(module)
            self.env.names.setdefault("__name__", Const("imported"))
            self.env.names.setdefault("__file__", Const(module.name))
            self._importing.append(module.name)
            try:
                action()
                self._keep_events(module.name)
            except BudgetError:
                pass
            finally:
                self._importing.pop()

    def _keep_events(self, name: str) -> None:
        """Move what an import has done so far to where those find it who replay it."""
        if self.timeline.events:
            self.import_events.setdefault(name, []).extend(self.timeline.events)
            self.timeline.events.clear()

    def _replay(self, module: Module) -> None:
        """What a module does when it is imported is part of the program that first imports it."""
        if self._importing:
            # It has no program yet; whoever replays the import at hand replays this one in its place.
            importer = self._importing[-1]
            if module.name in self.import_events and module.name not in self._importing:
                self.tracked_exist = True
                self._keep_events(importer)
                self.import_events.setdefault(importer, []).append(module)
            return
        events = self.import_events.get(module.name)
        if events is None:
            return
        self.not_plain()
        self.tracked_exist = True
        start = self.replayed.get(module.name, 0)
        self.replayed[module.name] = len(events)
        for event in events[start:]:
            if isinstance(event, Module):
                self._replay(event)
            else:
                self.timeline.events.append(replace(event, index=len(self.timeline.events), segment=self.segment))


def _handles_optimizers(text: str) -> bool:
    return (OBJECTS if text.startswith("def") else TRAINS).search(text) is not None


_TRANSIENT = (
    "store", "timeline", "segment", "path", "loops", "calls", "active", "scopes", "overlay", "replayed",
    "wanted", "tracked_exist", "notes", "handed", "engine_keys", "post_hooks", "frame", "env",
    "binding_loop", "filtered", "steps", "limit",
)  # fmt: skip
