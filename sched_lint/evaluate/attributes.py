"""Attributes: of instances and classes, modules, namespaces, and of what only the run knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from typing import Any

import libcst as cst

from sched_lint.evaluate.predicates import Predicates
from sched_lint.evaluate.scan import named_in, words_of
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import (
    ANY,
    MISSING,
    Alternatives,
    Arguments,
    Class,
    Dict,
    Environment,
    External,
    ExternalObject,
    Folder,
    Function,
    Imported,
    Instance,
    List,
    Method,
    NativeMethod,
    OptimizerValue,
    Partial,
    SchedulerValue,
    Super,
    Tuple,
    choose,
)  # fmt: skip
from sched_lint.project.modules import Module
from sched_lint.quantities import Const, Either, Items, Symbol, Value, kept_id

CONTAINER_METHODS = frozenset(
    {"append", "extend", "insert", "pop", "items", "keys", "values", "get", "update", "setdefault", "copy", "format", "join",
     "split", "strip", "lower", "upper", "sort", "reverse", "index", "count", "remove", "clear", "replace", "startswith",
     "endswith", "add"}
)  # fmt: skip
RECONFIGURES = re.compile(r"_?(?:merge|update|override|load_(?!state)|from_|read|parse)")
"""Methods of a configuration that take values from elsewhere: yacs' `merge_from_file`, `update_from_dict`."""


