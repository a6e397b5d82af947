"""Items: of lists, dicts, checkpoints, and of what only the run knows."""

from __future__ import annotations

from collections.abc import Hashable

import libcst as cst

from sched_lint.evaluate.attributes import Attributes
from sched_lint.evaluate.spelling import dotted, subscript
from sched_lint.evaluate.values import (
    ANY,
    Alternatives,
    CheckpointValue,
    Class,
    Dict,
    External,
    ExternalObject,
    Function,
    Instance,
    List,
    LoaderValue,
    NativeMethod,
    Tuple,
    choose,
)
from sched_lint.quantities import Const, Items, Symbol, Value, kept_id, key, varying


class Subscripts(Attributes):
    """`value[index]` for every kind of value."""

    __slots__ = ()

    def slot_of(self, value: Value) -> Hashable:
        """The entry of a dict that a key means; ANY for keys that only the run knows."""
        if isinstance(value, Const) and _is_hashable(value.value):
            return value.value
        if isinstance(value, (Class, Function, Instance, External)):
            return ("object", value.name if isinstance(value, External) else kept_id(value))
        return ANY

    def _subscript(self, node: cst.Subscript) -> Value:
        value = self.evaluate(node.value)
        if len(node.slice) != 1 or type(node.slice[0].slice) is not cst.Index:
            if len(node.slice) == 1 and type(node.slice[0].slice) is cst.Slice:
                return self.each(value, lambda option: self._slice(option, node))
            return self.unknown(node, dotted(node))
        index = self.evaluate(node.slice[0].slice.value)
        return self.each(value, lambda option: self.item(option, index, node))

    def _slice(self, value: Value, node: cst.Subscript) -> Value:
        part = node.slice[0].slice
        items = self.items_of(value)
        if items is None or type(part) is not cst.Slice:
            return self.unknown(node, dotted(node)) if not isinstance(value, List) else value
        bounds: list[int | None] = []
        for bound in (part.lower, part.upper, part.step):
            found = self.evaluate(bound) if bound is not None else None
            if found is not None and not (isinstance(found, Const) and isinstance(found.value, int)):
                return self.unknown(node, dotted(node))
            bounds.append(found.value if isinstance(found, Const) and isinstance(found.value, int) else None)
        chosen = items[bounds[0] : bounds[1] : bounds[2] or None]
        return Tuple(tuple(chosen)) if isinstance(value, Tuple) else List(dict(enumerate(chosen)))

    def item(self, value: Value, index: Value, node: cst.CSTNode) -> Value:
        """`value[index]`."""
        if isinstance(index, Alternatives):
            return self.each(index, lambda option: self.item(value, option, node))
        slot = index.value if isinstance(index, Const) and _is_hashable(index.value) else None
        if isinstance(value, (Tuple, List, Items)):
            return self._positional(value, slot, index, node)
        if isinstance(value, Dict):
            return self.entry(value, index, node)
        if isinstance(value, CheckpointValue):
            entry = str(slot) if isinstance(slot, (str, int)) else "?"
            place = f"{value.entry}.{entry}".strip(".")
            keyed = index.key if isinstance(index, Symbol) else None
            return CheckpointValue(value.target, value.number, place, dotted(node), self.site(node), keyed=keyed)
        if isinstance(value, Instance):
            method = value.cls.find("__getitem__")
            if method is not None:
                return self.call_method(value, "__getitem__", [index], node)
        if isinstance(value, NativeMethod) and not (isinstance(slot, str)):
            return value  # optimizer.param_groups[0]
        if isinstance(value, External):
            return value  # a subscripted generic: DataLoader[T]
        if isinstance(value, (LoaderValue, ExternalObject)):
            return self.unknown(node, dotted(node))
        base = value.key if isinstance(value, Symbol) else key(value)
        label = f"{value.text}[{subscript(node)}]" if isinstance(value, Symbol) and type(node) is cst.Subscript else dotted(node)
        symbol_key = ("[", base, key(index))
        found = self.overlaid(symbol_key)
        return found if found is not None else Symbol(symbol_key, label, None, varying(value) | varying(index))

    def _positional(self, value: Value, slot: Hashable, index: Value, node: cst.CSTNode) -> Value:
        items = self.items_of(value)
        if isinstance(slot, int) and items is not None:
            if -len(items) <= slot < len(items):
                return items[slot]
            return self.unknown(node, dotted(node))
        if isinstance(slot, str):
            return self.unknown(node, dotted(node))  # it is another of several things that has names
        parts = self.parts_of(value)
        return self.one_of(parts, ("item", kept_id(value), key(index)), node, bool(varying(index)))

    def entry(self, value: Dict, index: Value, node: cst.CSTNode) -> Value:
        """`mapping[index]` of a known dict: the entry, or one of all entries when only the run knows the key."""
        slot = self.slot_of(index)
        if slot is not ANY and slot in value.entries:
            return self.narrowed(value.entries[slot])
        if slot is ANY:
            return self._any_entry(value, index, node)
        if ANY in value.entries:
            return value.entries[ANY]
        symbol_key = ("[", ("dict", kept_id(value)), slot)
        return Symbol(symbol_key, f"{value.text or '?'}[{slot!r}]")

    def _any_entry(self, value: Dict, index: Value, node: cst.CSTNode) -> Value:
        """The entry for a key that only the run knows: one of all, each where the key equals its own."""
        if len(value.entries) > MANY:
            return self.unknown(node, dotted(node))
        known = [(slot, part) for slot, part in value.entries.items() if isinstance(slot, str)]
        if not isinstance(index, Symbol) or index.varying or len(known) != len(value.entries) or len(known) < 2:
            identity = ("entry", kept_id(value), key(index))
            found = self.one_of(list(value.entries.values()), identity, node, bool(varying(index)))
            for position, slot in enumerate(value.entries):
                chosen = self.conditions.get((*identity, position))
                if chosen is not None:
                    self.selected[chosen.number] = (key(index), slot)
            return found
        for slot, _ in known:
            self.compare("==", index, Const(slot), node)  # makes the tests, so that each excludes all others
        options = [(self.compare("==", index, Const(slot), node).then, part) for slot, part in known]
        return choose(self.possible(options))

    def one_of(self, parts: list[Value], identity: Hashable, node: cst.CSTNode, every_turn: bool = False) -> Value:
        """One of several values, which one only the run decides; the same question gives the same answer."""
        if not parts or len(parts) > MANY:
            return self.unknown(node, dotted(node))
        if len(parts) == 1:
            return parts[0]
        options: list[tuple[frozenset[int], Value]] = []
        earlier: frozenset[int] = frozenset()
        for position, part in enumerate(parts):
            number = self.condition((*_as_tuple(identity), position), "selection", frozenset(), optional=True).number
            if every_turn:
                options.append((frozenset({number}), part))  # each in some turn: they do not exclude one another
                continue
            last = position == len(parts) - 1
            options.append((earlier if last else earlier | {number}, part))
            earlier |= {-number}
        return choose(options)


MANY = 48
"""Entries of a collection from which one is not told apart any more when only the run knows which."""


def _as_tuple(identity: Hashable) -> tuple[Hashable, ...]:
    return identity if isinstance(identity, tuple) else (identity,)


def _is_hashable(constant: object) -> bool:
    return type(constant).__hash__ is not None  # what isinstance(constant, Hashable) says, which takes many times as long
