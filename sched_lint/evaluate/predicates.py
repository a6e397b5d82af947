"""Tests of what a value is: isinstance(), hasattr(), bool()."""

from __future__ import annotations

from collections.abc import Hashable

import libcst as cst

from sched_lint.evaluate.conditions import FALSE, TRUE, Conditions, Decision
from sched_lint.evaluate.spelling import dotted, operands
from sched_lint.evaluate.values import (
    MISSING,
    Alternatives,
    Class,
    Dict,
    External,
    Function,
    Imported,
    Instance,
    List,
    LoaderValue,
    OptimizerValue,
    SchedulerValue,
    Tuple,
    Unparsed,
)  # fmt: skip
from sched_lint.project.modules import Module
from sched_lint.quantities import Const, Value, kept_id, key
from sched_lint.timeline import InstanceAsked, is_unset

BUILTIN_KINDS: dict[str, type] = {
    "builtins.list": list, "builtins.tuple": tuple, "builtins.dict": dict, "builtins.str": str, "builtins.int": int,
    "builtins.float": float, "builtins.bool": bool,
}  # fmt: skip
KEPT_ARGUMENTS = frozenset(
    {"patience", "cooldown", "threshold", "factor", "mode", "T_max", "eta_min", "T_0", "T_mult", "step_size", "gamma",
     "start_factor", "end_factor", "power"}
)  # fmt: skip
"""Arguments that torch's schedulers keep under their own names (torch 2.13.0): those that do not take one do not have it."""
SCHEDULER_ATTRIBUTES = KEPT_ARGUMENTS | frozenset(
    {"T_cur", "T_i", "anneal_epochs", "anneal_func", "base_lrs", "base_momentums", "best", "cooldown_counter", "cycle_momentum",
     "default_min_lr", "eps", "get_last_lr", "get_lr", "in_cooldown", "last_epoch", "load_state_dict", "lr_lambdas", "max_lrs",
     "max_momentums", "milestones", "min_lrs", "mode_worse", "num_bad_epochs", "optimizer", "print_lr", "recursive_undo",
     "scale_fn", "scale_mode", "state_dict", "step", "step_ratio", "threshold_mode", "total_iters", "total_size", "total_steps",
     "use_beta1", "verbose"}
)  # fmt: skip
"""What any of torch's schedulers has (2.13.0, and two names of before); what begins with an underscore aside."""
JUDGED = (Instance, OptimizerValue, SchedulerValue)
"""Kinds of values of which it is known whether they are of a class of the project."""