class Attributes(Predicates):
    """Attribute access on every kind of value."""

    __slots__ = ()

    def attribute(self, value: Value, name: str, node: cst.CSTNode) -> Value:
        """`value.name`."""
        handler = _HANDLERS.get(type(value))
        return handler(self, value, name, node) if handler is not None else NativeMethod(value, name)

    def _attribute_of_each(self, value: Alternatives, name: str, node: cst.CSTNode) -> Value:
        return self.each(value, lambda option: self.attribute(option, name, node))

    def _imported_attribute(self, value: Imported, name: str, node: cst.CSTNode) -> Value:
        return self.attribute(self.load(value), name, node)

    def _folder_attribute(self, value: Folder, name: str, node: cst.CSTNode) -> Value:
        found = self.project.submodule(value.path, name)
        return self._module_value(found, value.importer) if found is not None else External(f"{value.path}.{name}")

    def _tuple_attribute(self, value: Tuple, name: str, node: cst.CSTNode) -> Value:
        return value.items[value.names.index(name)] if name in value.names else NativeMethod(value, name)

    def _external_attribute(self, value: ExternalObject, name: str, node: cst.CSTNode) -> Value:
        return value.attrs[name] if name in value.attrs else NativeMethod(value, name)

    def _foreign_attribute(self, value: External, name: str, node: cst.CSTNode) -> Value:
        if name == "__name__" and value.name.startswith("torch.optim."):
            return Const(value.name.rpartition(".")[2])
        return External(f"{value.name}.{name}", True)

    def _optimizer_attribute(self, value: OptimizerValue, name: str, node: cst.CSTNode) -> Value:
        if name == "__class__":
            return class_of(value) or NativeMethod(value, name)
        if value.instance is not None and name in value.instance.attrs:
            return value.instance.attrs[name]
        return NativeMethod(value, name)

    def _function_attribute(self, value: Function | Method | Partial, name: str, node: cst.CSTNode) -> Value:
        return Symbol((".", kept_id(value), name), dotted(node))

    def _scheduler_attribute(self, value: SchedulerValue, name: str, node: cst.CSTNode) -> Value:
        if name == "__class__":
            return class_of(value) or NativeMethod(value, name)
        if name in ("base_lrs", "lr_lambdas", "max_lrs", "min_lrs", "_initial_step", "lr_lambda"):
            self.adjusted(value, name, node)
        if name == "optimizer":
            options = value.scheduler.optimizers
            if options:
                return choose([(path, self.optimizer_value(optimizer)) for path, optimizer in options])
        if value.instance is not None and name in value.instance.attrs:
            return value.instance.attrs[name]
        return NativeMethod(value, name)

    def adjusted(self, value: SchedulerValue, name: str, node: cst.CSTNode) -> None:
        raise NotImplementedError

    def optimizer_value(self, optimizer: object) -> Value:
        raise NotImplementedError

    def _symbol_attribute(self, value: Symbol, name: str, node: cst.CSTNode) -> Value:
        symbol_key = (".", value.key, name)
        found = self.overlaid(symbol_key)
        if found is not None:
            return self.narrowed(found)
        label = f"{value.text}.{name}" if value.text != "?" else dotted(node)
        return Symbol(symbol_key, label, None, value.varying)

    def _dict_attribute(self, value: Dict, name: str, node: cst.CSTNode) -> Value:
        if value.namespace or (name not in CONTAINER_METHODS and name in value.entries):
            if name in value.entries:
                return self.narrowed(value.entries[name])
            if name in CONTAINER_METHODS or RECONFIGURES.match(name):
                return NativeMethod(value, name)
            if name == "__dict__":
                return Dict(value.entries, text=value.text)
            label = f"{value.text}.{name}" if value.text else dotted(node)
            return Symbol((".", ("dict", kept_id(value)), name), label)
        return NativeMethod(value, name)

    # -- instances and classes ---------------------------------------------------------------------------------

    def instance_attribute(self, value: Instance, name: str, node: cst.CSTNode) -> Value:
        """`self.name`: the instance's own, its classes', then a symbol."""
        if self.notes is not None:
            self._note_attribute(value, name)
        if name in value.attrs:
            found = self.narrowed(value.attrs[name])
            if type(found) is Imported:
                return self.load(found)
            if found is not MISSING:
                return self._unstable(value, name, found, node)
        if name == "__class__":
            return value.cls
        inherited = value.cls.find(name)
        if inherited is not None:
            return self._bind(value, value.cls, inherited, node)
        if name in ("_replace", "_asdict") and any(base.endswith("NamedTuple") for base in value.cls.external_bases):
            return NativeMethod(value, name)
        if name == "__dict__":
            return Dict(as_entries(value.attrs))
        hook = value.cls.find("__getattr__")
        if isinstance(hook, Function) and id(hook.node) not in self.active:
            return self.call(Method(hook, value), Arguments([Const(name)]), node)
        if value.partial:
            self.wanted.add(name)
        return self._symbol_attribute(Symbol(("instance", value.number), "self"), name, node)

    def _unstable(self, owner: Instance, name: str, value: Value, node: cst.CSTNode) -> Value:
        """Inside a loop, a number or flag that other code assigns again is not the constant it was."""
        if not self.loops or not isinstance(value, Const) or not isinstance(value.value, (bool, int, float, type(None))):
            return value
        if any(name in cls.env.module.reassigned for cls in owner.cls.order):
            return Symbol(("unstable", owner.number, name, self.loops[-1].number), dotted(node), None, self.loop_numbers())
        return value

    def _class_attribute(self, value: Class, name: str, node: cst.CSTNode) -> Value:
        found = value.find(name)
        self._note_member(value, name)
        if found is None:
            if name == "__name__":
                return Const(value.name)
            return Symbol((".", kept_id(value), name), f"{value.name}.{name}")
        if isinstance(found, Function) and found.kind == "class":
            return Method(found, value)
        return self.load(found) if isinstance(found, Imported) else self.narrowed(found)

    def _note_attribute(self, value: Instance, name: str) -> None:
        held = value.attrs.get(name, MISSING)
        self.note(value.attrs, name, held)
        if held is MISSING:
            self._note_member(value.cls, name)
            if value.partial or name == "__dict__":
                self.not_plain()
        elif isinstance(held, Const) and any(name in cls.env.module.reassigned for cls in value.cls.order):
            self.not_plain()

    def _note_member(self, cls: Class, name: str) -> None:
        if self.notes is not None:
            for each in cls.order:
                self.note(each.names, name, each.names.get(name, MISSING))

    def _super_attribute(self, value: Super, name: str, node: cst.CSTNode) -> Value:
        order = value.cls.order
        start = order.index(value.after) + 1 if value.after in order else len(order)
        for cls in order[start:]:
            if name in cls.names:
                return self._bind(value.receiver, value.cls, cls.names[name], node)
        receiver = value.receiver
        if isinstance(receiver, (SchedulerValue, OptimizerValue)):
            return NativeMethod(receiver, f"super.{name}")
        inherited = self.inherited_from_outside(receiver, value.cls, name)
        return inherited if inherited is not None else External(f"object.{name}")

    def _bind(self, receiver: Value, cls: Class, found: Value, node: cst.CSTNode) -> Value:
        if isinstance(found, Imported):
            found = self.load(found)
        if isinstance(found, Alternatives):
            return self.each(found, lambda option: self._bind(receiver, cls, option, node))
        if isinstance(found, Function):
            if found.kind == "static":
                return found
            if found.kind == "class":
                return Method(found, cls)
            if found.kind == "property":
                return self.call(Method(found, receiver), Arguments(), node)
            if found.kind == "cached":
                with self.under(frozenset({self.fresh_condition("first use")})):
                    value = self.call(Method(found, receiver), Arguments(), node)
                if isinstance(receiver, Instance):
                    self.not_plain()
                    self.store.write(receiver.attrs, found.name, value)
                return value
            return Method(found, receiver)
        if isinstance(receiver, Instance) and isinstance(found, Const):
            return found
        return found

    def inherited_from_outside(self, receiver: Value, cls: Class, name: str) -> Value | None:
        """A method that `super()` finds in a class of another library, where what it does is known."""
        return None

    # -- modules -----------------------------------------------------------------------------------------------

    def module_attribute(self, module: Module, name: str) -> Value:
        """A global name of a project module; the module runs (as an import) when this is first asked."""
        found = self.imported_name(module, name)
        if found is not None:
            return found
        inner = self.project.submodule(module, name)
        if inner is not None:
            return self._module_value(inner, module)
        return Symbol(("name", module.name, name), name)

    def imported_name(self, module: Module, name: str) -> Value | None:
        raise NotImplementedError

    def _module_value(self, found: Module | str, importer: Module) -> Value:
        if isinstance(found, str):
            return Folder(found, importer)
        return self.environment(found)

    def environment(self, module: Module) -> Environment:
        """The module as others import it."""
        env = self.environments.get(module.name)
        if env is None:
            env = self.environments[module.name] = Environment(module)
        return env

    def load(self, value: Value) -> Value:
        """An imported name, looked up."""
        if not isinstance(value, Imported):
            return value
        if isinstance(value.home, Module):
            return self.module_attribute(value.home, value.name)
        inner = self.project.submodule(value.home, value.name)
        if inner is not None:
            return self._module_value(inner, value.importer)
        return Symbol(("name", value.home, value.name), value.name)

    # -- containers --------------------------------------------------------------------------------------------

    def items_of(self, value: Value) -> list[Value] | None:
        """The items of a collection in order, None when their number is not known."""
        if isinstance(value, (Tuple, Items)):
            return list(value.items)
        if isinstance(value, List):
            return value.items if value.known else None
        if isinstance(value, Class) and any(base.endswith(("Enum", "Flag")) for base in value.external_bases):
            return [member for member in value.names.values() if not isinstance(member, Function)]
        if isinstance(value, Instance) and any(base.endswith("NamedTuple") for base in value.cls.external_bases):
            self.not_plain()
            return list(value.attrs.values())
        if isinstance(value, Dict):
            return None if ANY in value.entries else [Const(slot) for slot in value.entries if not isinstance(slot, tuple)]
        return None

    def parts_of(self, value: Value) -> list[Value]:
        """Every value in a collection, whether or not their number is known."""
        if isinstance(value, (Tuple, Items)):
            return list(value.items)
        if isinstance(value, List):
            return list(value.slots.values())
        if isinstance(value, Dict):
            return list(value.entries.values())
        return []

    def reachable(self, value: Value) -> list[OptimizerValue | SchedulerValue]:
        """The optimizers and schedulers that code given this value can get at."""
        if isinstance(value, (OptimizerValue, SchedulerValue)):
            return [value]
        if not self.tracked_exist or isinstance(value, (Const, Symbol)):
            return []
        found = self._reachable(value)
        if self.notes is not None:
            self.notes.reached[id(value)] = (value, tuple([id(each) for each in found]))
        return found

    def _reachable(self, value: Value) -> list[OptimizerValue | SchedulerValue]:
        found: list[OptimizerValue | SchedulerValue] = []
        seen: set[int] = set()
        frontier = [value]
        for depth in range(REACH):
            inner: list[Value] = []
            for part in frontier:  # which grows by alternatives: to choose among them is no step deeper
                kind = type(part)
                if kind is Symbol or kind is Const:
                    continue
                if kind is OptimizerValue or kind is SchedulerValue:
                    found.append(part)  # type: ignore[arg-type]
                elif kind in HOLDING and id(part) not in seen:
                    seen.add(id(part))
                    if kind is Alternatives:
                        frontier.extend([option for _, option in part.options])  # type: ignore[attr-defined]
                    elif depth < REACH - 1:
                        inner.extend(_HELD[kind](self, part))
            if len(seen) > MAX_REACHED:
                break
            frontier = inner
        return found

    def held_by(self, value: ExternalObject) -> Iterable[Value]:
        """What code that is given the object can get at by it."""
        return value.attrs.values()

    def _closed_over(self, function: Function) -> list[Value]:
        """The tracked objects that a nested function names: whoever calls it gets at them."""
        found: list[Value] = []
        for name in self._names_in(function):
            frame = function.frame
            while frame is not None and name not in frame.names:
                frame = frame.parent
            slots = frame.names if frame is not None else function.env.names
            if name in slots:
                found.append(slots[name])
        return found

    def _names_in(self, function: Function) -> tuple[str, ...]:
        node = function.node
        text = function.env.module.text_of(node) if type(node) is cst.FunctionDef else None
        return words_of(node, text) if text is not None else named_in(node)


