"""Engines that call a function for each batch and handlers at their events: ignite's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import libcst as cst

from sched_lint.branches import EMPTY_PATH, Path
from sched_lint.evaluate.natives import Natives
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.turns import TURN
from sched_lint.evaluate.values import (
    NONE,
    Arguments,
    Class,
    Dict,
    External,
    ExternalObject,
    Function,
    Instance,
    List,
    LoaderValue,
    Method,
    NativeMethod,
    OptimizerValue,
    Partial,
    SchedulerValue,
    Tuple,
)  # fmt: skip
from sched_lint.knowledge import ignite
from sched_lint.quantities import Const, Length, Symbol, Value, kept_id, literal, walk

Engine: TypeAlias = ExternalObject | Instance

ENGINE = "ignite.engine.Engine"
EVENT = "ignite.engine.CallableEventWithFilter"
WRAPPER = "ignite.handlers.LRScheduler"
UPDATE = "ignite.engine.supervised_training_step.update"
# Attributes of ours on an engine: no program can name them.
PROCESS, HANDLERS, WRAPPED, FILTERS = "<process>", "<handlers>", "<wrapped>", "<filters>"


class Engines(Natives):
    """`engine.run()` as an epoch loop around a batch loop, in which the handlers run in the order of their events."""

    __slots__ = ("engines", "ran", "running")

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self.engines: list[Engine] = []
        self.ran: set[int] = set()
        self.running: list[Engine] = []

    # -- making engines ----------------------------------------------------------------------------------------

    def call_external(self, callee: External, args: Arguments, node: cst.CSTNode) -> Value:
        """Engines, events, process functions and param schedulers; else what every library does."""
        name = callee.name
        if not name.startswith("ignite."):
            return super().call_external(callee, args, node)
        if name in ignite.ENGINES:
            return self._made(args.get(0, "process_function") or NONE)
        if name in ignite.TRAINERS:
            return self._made(Partial(External(UPDATE), args))
        if name in ignite.EVALUATORS:
            return self._made(NONE)
        if name in ignite.STEP_MAKERS:
            return Partial(External(UPDATE), args)
        if name == UPDATE:
            return self._supervised_update(args, node)
        if name in ignite.WRAPPERS:
            return ExternalObject(WRAPPER, {WRAPPED: Tuple(tuple(args.all()))})
        if ignite.is_event(name):
            return ExternalObject(EVENT, {WRAPPED: callee, FILTERS: Dict(dict(args.keywords.items()))})
        if name.removesuffix(".__init__") in ignite.ENGINES and args.positional:
            for _, option in self.options(args.positional[0]):
                if isinstance(option, Instance):
                    self._take_process(option, Arguments(args.positional[1:], args.keywords, args.open))
            return NONE
        given = [value for value in args.all() if not _is_engine(value)]
        return super().call_external(callee, args if len(given) == len(args.all()) else Arguments(given), node)

    def instantiate_tracked(self, cls: Class, args: Arguments, node: cst.CSTNode) -> Value | None:
        """Subclasses of Engine, besides those of schedulers and optimizers."""
        if not ignite.ENGINES & set(cls.external_bases):
            return super().instantiate_tracked(cls, args, node)
        instance = Instance(cls, number=self.serial())
        self.engines.append(instance)
        init = cls.find("__init__")
        if init is None:
            self._take_process(instance, args)
        else:
            self.call(self._bind(instance, cls, init, node), args, node)
        return instance

    def _made(self, process: Value) -> ExternalObject:
        self.not_plain()
        engine = ExternalObject(ENGINE, {PROCESS: process, HANDLERS: List()})
        self.engines.append(engine)
        return engine

    def _take_process(self, engine: Instance, args: Arguments) -> None:
        self.store.write(engine.attrs, PROCESS, args.get(0, "process_function") or NONE)
        self.store.write(engine.attrs, HANDLERS, List())

    def instance_attribute(self, value: Instance, name: str, node: cst.CSTNode) -> Value:
        """What a subclass of Engine inherits from it is called as an engine's method."""
        if name in ignite.METHODS and PROCESS in value.attrs and name not in value.attrs and value.cls.find(name) is None:
            return NativeMethod(value, name)
        return super().instance_attribute(value, name, node)

    def inherited_from_outside(self, receiver: Value, cls: Class, name: str) -> Value | None:
        """`super().__init__(update)`, `super().run(...)` in a subclass of Engine."""
        if isinstance(receiver, Instance) and name in ignite.METHODS and ignite.ENGINES & set(cls.external_bases):
            return NativeMethod(receiver, name)
        return None

    def combine(self, op: str, left: Value, right: Value, node: cst.CSTNode) -> Value:
        """`Events.STARTED | Events.COMPLETED`, and every other operation."""
        events = [*_events(left), *_events(right)] if op == "|" else []
        if len(events) > 1 and _is_event(left) and _is_event(right):
            return Tuple(tuple(events))
        return super().combine(op, left, right, node)

    # -- their methods -------------------------------------------------------------------------------------------

    def call_native(self, callee: NativeMethod, args: Arguments, node: cst.CSTNode) -> Value:
        """Methods of engines; else what every library does."""
        receiver, name = callee.receiver, callee.name
        if isinstance(receiver, ExternalObject) and receiver.cls.startswith("ignite.") and name.startswith("attach"):
            return NONE  # metrics and loggers only listen
        if isinstance(receiver, Instance) and name == "__init__":
            self._take_process(receiver, args)
            return NONE
        if isinstance(receiver, (ExternalObject, Instance)) and PROCESS in receiver.attrs:
            return self._engine_method(receiver, name, args, node)
        return super().call_native(callee, args, node)

    def _engine_method(self, engine: Engine, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        if name == "add_event_handler":
            self._register(engine, args.get(0, "event_name"), args.get(1, "handler"), args.positional[2:])
        elif name == "on":
            return Partial(NativeMethod(engine, REGISTER), args)
        elif name == REGISTER:
            self._register(engine, args.positional[0], args.positional[-1], args.positional[1:-1])
            return args.positional[-1]
        elif name == "run":
            return self._run(engine, args, node)
        elif name == "fire_event":
            for event in _events(args.get(0, "event_name") or NONE):
                self._fire(engine, (_name(event),), node)
        elif name not in ignite.METHODS:
            return super().call_native(NativeMethod(engine, name), args, node)
        return self.unknown(node, dotted(node))

    def _register(self, engine: Engine, event: Value | None, handler: Value | None, extra: list[Value]) -> None:
        handlers = engine.attrs.get(HANDLERS)
        if isinstance(handlers, List) and event is not None and handler is not None:
            self.store.write(handlers.slots, len(handlers.slots), Tuple((event, handler, Tuple(tuple(extra)))))

    def _run(self, engine: Engine, args: Arguments, node: cst.CSTNode) -> Value:
        """One turn that stands for all of them: of the epochs, and of the batches in one."""
        if any(engine is other for other in self.running):
            return NONE
        self.ran.add(id(engine))
        self.running.append(engine)
        state = Dict(namespace=True, text="engine.state")
        self.store.write(engine.attrs, "state", state)
        epochs = args.get(1, "max_epochs") or Const(1)
        self._fire(engine, ignite.BEFORE_EPOCHS, node)
        if literal(epochs) == 1:
            self._epoch(engine, state, args, node)
        else:
            loop = self._open(node, "range", "epochs", self.snapshot(epochs), ("epoch",))
            with self.inside(loop):
                self.store.write(state.entries, "epoch", self._counted(node, "epoch"))
                self._epoch(engine, state, args, node)
        self._fire(engine, ignite.AFTER_EPOCHS, node)
        self.running.pop()
        return state

    def _epoch(self, engine: Engine, state: Dict, args: Arguments, node: cst.CSTNode) -> None:
        data = args.get(0, "data") or NONE
        given = args.keywords.get("epoch_length")
        bound = self.snapshot(given) if given is not None else self.length(data) if data is not NONE else None
        label = data.text if isinstance(data, (LoaderValue, Symbol)) else "data"
        self._fire(engine, ignite.BEFORE_BATCHES, node)
        loop = self._open(node, "loader", label, bound, ("batch",))
        loop.loader = data
        with self.inside(loop):
            self.store.write(state.entries, "iteration", self._counted(node, "iteration"))
            self._fire(engine, ignite.BEFORE_UPDATE, node)
            batch = self.unknown(node, "batch")
            process = engine.attrs.get(PROCESS, NONE)
            self.store.write(state.entries, "output", self._call_with(process, [engine, batch], node))
            self._fire(engine, ignite.AFTER_UPDATE, node)
        self._fire(engine, ignite.AFTER_BATCHES, node)

    def _counted(self, node: cst.CSTNode, part: str) -> Symbol:
        """`engine.state.epoch` and `engine.state.iteration` count from 1."""
        return Symbol((TURN, id(node), part, self.loops[-1].number, 1), part, None, self.loop_numbers())

    def _fire(self, engine: Engine, names: tuple[str, ...], node: cst.CSTNode) -> None:
        for entry_path, event, handler, extra in self._entries(engine):
            for name in names:
                for single in _events(event):
                    if _name(single) == name:
                        with self.under(entry_path | self._filtered(single)):
                            self._call_with(handler, [engine, *extra.items], node)

    def _entries(self, engine: Engine) -> Iterator[tuple[Path, Value, Value, Tuple]]:
        handlers = engine.attrs.get(HANDLERS)
        for entry in list(handlers.slots.values()) if isinstance(handlers, List) else ():
            for path, option in self.options(entry):
                if isinstance(option, Tuple) and len(option.items) == 3 and isinstance(option.items[2], Tuple):
                    yield path, option.items[0], option.items[1], option.items[2]

    def _filtered(self, event: Value) -> Path:
        """`Events.EPOCH_COMPLETED(every=5)`: under a condition that differs from turn to turn."""
        filters = event.attrs[FILTERS] if isinstance(event, ExternalObject) else None
        if not isinstance(filters, Dict) or not filters.entries:
            return EMPTY_PATH
        every = filters.entries.get("every")
        if every is not None and literal(every) == 1 and len(filters.entries) == 1:
            return EMPTY_PATH
        condition = self.condition(
            ("event", kept_id(event), tuple(loop.number for loop in self.loops)), "the event's filter", self.loop_numbers(),
            periodic=every is not None, at_first=False if every is not None else None,
            last_turn=every is not None and any(isinstance(part, Length) for part in walk(every)),
        )  # fmt: skip
        return frozenset({condition.number})

    # -- what they call --------------------------------------------------------------------------------------------

    def _call_with(self, handler: Value, given: list[Value], node: cst.CSTNode) -> Value:
        """Call a handler or process function that the project defines, or let ignite's own step what it wraps."""
        for path, option in self.options(handler):
            with self.under(path):
                if isinstance(option, ExternalObject) and option.cls == WRAPPER:
                    for value in self.reachable(option):
                        if isinstance(value, SchedulerValue):
                            self.scheduler_stepped(value, Arguments(), node, by="ignite's LRScheduler")
                elif isinstance(option, (Function, Method, Partial)):
                    result = self.call(option, Arguments(given if _takes_any(option) else []), node)
                    if not path:
                        return result
                elif isinstance(option, Instance) and option.cls.find("__call__") is not None:
                    self.call_method(option, "__call__", given, node)
                elif isinstance(option, NativeMethod):
                    self.escape(Arguments([option]), dotted(node), node)
        return self.unknown(node, "output")

    def _supervised_update(self, args: Arguments, node: cst.CSTNode) -> Value:
        """What `create_supervised_trainer()` does with each batch."""
        optimizer = args.get(1, "optimizer") or NONE
        micro = args.keywords.get("gradient_accumulation_steps")
        path = EMPTY_PATH
        if micro is not None and literal(micro) != 1:
            turns = tuple(loop.number for loop in self.loops)
            path = frozenset({
                self.condition(("accumulated", id(node), turns), "enough batches", self.loop_numbers(), periodic=True).number
            })  # fmt: skip
        self._backward(node)
        for option_path, option in self.options(optimizer):
            with self.under(path | option_path):
                self.optimizer_stepped(option if isinstance(option, OptimizerValue) else None, node)
        return self.unknown(node, "loss")

    def held_by(self, value: ExternalObject) -> Iterable[Value]:
        """See `Attributes`; code that is given an engine can run it, but not reach into its functions."""
        return () if value.cls == ENGINE else super().held_by(value)

    def leave_engines(self) -> None:
        """At the end of a program: what engines that were not seen running call may do anything."""
        for engine in self.engines:
            for _, event, handler, extra in list(self._entries(engine)):
                if id(engine) not in self.ran or any(_name(single) not in ignite.EVENTS for single in _events(event)):
                    self.escape(Arguments([handler, *extra.items]), "an engine", self.module.tree)
            if id(engine) not in self.ran:
                self.escape(Arguments([engine.attrs.get(PROCESS, NONE)]), "an engine", self.module.tree)
        self.engines.clear()


REGISTER = "<on>"
"""The method that `engine.on(event, *args)` hands out: its last argument is the handler."""


def _is_engine(value: Value) -> bool:
    return isinstance(value, (ExternalObject, Instance)) and PROCESS in value.attrs


def _is_event(value: Value) -> bool:
    return bool(_events(value)) and all(_name(event) for event in _events(value))


def _events(value: Value) -> list[Value]:
    """The single events of one, or of several joined with `|`."""
    return list(value.items) if isinstance(value, Tuple) else [value]


def _name(event: Value) -> str:
    """`EPOCH_STARTED`; "" for what is no event that is known."""
    if isinstance(event, ExternalObject) and event.cls == EVENT:
        return _name(event.attrs[WRAPPED])
    if isinstance(event, External):
        return event.name.rpartition(".")[2] if ignite.is_event(event.name) else ""
    return str(event.value) if isinstance(event, Const) else ""


def _takes_any(handler: Value) -> bool:
    """Does a handler take arguments? ignite leaves the engine out for one that takes none."""
    if isinstance(handler, Partial):
        return True
    function = handler.function if isinstance(handler, Method) else handler
    if not isinstance(function, Function):
        return True
    parameters = function.node.params
    count = len(parameters.posonly_params) + len(parameters.params) - isinstance(handler, Method)
    return count > 0 or isinstance(parameters.star_arg, cst.Param)
