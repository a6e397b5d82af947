"""What loops run over, and what one turn of them gives."""

from __future__ import annotations

import re
from dataclasses import replace

import libcst as cst

from sched_lint.branches import EMPTY_PATH, Path
from sched_lint.evaluate.expressions import Expressions
from sched_lint.evaluate.spelling import dotted, last_name
from sched_lint.evaluate.turns import TURN
from sched_lint.evaluate.values import (
    ANY,
    MISSING,
    Alternatives,
    Arguments,
    CheckpointValue,
    Class,
    Dict,
    Environment,
    ExternalObject,
    Instance,
    Iteration,
    List,
    LoaderValue,
    Method,
    NativeMethod,
    OptimizerValue,
    SchedulerValue,
    Tuple,
    choose,
)  # fmt: skip
from sched_lint.quantities import Const, Items, Length, Op, Symbol, Value, kept_id, text, varying
from sched_lint.timeline import Loop

LOADER_NAME = re.compile(
    r"(?:^|_|\b)(?:\w*loaders?|\w*dataloaders?|dl|trn_dl|\w*_dl|data_?gen\w*|\w*batches|\w*_?iterator|\w*_iter|\w*_loader\w*)$",
    re.IGNORECASE,
)
KEY = re.compile(r"""\[["'](\w+)["']\]$""")
RANKS = {"loader": 0, "range": 1, "collection": 2}
"""Which of several things a loop may run over says most about it."""


def loader_like(label: str) -> bool:
    """Does a name say that it is a data loader, or one of its parts: `loaders["train"]`, `task["loader"]`?"""
    names = (last_name(label), label.partition("[")[0].rsplit(".", 1)[-1], *KEY.findall(label))
    return any(LOADER_NAME.search(name[-100:]) for name in names)