_HANDLERS: dict[type[Value], Callable[[Any, Any, str, cst.CSTNode], Value]] = {
    Alternatives: Attributes._attribute_of_each,
    Imported: Attributes._imported_attribute,
    Instance: lambda self, *asked: self.instance_attribute(*asked),
    Class: Attributes._class_attribute,
    Super: Attributes._super_attribute,
    Environment: lambda self, value, name, node: self.module_attribute(value.module, name),
    Folder: Attributes._folder_attribute,
    External: Attributes._foreign_attribute,
    Dict: Attributes._dict_attribute,
    Tuple: Attributes._tuple_attribute,
    SchedulerValue: Attributes._scheduler_attribute,
    OptimizerValue: Attributes._optimizer_attribute,
    ExternalObject: Attributes._external_attribute,
    Symbol: Attributes._symbol_attribute,
    Either: Attributes._symbol_attribute,
    Function: Attributes._function_attribute,
    Method: Attributes._function_attribute,
    Partial: Attributes._function_attribute,
}

REACH = 4
"""How deep objects are looked for in what is handed to unseen code."""
MAX_REACHED = 300
_HELD: dict[type[Value], Callable[[Any, Any], Iterable[Value]]] = {
    Instance: lambda self, value: value.attrs.values(),
    ExternalObject: lambda self, value: self.held_by(value),
    Method: lambda self, value: (value.receiver, value.function),
    NativeMethod: lambda self, value: (value.receiver,),
    Function: Attributes._closed_over,
    Partial: lambda self, value: value.args.all(),
    Tuple: Attributes.parts_of,
    Items: Attributes.parts_of,
    List: Attributes.parts_of,
    Dict: Attributes.parts_of,
}
"""What hangs on a value, by its kind."""
HOLDING = frozenset({Alternatives, *_HELD})


def class_of(value: Value) -> Value | None:
    """The class of an object, of the project or of torch; None where it is not known."""
    if isinstance(value, Instance):
        return value.cls
    if isinstance(value, (SchedulerValue, OptimizerValue)) and value.instance is not None:
        return value.instance.cls
    if isinstance(value, SchedulerValue) and value.scheduler.api is not None:
        return External(f"torch.optim.lr_scheduler.{value.scheduler.name}")
    if isinstance(value, OptimizerValue) and value.optimizer.known:
        return External(f"torch.optim.{value.optimizer.name}")
    return None


def as_entries(names: dict[str, Value]) -> dict[Hashable, Value]:
    """The very dict of an object's attributes, as entries: what is written to one shows in the other."""
    return names  # type: ignore[return-value]