class Predicates(Conditions):
    """Conditions that ask for the kind of a value."""

    __slots__ = ()

    def _predicate(self, node: cst.Call, name: str) -> Decision | None:
        if name == "isinstance" and len(node.args) == 2 and self.holder("isinstance") is None:
            value = self.evaluate(node.args[0].value)
            return self._isinstance(value, self._kinds(node.args[1].value, value), node)
        if name == "bool" and len(node.args) == 1:
            return self.decide(node.args[0].value)
        if name == "hasattr" and len(node.args) == 2:
            return self._hasattr(self.evaluate(node.args[0].value), self.evaluate(node.args[1].value), node)
        return None

    def one_of_kinds(self, node: cst.BooleanOperation) -> Decision | None:
        """`isinstance(x, A) or isinstance(x, B)` is `isinstance(x, (A, B))`; None for other tests."""
        tests = list(operands(node))
        asked = [
            each.args for each in tests if type(each) is cst.Call and dotted(each.func) == "isinstance" and len(each.args) == 2
        ]
        subjects = {dotted(args[0].value) for args in asked}
        if len(asked) < len(tests) or len(subjects) > 1 or not all(subjects) or self.holder("isinstance") is not None:
            return None
        value = self.evaluate(asked[0][0].value)
        kinds = [self._kinds(args[1].value, value) for args in asked]
        single = [part for kind in kinds for part in (kind.items if isinstance(kind, (Tuple, List)) else (kind,))]
        return self._isinstance(value, Tuple(tuple(single)), node)

    def _hasattr(self, value: Value, name: Value, node: cst.CSTNode) -> Decision:
        identity = ("hasattr", key(value), key(name))
        if not isinstance(name, Const) or not isinstance(name.value, str):
            return self.symbolic(identity, dotted(node), value)
        attribute = name.value
        if isinstance(value, Alternatives):
            return self._split(value, lambda option: self.has(option, attribute), identity, dotted(node))
        found = self.has(value, attribute)
        if found is None:
            return self.symbolic(identity, dotted(node), value)
        return TRUE if found else FALSE

    def has(self, value: Value, name: str) -> bool | None:
        """Has the value such an attribute? None where only the run knows."""
        if isinstance(value, Instance):
            self.note(value.attrs, name, value.attrs.get(name, MISSING))
            if value.partial or isinstance(value.attrs.get(name), Alternatives):
                return None
            if name in value.attrs or value.cls.find(name) is not None:
                return True
            return None if value.cls.unknown_bases or value.cls.external_bases else False
        if not isinstance(value, SchedulerValue):
            return False if isinstance(value, Const) and value.value is None else None
        if name in ("step", "state_dict", "load_state_dict"):
            return True
        api = value.scheduler.api
        if api is None or value.scheduler.custom:
            return None
        if name in KEPT_ARGUMENTS:
            return api.parameter(name) is not None
        return None if name in SCHEDULER_ATTRIBUTES or name.startswith("_") else False

    def _kinds(self, node: cst.BaseExpression, value: Value) -> Value:
        """What `isinstance` asks of the value; imported classes stay unopened where they make no difference."""
        if any(isinstance(option, JUDGED) for _, option in self.options(value)):
            return self.evaluate(node)
        if type(node) is cst.Tuple and all(type(element) is cst.Element for element in node.elements):
            return Tuple(tuple([self.unopened(each.value) or self.evaluate(each.value) for each in node.elements]))
        return self.unopened(node) or self.evaluate(node)

    def unopened(self, node: cst.BaseExpression) -> Imported | None:
        """An imported class that nobody has looked at yet, as it is: registries and tests of kinds name dozens."""
        if type(node) is not cst.Name or self.notes is not None:
            return None
        slots = self.holder(node.value)
        held = slots[node.value] if slots is not None else None
        if type(held) is not Imported or not isinstance(held.home, Module):
            return None
        self.asks(held.home)
        return held if held.home.top_level.get(held.name) == "class" else None

    def _isinstance(self, value: Value, kinds: Value, node: cst.CSTNode) -> Decision:
        asked = kinds.items if isinstance(kinds, (Tuple, List)) else (kinds,)
        names = tuple(kind.name for kind in asked if isinstance(kind, External))
        if any(name.startswith("torch.optim") for name in names):
            own = any(isinstance(v, SchedulerValue) and v.scheduler.custom for _, v in self.options(value))
            self.emit(InstanceAsked, node, names=names, own=own)
        identity = ("isinstance", key(value), _kind_key(kinds))
        if isinstance(value, Alternatives):
            return self._split(value, lambda option: self.is_instance(option, kinds), identity, dotted(node))
        outcome = self.is_instance(value, kinds)
        if outcome is None:
            return self.symbolic(identity, dotted(node), value)
        return TRUE if outcome else FALSE

    def is_instance(self, value: Value, kinds: Value) -> bool | None:
        """isinstance(value, kinds), None where only the run knows."""
        if isinstance(kinds, (Tuple, List)):
            outcomes = [self.is_instance(value, kind) for kind in kinds.items]
            return True if True in outcomes else (None if None in outcomes else False)
        if isinstance(value, Instance) and isinstance(kinds, Class):
            return kinds in value.cls.order or (None if value.cls.unknown_bases else False)
        if isinstance(kinds, External):
            return self._is_external(value, kinds.name)
        if is_unset(value):
            return False
        if isinstance(value, (OptimizerValue, SchedulerValue)) and isinstance(kinds, Class):
            return value.instance is not None and kinds in value.instance.cls.order
        return None

    def _is_external(self, value: Value, kind: str) -> bool | None:
        short = kind.rpartition(".")[2]
        if isinstance(value, SchedulerValue):
            scheduler = value.scheduler
            if kind in BUILTIN_KINDS:
                return False
            if short == "LRScheduler":
                return True
            if short == "_LRScheduler" and scheduler.name == "ReduceLROnPlateau":
                return False
            if short == "_LRScheduler" or scheduler.custom or scheduler.api is None:
                return None
            return short == scheduler.name if kind.startswith("torch.") else None
        if isinstance(value, OptimizerValue):
            return True if short == "Optimizer" else (short == value.optimizer.name if value.optimizer.known else None)
        builtin = BUILTIN_KINDS.get(kind)
        if builtin is None:
            return None
        if isinstance(value, Const):
            return isinstance(value.value, builtin)
        if isinstance(value, (List, Tuple, Dict)):
            return {List: list, Tuple: tuple, Dict: dict}[type(value)] is builtin
        if isinstance(value, (OptimizerValue, LoaderValue, Instance, Class, Function)):
            return False
        return None


def _kind_key(kinds: Value) -> Hashable:
    if isinstance(kinds, External):
        return kinds.name
    if isinstance(kinds, (Tuple, List)):
        return tuple(_kind_key(kind) for kind in kinds.items)
    # A class is the same before and after it is opened.
    if isinstance(kinds, Imported):
        return _home_of(kinds), kinds.name
    if isinstance(kinds, Unparsed):
        return kinds.module.name, kinds.name
    if isinstance(kinds, Class) and kinds.env.names.get(kinds.name) is kinds:
        return kinds.env.module.name, kinds.name
    return kept_id(kinds)


def _home_of(value: Imported) -> str:
    return value.home.name if isinstance(value.home, Module) else value.home
