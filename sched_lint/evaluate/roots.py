"""Where evaluation starts: module bodies as scripts, then functions and classes that nobody reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import libcst as cst

from sched_lint.branches import EMPTY_PATH
from sched_lint.evaluate.core import BudgetError
from sched_lint.evaluate.hugging_face import HuggingFace
from sched_lint.evaluate.interest import OBJECTS, Interest, tests_other_things
from sched_lint.evaluate.lightning import is_lightning
from sched_lint.evaluate.loops import classify
from sched_lint.evaluate.mentions import Mentions
from sched_lint.evaluate.scan import OWN_CALLS, forget
from sched_lint.evaluate.store import Changes, Slots
from sched_lint.evaluate.unreached import unreached
from sched_lint.evaluate.values import LOST, Arguments, Class, Environment, Function, Instance, Method
from sched_lint.project.imports import Project
from sched_lint.project.modules import Module
from sched_lint.project.relevant import Roots
from sched_lint.quantities import Const, Symbol, Value
from sched_lint.timeline import Segment, Timeline, is_unset

SKIPPED_METHODS = frozenset({"forward", "__repr__", "__str__", "__len__", "__getitem__", "__iter__", "__next__", "__del__"})


@dataclass(slots=True)
class Program:
    """A module that ran as a script: where it ended, and what it defines."""

    timeline: Timeline
    env: Environment
    segment: Segment
    state: Changes
    overlay: Slots
    loose: list[Function | Class]


class Evaluator(HuggingFace):
    """Evaluates the modules of a project, one timeline each."""

    __slots__ = ("abstract",)

    def run(self, roots: Roots) -> list[Timeline]:
        """The timelines of the modules of one group (see `Roots.groups`), in their order."""
        finished: list[Program] = []
        self.failures = []
        self.total_steps = 0
        self.interest = Interest(roots)
        for module in roots.modules:
            program = self._script(module)
            if program is not None:
                finished.append(program)
        mentions = Mentions([program.env.module for program in finished] + self._between(roots))
        # What nobody mentions is where programs start; what is still not reached afterwards is looked at by itself.
        extended = {id(base.node) for cls in self.classes.values() for base in cls.order[1:]}
        for mentioned in (False, True):
            for program in finished:
                if not tests_other_things(program.env.module, self.project):
                    self._leftovers(program, extended, partial(mentions.agree, mentioned, program.env.module))
        for program in finished:
            classify(program.timeline)
        timelines = [*(program.timeline for program in finished), *unreached(self, finished)]
        forget()
        return timelines

    def _between(self, roots: Roots) -> list[Module]:
        """The modules that are no programs and hand on what leads to schedulers, to programs or from them."""
        programs = {module.name for module in roots.modules}
        found: set[str] = set()
        for link in roots.links:
            for name, other in (link, link[::-1]):
                if name in programs and other not in programs and other in self.project.modules:
                    self.rests_on(name, other)
                    found.add(other)
        return [self.project.modules[name] for name in sorted(found)]

    def guarded(self, timeline: Timeline, action: Callable[[], object]) -> None:
        """Run one root; a budget or a failure ends that root alone, and is said."""
        try:
            action()
        except BudgetError:
            timeline.notes.append("the analysis of this program was cut short: it took more steps than it may")
        except RecursionError:
            timeline.notes.append("the analysis of this program was cut short: it is nested too deeply")
        except Exception as error:  # no failure of ours may take the run down
            self.failures.append((timeline.path, f"internal error while evaluating: {type(error).__name__}: {error}"))
            timeline.notes.append("the analysis of this program failed")
        finally:
            self.total_steps += self.steps
            self.steps = 0

    def _script(self, module: Module) -> Program | None:
        if not module.parses:
            return None
        timeline = Timeline(module.name)
        segment = Segment("module", None, 0)
        env = Environment(module, main=True)
        self._begin(timeline, segment, env)
        env.names["__name__"] = Const("__main__")
        env.names["__file__"] = Const(module.name)
        self.guarded(timeline, lambda: self.execute(module.tree))
        self.leave_engines()
        self.lose()
        program = Program(timeline, env, segment, self.store.changes(0), self.overlay, self._definitions_of(env))
        self.store.rollback(0)
        return program

    def _begin(self, timeline: Timeline, segment: Segment, env: Environment) -> None:
        self.reset(timeline, segment)
        LOST.clear()
        self.env = env

    def _definitions_of(self, env: Environment) -> list[Function | Class]:
        """The functions and classes defined at the top of a module, in order."""
        found: list[Function | Class] = []
        for node in _definitions(env.module.tree):
            value = self.functions.get(id(node)) if type(node) is cst.FunctionDef else self.classes.get(id(node))
            if value is not None:
                found.append(value)
        return found

    # -- what no script reached ----------------------------------------------------------------------------------

    def _leftovers(self, program: Program, extended: set[int], wanted: Callable[[cst.FunctionDef | cst.ClassDef], bool]) -> None:
        functions: list[Function] = []
        classes: list[Class] = []
        for value in program.loose:
            if not isinstance(value.node, (cst.FunctionDef, cst.ClassDef)) or not wanted(value.node):
                continue
            node = id(value.node)
            if node in self.instantiated and isinstance(value, Class) and self._has_runs_of_its_own(value):
                classes.append(value)
                continue
            if node in self.entered or node in self.instantiated or node in extended:
                continue
            family = value.order if isinstance(value, Class) else [value]
            if any(self.interest.leads(each.name, each.env.module) for each in family):
                functions.append(value) if isinstance(value, Function) else classes.append(value)
        if not functions and not classes:
            return
        self.go_on(program)
        for function in functions:
            if id(function.node) not in self.entered:
                self.run_root(program, function.name, lambda f=function: self.enter_root(f))  # type: ignore[misc]
        for cls in classes:
            modelish = any(name.endswith(("nn.Module", "Dataset", "Exception")) for name in cls.external_bases)
            if id(cls.node) in self.instantiated:
                if self._has_runs_of_its_own(cls):
                    self.run_root(program, f"{cls.name}.__init__", lambda c=cls: self._class_root(c, self._own_runs(c)))  # type: ignore[misc]
            elif not modelish or _mentions_training(cls):
                self.run_root(program, f"{cls.name}.__init__", lambda c=cls: self._class_root(c))  # type: ignore[misc]
        self.store.rollback(0)

    def go_on(self, program: Program) -> None:
        """Stand where a program ended."""
        self._begin(program.timeline, program.segment, program.env)
        self.store.restore(0, program.state)
        self.overlay = program.overlay

    def run_root(self, program: Program, name: str, action: Callable[[], None]) -> None:
        base = self.store.mark()
        self.segment = Segment(name, program.segment, len(program.timeline.events))
        self.begin_steps()
        self.guarded(program.timeline, action)
        self.leave_engines()
        self.lose()
        self.store.rollback(base)
        self._reset_stacks()

    def _reset_stacks(self) -> None:
        self.path, self.loops, self.calls, self.active, self.scopes, self.frame = EMPTY_PATH, (), (), [], [], None

    def enter_root(self, function: Function) -> None:
        """A function that nobody calls: its parameters are unknown, their defaults only defaults."""
        self.env = function.env
        self.call_function(function, Arguments([], {}, True), function.node)

    def _own_runs(self, cls: Class) -> list[Function]:
        """Methods that no script calls, of a class that scripts use, which build and step a schedule all by themselves."""
        home = cls.env.module
        return [
            method for method in self._uncalled_methods(cls)
            if type(method.node) is cst.FunctionDef and self.interest.is_whole_run(method.node, home)
        ]  # fmt: skip

    def _has_runs_of_its_own(self, cls: Class) -> bool:
        init = cls.find("__init__")
        if cls.external_bases or len(cls.order) > 1:
            return False
        if isinstance(init, Function) and type(init.node) is cst.FunctionDef:
            text = init.env.module.text_of(init.node)
            if text is None or OBJECTS.search(text):
                return False  # what the constructor builds, other methods step
        return bool(self._own_runs(cls))

    def _class_root(self, cls: Class, chosen: list[Function] | None = None) -> None:
        """A class that nobody instantiates: build one, then call what only its users call.

        The order of those calls is not known, so each method is a segment of its own. A method may set what an earlier
        one reads: then all are run again, from the attributes that the first round left.
        """
        timeline = self.timeline
        self.env = cls.env
        earlier, self.entered = self.entered, set()
        try:
            if self.instantiate_abstract(cls) is None:
                return
            instance = self.abstract
            if is_lightning(cls):
                self.fit(instance, cls.node)
        finally:
            of_others = earlier - self.entered
            self.entered |= earlier
        if chosen is None:
            self.entered -= self._of_other_classes(cls, of_others)
        start = len(timeline.events)
        init_segment = self.segment
        methods = _setters_first(self._uncalled_methods(cls) if chosen is None else chosen, cls, instance)
        for attempt in range(2):
            wanted: set[str] = set()
            came_late = False
            run: list[Function] = []
            for method in methods:
                if attempt == 0 and id(method.node) in self.entered:
                    continue
                run.append(method)
                before = set(instance.attrs)
                self.wanted = set()
                self._method_root(method, instance, init_segment)
                came_late = came_late or not wanted.isdisjoint(set(instance.attrs) - before)
                wanted |= self.wanted
            if attempt == 1 or not came_late:
                break
            del timeline.events[start:]
            methods = run  # those that others call have been entered from there, and will be again

    def instantiate_abstract(self, cls: Class) -> Instance | None:
        """An object of a class whose constructor arguments nobody knows."""
        special = self.instantiate_tracked(cls, Arguments([], {}, True), cls.node) if _is_tracked(cls) else None
        if special is not None:
            return None
        self.instantiated.update(id(ancestor.node) for ancestor in cls.order)
        self.abstract = Instance(cls, number=self.serial(), partial=True)
        init = cls.find("__init__")
        if isinstance(init, Function):
            self.call_function(init, Arguments([self.abstract], {}, True), cls.node)
        else:
            self._fill_record(cls, self.abstract, Arguments([], {}, True))
        return self.abstract

    def _of_other_classes(self, cls: Class, earlier: set[int]) -> set[int]:
        """Those of the methods that objects of other classes have run that call what nobody has run yet.

        `Base.fit` calls `self.train_epoch`: where `A(Base)` ran it, `B(Base)` with another `train_epoch` still has to.
        """
        methods = _methods_of(cls)
        own = {name for name, method in methods.items() if id(method.node) not in self.entered}
        found: set[int] = set()
        waiting = {name: method for name, method in methods.items() if id(method.node) in earlier}
        more = bool(own)
        while more:
            more = False
            for name, method in list(waiting.items()):
                if not own.isdisjoint(OWN_CALLS.findall(_text_of(method))):
                    own.add(name)
                    found.add(id(waiting.pop(name).node))
                    more = True
        if found:  # then what else is done to this class's optimizers and schedulers has to be seen as well
            found |= {id(method.node) for method in waiting.values() if OBJECTS.search(_text_of(method))}
        return found

    def _uncalled_methods(self, cls: Class) -> list[Function]:
        found = _methods_of(cls)
        # Those that others of the class call come last: most are entered by then, with the arguments they are meant to have.
        called = {name for ancestor in cls.order for name in OWN_CALLS.findall(ancestor.env.module.text)}
        return [
            value for name, value in sorted(found.items(), key=lambda item: item[0] in called)
            if name not in SKIPPED_METHODS and value.kind not in ("static", "class", "property", "setter")
            and id(value.node) not in self.entered and type(value.node) is cst.FunctionDef
        ]  # fmt: skip

    def _method_root(self, function: Function, instance: Instance, init: Segment) -> None:
        timeline = self.timeline
        self.segment = Segment(function.name, init, len(timeline.events))
        self.begin_steps()
        self._reset_stacks()
        self.env = function.env
        self.guarded(
            timeline,
            lambda: self.call(Method(function, instance), Arguments([], _known_by_name(function, instance), True), function.node),
        )


def _methods_of(cls: Class) -> dict[str, Function]:
    """What is called by each name on an object of the class, constructors aside."""
    found: dict[str, Function] = {}
    for ancestor in cls.order:
        for name, value in ancestor.names.items():
            if isinstance(value, Function) and name not in found and name != "__init__":
                found[name] = value
    return found


def _text_of(method: Function) -> str:
    return (method.env.module.text_of(method.node) or "") if isinstance(method.node, cst.FunctionDef) else ""


class _Said(NamedTuple):
    """What a method says of its object: the attributes it names, those it sets, and the methods it calls."""

    names: frozenset[str]
    sets: frozenset[str]
    calls: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Said:
        """What stands in a method's source."""
        return cls(*(frozenset(pattern.findall(text)) for pattern in (OWN_NAMES, OWN_SET, OWN_CALLS)))


