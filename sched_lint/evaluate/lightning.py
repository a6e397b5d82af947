"""Lightning: `Trainer.fit()` as an epoch loop around a batch loop, in which a module's hooks run in their order."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import libcst as cst

from sched_lint.branches import Path
from sched_lint.evaluate.engines import Engines
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.turns import TURN
from sched_lint.evaluate.values import (
    NONE,
    Arguments,
    Class,
    Dict,
    ExternalObject,
    Function,
    Instance,
    List,
    NativeMethod,
    OptimizerValue,
    SchedulerValue,
    choose,
)  # fmt: skip
from sched_lint.quantities import Const, Op, Symbol, Value
from sched_lint.timeline import Loop, Owned

CONFIGURED = "<configured>"  # what configure_optimizers() returned
BEFORE_BATCHES = ("on_train_start", "on_train_epoch_start", "on_epoch_start")
BEFORE_STEP = ("on_train_batch_start",)
AFTER_STEP = ("on_train_batch_end",)
AFTER_BATCHES = (
    *("on_validation_epoch_start", "validation_epoch_end", "on_validation_epoch_end", "on_validation_end"),
    *("training_epoch_end", "on_train_epoch_end", "on_epoch_end"),
)


class Lightning(Engines):
    """LightningModules in training."""

    __slots__ = ()

    def call_native(self, callee: NativeMethod, args: Arguments, node: cst.CSTNode) -> Value:
        """`Trainer.fit(module)`, and what a module has from Lightning."""
        receiver, name = callee.receiver, callee.name
        if isinstance(receiver, ExternalObject) and name == "fit" and receiver.cls.endswith(".Trainer"):
            for _, option in self.options(args.get(0, "model") or NONE):
                if isinstance(option, Instance) and is_lightning(option.cls):
                    self.fit(option, node)
                    return NONE
        if isinstance(receiver, Instance) and CONFIGURED in receiver.attrs:
            if name == "manual_backward":
                self._backward(node)
                return NONE
            if name in CONFIGURABLE:
                return self._configured(receiver, CONFIGURABLE[name], node)
        return super().call_native(callee, args, node)

    def instance_attribute(self, value: Instance, name: str, node: cst.CSTNode) -> Value:
        """`self.optimizers`, `self.lr_schedulers` and `self.manual_backward` of a module in training."""
        if CONFIGURED in value.attrs and (name in CONFIGURABLE or name == "manual_backward"):
            if name not in value.attrs and value.cls.find(name) is None:
                return NativeMethod(value, name)
        return super().instance_attribute(value, name, node)

    def _configured(self, module: Instance, kind: type[Value], node: cst.CSTNode) -> Value:
        """What configure_optimizers() returned of a kind: one by itself, several as a list."""
        found: list[tuple[Path, Value]] = []
        for path, option in self.options(module.attrs[CONFIGURED]):
            values = [value for value in self.reachable(option) if isinstance(value, kind)]
            if values:
                found.append((path, values[0] if len(values) == 1 else List(dict(enumerate(values)))))
        return choose(found) if found else self.unknown(node, dotted(node))

    def fit(self, module: Instance, node: cst.CSTNode) -> None:
        """One turn of training that stands for all of them."""
        configure = module.cls.find("configure_optimizers")
        if not isinstance(configure, Function) or id(configure.node) in self.active:
            return
        configured = self.call_method(module, "configure_optimizers", [], node)
        self.store.write(module.attrs, CONFIGURED, configured)
        automatic = self._automatic(module, node)
        epochs = self._open(node, "range", "epochs", None, ("epoch",))
        with self.inside(epochs):
            if automatic and module.cls.find("lr_scheduler_step") is None:
                self._own(configured, configure)
            self._hooks(module, BEFORE_BATCHES, node)
            batches = self._open(node, "loader", "data", None, ("batch",))
            with self.inside(batches):
                self._hooks(module, BEFORE_STEP, node)
                self._hooks(module, ("training_step",), node, self._given_in(batches))
                if automatic:
                    self._optimize(module, configured, node)
                    self._step_by_hook(module, configured, "step", node)
                self._hooks(module, AFTER_STEP, node)
            self._hooks(module, AFTER_BATCHES, node)
            if automatic:
                self._step_by_hook(module, configured, "epoch", node)
        self.escape(Arguments([configured]), "Lightning", node)  # it saves and restores them as well

    def _automatic(self, module: Instance, node: cst.CSTNode) -> bool:
        """Does Lightning step the optimizers? Not where the module says that it does, or where that is not known."""
        found = module.attrs.get("automatic_optimization") or module.cls.find("automatic_optimization")
        if isinstance(found, Function):
            found = self.attribute(module, "automatic_optimization", node)
        return found is None or (isinstance(found, Const) and found.value is True)

    def _own(self, configured: Value, configure: Function) -> None:
        outer, self.env = self.env, configure.env
        for path, option in self.options(configured):
            for value in self.reachable(option):
                if isinstance(value, SchedulerValue):
                    self.emit(Owned, configure.node, path, subject=value.scheduler, by="Lightning")
        self.env = outer

    def _optimize(self, module: Instance, configured: Value, node: cst.CSTNode) -> None:
        self._backward(node)
        if module.cls.find("optimizer_step") is not None:
            optimizer = self._configured(module, OptimizerValue, node)
            given = [self.unknown(node, "epoch"), self.unknown(node, "batch_idx"), optimizer]
            self.call_method(module, "optimizer_step", given, node)
        for path, option in self.options(configured):
            for value in self.reachable(option):
                if isinstance(value, OptimizerValue):
                    with self.under(path):
                        self.optimizer_stepped(value, node)

    def _step_by_hook(self, module: Instance, configured: Value, interval: str, node: cst.CSTNode) -> None:
        """Where the module says how a scheduler is stepped: those of one interval, at its end."""
        hook = module.cls.find("lr_scheduler_step")
        if not isinstance(hook, Function):
            return
        between = [NONE] if len(hook.node.params.params) > 3 else []  # once there was the optimizer's number
        for path, option in self.options(configured):
            for value, chosen in self._intervals(option):
                if chosen == interval:
                    with self.under(path):
                        self.call_method(module, "lr_scheduler_step", [value, *between, _metric(value)], node)

    def _intervals(self, configured: Value) -> list[tuple[SchedulerValue, str]]:
        """The schedulers and their intervals; "" where only the run knows it."""
        found: dict[int, tuple[SchedulerValue, str]] = {}
        for value in self.reachable(configured):
            if isinstance(value, SchedulerValue):
                found.setdefault(value.scheduler.number, (value, "epoch"))
        for entries in self._dicts(configured, 3):
            scheduler, interval = self.narrowed(entries["scheduler"]), entries.get("interval", Const("epoch"))
            if isinstance(scheduler, SchedulerValue):
                known = str(interval.value) if isinstance(interval, Const) else ""
                found[scheduler.scheduler.number] = (scheduler, known)
        return list(found.values())

    def _dicts(self, value: Value, depth: int) -> list[dict[Hashable, Value]]:
        """What is returned of the form `{"scheduler": ..., "interval": ...}`, however deep."""
        if isinstance(value, Dict) and "scheduler" in value.entries:
            return [value.entries]
        inner = list(value.entries.values()) if isinstance(value, Dict) else self.parts_of(value)
        return [found for part in inner for _, each in self.options(part) for found in self._dicts(each, depth - 1) if depth > 0]

    def _given_in(self, batches: Loop) -> list[Value]:
        """The batch and its number, which differ from turn to turn."""
        turns = self.loop_numbers()
        number = Symbol((TURN, "lightning", "index", batches.number, 0), "batch_idx", None, turns)
        return [Symbol(("batch", batches.number), "batch", None, turns), number]

    def _hooks(self, module: Instance, names: tuple[str, ...], node: cst.CSTNode, given: Sequence[Value] = ()) -> None:
        for name in names:
            hook = module.cls.find(name)
            if isinstance(hook, Function):
                self.call(self.attribute(module, name, node), Arguments(list(given), {}, True), node)


def _metric(value: SchedulerValue) -> Value:
    """What Lightning hands on with a scheduler: the monitored value with one that wants it, None with others."""
    unknown = Symbol(("lightning", "metric"), "metric")
    if value.scheduler.api is None:
        return unknown
    return Op("float", (unknown,)) if value.scheduler.takes_metric else NONE


CONFIGURABLE: dict[str, type[Value]] = {"optimizers": OptimizerValue, "lr_schedulers": SchedulerValue}


def is_lightning(cls: Class) -> bool:
    """Is it a LightningModule?"""
    return any(base.rpartition(".")[2] == "LightningModule" for base in cls.external_bases)