class Iterating(Expressions):
    """Iteration over every kind of value."""

    __slots__ = ()

    def iterate(self, value: Value, node: cst.CSTNode) -> Iteration:
        """What a loop over `value` runs over."""
        if isinstance(value, Alternatives):
            found = self.options(value)
            lists = [(path, self.items_of(option) if isinstance(option, (List, Tuple)) else None) for path, option in found]
            if all(items is not None for _, items in lists):
                # One list or another: what runs over them meets the items of each, where that is the one.
                turns = [choose([(path, item)]) for path, items in lists for item in items or ()]
                return Iteration("collection", "?", None, None, unrolled=tuple(turns))
            options = [self.iterate(option, node) for _, option in found]
            ranked = sorted(options, key=lambda option: RANKS.get(option.source, len(RANKS)))
            return ranked[0] if ranked else Iteration("unknown", "?", None, None)
        if isinstance(value, Iteration):
            return value
        if isinstance(value, LoaderValue):
            return Iteration("loader", value.text, self.length(value), None, loader=value)
        if isinstance(value, (Tuple, List, Items, Class)):
            items = self.items_of(value)
            if items is not None:
                return Iteration("collection", "?", Const(len(items)), None, unrolled=tuple(items))
            parts = self.parts_of(value)
            return Iteration("collection", "?", None, choose([(frozenset(), part) for part in parts]) if parts else None)
        if isinstance(value, Dict):
            items = self.items_of(value)
            return Iteration("collection", "?", None, None, unrolled=tuple(items) if items is not None else None)
        if isinstance(value, Instance):
            return self._instance_iteration(value, node)
        if isinstance(value, NativeMethod):
            # optimizer.param_groups: each turn gives a group of the same optimizer.
            return Iteration("collection", f"param_groups of {dotted(node)}", None, value)
        label = value.text if isinstance(value, Symbol) else text(value)
        if loader_like(label):
            return Iteration("loader", label, Length(value, ("len", _identity(value)), f"len({label})"), None, loader=value)
        return Iteration("unknown", label, None, None)

    def _instance_iteration(self, value: Instance, node: cst.CSTNode) -> Iteration:
        method = value.cls.find("__iter__")
        if method is not None:
            inner = self.call_method(value, "__iter__", [], node)
            if inner is not value:
                found = self.iterate(inner, node)
                if found.source != "unknown":
                    return found
        if any("DataLoader" in base or "Dataset" in base for base in value.cls.external_bases):
            return Iteration("loader", value.cls.name, None, None, loader=value)
        if loader_like(value.cls.name) or loader_like(dotted(node)):
            return Iteration("loader", value.cls.name, None, None, loader=value)
        return Iteration("unknown", value.cls.name, None, None)

    def length(self, value: Value) -> Value:
        """`len(value)`."""
        if isinstance(value, Alternatives):
            return choose([(path, self.length(option)) for path, option in self.options(value)])
        if isinstance(value, LoaderValue):
            return Length(value, ("len", value.number), f"len({value.text})", self.batches(value))
        items = self.items_of(value)
        if items is not None:
            return Const(len(items))
        if isinstance(value, Const) and isinstance(value.value, (str, list, tuple)):
            return Const(len(value.value))
        if isinstance(value, Iteration):
            return value.bound if value.bound is not None else Symbol(("len", kept_id(value)), f"len({value.text})")
        if isinstance(value, Instance) and value.cls.find("__len__") is not None:
            return Symbol(("len", value.number), f"len({value.cls.name})")
        label = value.text if isinstance(value, Symbol) else "?"
        if loader_like(label):
            return Length(value, ("len", _identity(value)), f"len({label})")
        return Symbol(("len", _identity(value)), f"len({label})", None, varying(value))

    def batches(self, loader: LoaderValue) -> Value | None:
        raise NotImplementedError

    def element(self, iteration: Iteration, node: cst.CSTNode) -> Value:
        """What one turn gives, for a loop that is not unrolled."""
        if iteration.element is not None:
            return self._renewed(iteration.element)
        if iteration.shape == ("index", "item"):
            return Tuple((self._turn(node, "index", iteration.start), self._item(iteration, node)))
        if iteration.shape and iteration.inner is not None:
            parts = self.parts_of(iteration.inner)
            return Tuple(tuple(self._zipped(part, node, position) for position, part in enumerate(parts)))
        return self._item(iteration, node)

    def _renewed(self, value: Value) -> Value:
        """What a generator yields differs in every turn of the loop over it."""
        if isinstance(value, Symbol) and value.varying and self.loops:
            return Symbol((value.key, self.loops[-1].number), value.text, None, self.loop_numbers())
        if isinstance(value, CheckpointValue) and value.keyed is not None and self.loops:
            return replace(value, keyed=(value.keyed, self.loops[-1].number))
        if isinstance(value, Tuple):
            return Tuple(tuple(self._renewed(item) for item in value.items), value.names)
        return value

    def _zipped(self, part: Value, node: cst.CSTNode, position: int) -> Value:
        if isinstance(part, Iteration):
            return self.element(part, node)
        return self._turn(node, f"item{position}")

    def _item(self, iteration: Iteration, node: cst.CSTNode) -> Value:
        if iteration.inner is not None and isinstance(iteration.inner, Iteration):
            return self.element(iteration.inner, node)
        if iteration.unrolled:
            # Too many to go through one by one: any of them.
            return (
                choose([(frozenset(), item) for item in iteration.unrolled])
                if _objects(iteration.unrolled)
                else (self._turn(node, "item"))
            )
        if iteration.element is not None:
            return iteration.element
        counts = iteration.source == "range"
        return self._turn(node, "count", iteration.start) if counts else self._turn(node, "item")

    def _turn(self, node: cst.CSTNode, part: str, start: Value | None = None) -> Symbol:
        """A value that every turn of the innermost loop has of its own; `start` is what it counts from."""
        number = self.loops[-1].number if self.loops else 0
        first = start.value if isinstance(start, Const) and isinstance(start.value, int) else None
        return Symbol((TURN, id(node), part, number, first), part, None, self.loop_numbers())

    def forget_counter(self, node: cst.BaseExpression | None, loop: Loop) -> None:
        """What a loop's test compares differs from turn to turn, wherever it is counted up."""
        if type(node) is cst.Name:
            places = [(node.value, self.holder(node.value), 0)]
        elif type(node) is cst.Attribute:
            owners = [owner for _, owner in self.options(self.evaluate(node.value)) if isinstance(owner, Instance)]
            places = [(node.attr.value, owner.attrs, owner.number) for owner in owners]
            self.not_plain()
        else:
            return
        for name, slots, number in places:
            value = slots.get(name) if slots is not None else None
            options = value.options if isinstance(value, Alternatives) else ((EMPTY_PATH, value),)
            if slots is not None and all(isinstance(option, (Const, Op, Symbol, CheckpointValue)) for _, option in options):
                self.store.write(slots, name, Symbol(("carried", number, name, loop.number), name, None, self.loop_numbers()))

    def call_method(self, value: Value, name: str, args: list[Value], node: cst.CSTNode) -> Value:
        """`value.name(*args)`."""
        return self.call(self.attribute(value, name, node), Arguments(args), node)

    # -- assignment --------------------------------------------------------------------------------------------

    def assign(self, target: cst.CSTNode, value: Value) -> None:
        """Bind a target: a name, an attribute, an entry, or several of them."""
        if type(target) is cst.Name:
            self._assign_name(target.value, value)
        elif type(target) is cst.Attribute:
            name = target.attr.value
            self.for_each(self.evaluate(target.value), lambda owner: self.set_attribute(owner, name, value, target))
        elif type(target) is cst.Subscript:
            self._assign_entry(target, value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            self._unpack(target, value)
        elif type(target) is cst.StarredElement:
            self.assign(target.value, value)

    def _assign_name(self, name: str, value: Value) -> None:
        frame = self.frame
        if frame is not None and name in frame.global_names:
            frame = None
        elif frame is not None and name in frame.nonlocal_names:
            outer = frame.parent
            while outer is not None and name not in outer.names:
                outer = outer.parent
            frame = outer or frame
        if frame is None:
            self.not_plain()
            if self.frame is not None:
                self.bring(self.env, name)  # a function that changes a global comes after what stands in the module
        slots = frame.names if frame is not None else self.env.names
        self._notice_rebinding(slots.get(name), value)
        self.store.write(slots, name, _named(value, name))

    def _notice_rebinding(self, old: Value | None, new: Value) -> None:
        """One optimizer takes the place of another, or a pickled scheduler that of one built here."""
        if old is None or not isinstance(new, (CheckpointValue, OptimizerValue)):
            return
        if isinstance(new, CheckpointValue):
            for path, option in self.options(old):
                if isinstance(option, SchedulerValue):
                    self.unpickled(option, path)
        if not isinstance(new, OptimizerValue) or self.binding_loop:
            return
        for path, option in self.options(old):
            if isinstance(option, OptimizerValue) and option.optimizer is not new.optimizer:
                self.rebound(option, new, path)

    def rebound(self, old: OptimizerValue, new: OptimizerValue, path: Path) -> None:
        raise NotImplementedError

    def unpickled(self, old: SchedulerValue, path: Path) -> None:
        raise NotImplementedError

    def set_attribute(self, owner: Value, name: str, value: Value, node: cst.CSTNode) -> None:
        """`owner.name = value`."""
        value = _named(value, name)
        if isinstance(owner, Instance):
            self.not_plain()
            setter = owner.cls.find(f"{name}.setter")
            if setter is not None:
                self.call(Method(setter, owner), Arguments([value]), node)  # type: ignore[arg-type]
                return
            self._notice_rebinding(owner.attrs.get(name), value)
            self.store.write(owner.attrs, name, value)
        elif isinstance(owner, Dict):
            self.store.write(owner.entries, name, value)
        elif isinstance(owner, ExternalObject):
            self.store.write(owner.attrs, name, value)
        elif isinstance(owner, Environment):
            self.not_plain()
            self.module_attribute(owner.module, name)  # runs the module, so that its own assignment comes first
            self.store.write(owner.names, name, value)
        elif isinstance(owner, Symbol):
            self.write_over((".", owner.key, name), value)
        else:
            self.set_other_attribute(owner, name, value, node)

    def set_other_attribute(self, owner: Value, name: str, value: Value, node: cst.CSTNode) -> None:
        raise NotImplementedError

    def _assign_entry(self, target: cst.Subscript, value: Value) -> None:
        owner = self.evaluate(target.value)
        if len(target.slice) != 1:
            return
        part = target.slice[0].slice
        if type(part) is cst.Slice:
            self._assign_slice(owner, part, value)
            return
        index = self.evaluate(part.value) if type(part) is cst.Index else self.unknown(target)
        self.for_each(owner, lambda option: self.set_entry(option, index, value, target))

    def _assign_slice(self, owner: Value, part: cst.Slice, value: Value) -> None:
        """`owner[:] = value`, `owner[1:] = value`."""
        whole = part.lower is None and part.upper is None
        items = self.items_of(self.narrowed(value)) if whole else None
        for path, option in self.options(owner):
            if not isinstance(option, List):
                continue
            with self.under(path):
                if whole:
                    for slot in list(option.slots):
                        self.store.delete(option.slots, slot)
                if items is not None:
                    for position, item in enumerate(items):
                        self.store.write(option.slots, position, item)
                    continue
                held = [option.slots["*"]] if "*" in option.slots else []
                held += [item for _, given in self.options(value) for item in self.parts_of(given)]
                if held:
                    self.store.write(option.slots, "*", choose([(EMPTY_PATH, item) for item in held]))

    def loosen(self, owner: Value) -> None:
        raise NotImplementedError

    def set_entry(self, owner: Value, index: Value, value: Value, node: cst.CSTNode) -> None:
        """`owner[index] = value`."""
        if isinstance(owner, Dict):
            slot = self.slot_of(index)
            self._notice_rebinding(owner.entries.get(slot), value)
            if slot == ANY:
                self.loosen(owner)
                if ANY in owner.entries:
                    value = choose([(frozenset(), owner.entries[ANY]), (frozenset(), value)])
            self.store.write(owner.entries, slot, value)
        elif isinstance(owner, List):
            if isinstance(index, Const) and isinstance(index.value, str):
                return  # it is another of several things that takes names
            known = isinstance(index, Const) and isinstance(index.value, int) and index.value in owner.slots
            self.store.write(owner.slots, index.value if known and isinstance(index, Const) else "*", value)
        elif isinstance(owner, Instance):
            method = owner.cls.find("__setitem__")
            if method is not None:
                self.call_method(owner, "__setitem__", [index, value], node)
        elif isinstance(owner, Symbol):
            from sched_lint.quantities import key

            self.write_over(("[", owner.key, key(index)), value)
        else:
            self.set_other_entry(owner, index, value, node)

    def set_other_entry(self, owner: Value, index: Value, value: Value, node: cst.CSTNode) -> None:
        raise NotImplementedError

    def _unpack(self, target: cst.Tuple | cst.List, value: Value) -> None:
        elements = list(target.elements)
        star = next((i for i, element in enumerate(elements) if type(element) is cst.StarredElement), None)
        if isinstance(value, Alternatives):
            columns = [self._column(value, i, len(elements)) for i in range(len(elements))]
            for element, column in zip(elements, columns, strict=True):
                self.assign(element.value, column)
            return
        items = self.items_of(value) if not isinstance(value, Dict) else None
        if isinstance(value, Iteration) and value.unrolled is not None:
            items = list(value.unrolled)
        if items is not None and star is None and len(items) == len(elements):
            for element, item in zip(elements, items, strict=True):
                self.assign(element.value, item)
            return
        if items is not None and star is not None and len(items) >= len(elements) - 1:
            tail = len(elements) - star - 1
            middle = items[star : len(items) - tail]
            parts = [*items[:star], List(dict(enumerate(middle))), *(items[len(items) - tail :] if tail else [])]
            for element, item in zip(elements, parts, strict=True):
                self.assign(element.value, item)
            return
        for position, element in enumerate(elements):
            self.assign(element.value, self._unpacked(value, position, element))

    def _column(self, value: Alternatives, position: int, width: int) -> Value:
        options = []
        for path, option in self.options(value):
            items = self.items_of(option)
            if items is not None and len(items) == width:
                options.append((path, items[position]))
            else:
                options.append((path, self._unpacked(option, position, None)))
        found = choose(options)
        return found if found is not MISSING else Symbol(("unpacked", kept_id(value), position), "?")

    def _unpacked(self, value: Value, position: int, element: cst.BaseElement | None) -> Value:
        label = dotted(element.value) if element is not None else "?"
        if isinstance(value, CheckpointValue):
            return CheckpointValue(value.target, value.number, f"{value.entry}.{position}".strip("."), label)
        if isinstance(value, List) and not value.known:
            return choose([(frozenset(), part) for part in self.parts_of(value)])
        if isinstance(value, OptimizerValue):
            return Symbol(("unpacked", kept_id(value), position), label)
        return Symbol(("unpacked", _identity(value), position), label, None, varying(value))


def _named(value: Value, name: str) -> Value:
    """Constants remember the names they were given; symbols without a spelling take the name."""
    if isinstance(value, Const):
        if name not in value.names and not isinstance(value.value, (bool, type(None))):
            return Const(value.value, (*value.names, name)[-6:], name)
    elif isinstance(value, Symbol):
        # The result of an unknown call is known by the variable that holds it.
        if value.text in UNNAMED or (value.text.endswith(")") and not value.text.endswith(TELLING)):
            return Symbol(value.key, name, value.default, value.varying)
    elif isinstance(value, Op):
        if not value.label:
            return Op(value.op, value.args, name, value.identity, value.loops)
    elif isinstance(value, LoaderValue) and not value.text:
        value.text = name
    return value


TELLING = ("parameters()", "filter()", "chain()")
"""Calls that say more of what they give than the variable that holds it: parameters, or perhaps groups of them."""
UNNAMED = frozenset({"?", "item", "index", "count", "item0", "item1"})
"""How symbols are spelled that nobody has given a name."""


def _identity(value: Value) -> object:
    from sched_lint.quantities import key

    return key(value)


def _objects(items: tuple[Value, ...]) -> bool:
    return any(not isinstance(item, (Const, Symbol, Op, Length)) for item in items)