def _setters_first(methods: list[Function], cls: Class, instance: Instance) -> list[Function]:
    """The methods in an order in which one that sets an attribute comes before those that read it, as far as there is one.

    What they and the methods they call say is looked at, not what they do.
    """
    said: dict[str, _Said] = {}
    for ancestor in cls.order:
        for name, member in ancestor.names.items():
            if name not in said and isinstance(member, Function) and type(member.node) is cst.FunctionDef:
                said[name] = _Said.of(_text_of(member))

    def with_called(method: Function) -> _Said:
        found: dict[str, _Said] = {}
        waiting = [method.name]
        while waiting:
            name = waiting.pop()
            if name in said and name not in found:
                found[name] = said[name]
                waiting += said[name].calls
        return _Said(*(frozenset().union(*parts) for parts in zip(*found.values(), strict=True))) if found else NOTHING_SAID

    known = {name for name, value in instance.attrs.items() if not is_unset(value)} | said.keys()
    spoken = [with_called(method) for method in methods]
    sets = [each.sets - known for each in spoken]
    reads = [each.names - own for each, own in zip(spoken, sets, strict=True)]
    ordered: dict[int, None] = {}  # by the place in `methods`

    def visit(place: int, waiting: tuple[int, ...]) -> None:
        for other, own in enumerate(sets):
            if other not in ordered and other not in waiting and not own.isdisjoint(reads[place]):
                visit(other, (*waiting, other))
        ordered[place] = None

    for place in range(len(methods)):
        if place not in ordered:
            visit(place, (place,))
    return [methods[place] for place in ordered]


def _known_by_name(function: Function, instance: Instance) -> dict[str, Value]:
    """Parameters that bear the name of what the constructor was given and kept: `setup(self, opt)` beside `self.opt = opt`."""
    found: dict[str, Value] = {}
    for parameter in function.node.params.params[1:]:
        kept = instance.attrs.get(parameter.name.value)
        if isinstance(kept, Symbol) and isinstance(kept.key, tuple) and kept.key[:1] == ("param",):
            found[parameter.name.value] = kept
    return found


def _definitions(tree: cst.Module) -> list[cst.FunctionDef | cst.ClassDef]:
    found: list[cst.FunctionDef | cst.ClassDef] = []
    blocks: list[cst.CSTNode] = list(tree.body)
    while blocks:
        node = blocks.pop(0)
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            found.append(node)
        elif isinstance(node, (cst.If, cst.Try)) and type(node.body) is cst.IndentedBlock:
            blocks = [*node.body.body, *blocks]
    return found


NOTHING_SAID = _Said(frozenset(), frozenset(), frozenset())
# What begins with a letter is found many times as fast as what begins with `\b`: so it is asked afterwards what stands before.
OWN_NAMES = re.compile(r"self(?<!\wself)\.(\w+)")
OWN_SET = re.compile(r"self(?<!\wself)\.(\w+)[ \t]*(?::[^=\n]+)?=(?!=)")


def _is_tracked(cls: Class) -> bool:
    return any(".optim" in base or "Scheduler" in base or "LRScheduler" in base for base in cls.external_bases)


def _mentions_training(cls: Class) -> bool:
    for ancestor in cls.order:
        for name in ancestor.names:
            if "optim" in name or "sched" in name or name in ("fit", "train_model", "training_step", "run"):
                return True
    return False


def evaluate(project: Project, roots: Roots) -> tuple[list[Timeline], list[tuple[str, str]]]:
    """Timelines of the modules, and (path, message) of what failed."""
    groups = roots.groups()
    evaluator = Evaluator(project, [module.name for group in groups for module in group.modules])
    timelines: list[Timeline] = []
    failures: list[tuple[str, str]] = []
    for group in groups:
        timelines += evaluator.run(group)
        failures += evaluator.failures
    return sorted(timelines, key=lambda timeline: timeline.path), failures
