"""Methods of lists, dicts, records and texts."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import libcst as cst

from sched_lint.evaluate.attributes import RECONFIGURES, as_entries
from sched_lint.evaluate.definitions import Definitions
from sched_lint.evaluate.expressions import interpolate
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.store import Slots
from sched_lint.evaluate.values import (
    ANY,
    MISSING,
    NONE,
    Alternatives,
    Arguments,
    Dict,
    ExternalObject,
    Instance,
    Iteration,
    List,
    Tuple,
    choose,
)
from sched_lint.quantities import Const, Op, Symbol, Value, kept_id, key, operate, varying


class Containers(Definitions):
    """What the methods of containers and texts give."""

    __slots__ = ()

    def _made_dict(self, args: Arguments, node: cst.CSTNode) -> Value:
        entries: dict[Any, Value] = {}
        for value in args.positional[:1]:
            mapping = self.first(value, Dict)
            if mapping is not None:
                entries.update(mapping.entries)
                if not self._is_mapping(value):
                    entries[ANY] = self.unknown(node)  # `dict(yaml.safe_load(file) or {})`
            else:
                items = self.items_of(value)
                if isinstance(value, Iteration) and value.unrolled is not None:
                    items = list(value.unrolled)
                for item in items or ():
                    if isinstance(item, (Tuple, List)) and len(item.items) == 2:
                        entries[self.slot_of(item.items[0])] = item.items[1]
                if items is None:
                    pairs = (part.items for part in self.parts_of(value) if isinstance(part, (Tuple, List)))
                    held = choose([(frozenset(), pair[1]) for pair in pairs if len(pair) == 2])
                    entries[ANY] = held if held is not MISSING else self.unknown(node)
        entries.update(args.keywords)
        if args.open:
            entries[ANY] = self.unknown(node)
        return Dict(entries)

    def replaced(self, value: Instance | Tuple, name: str, args: Arguments) -> Value:
        """`record._replace(field=...)`, `dataclasses.replace(record, field=...)`, `record._asdict()`."""
        if isinstance(value, Instance):
            self.not_plain()
            attrs = {**value.attrs, **args.keywords}
            return Dict(dict(as_entries(attrs))) if name == "_asdict" else Instance(value.cls, attrs, self.serial())
        named = {**dict(zip(value.names, value.items, strict=False)), **args.keywords}
        return Dict(dict(as_entries(named))) if name == "_asdict" else Tuple(tuple(named.values()), value.names)

    def container_method(self, value: Value, name: str, args: Arguments, node: cst.CSTNode) -> Value | None:
        """Methods of lists, dicts, texts and iterations; None when it is none of them."""
        if isinstance(value, List):
            return self._list_method(value, name, args, node)
        if isinstance(value, Dict):
            return self._dict_method(value, name, args, node)
        if isinstance(value, Iteration):
            return value if name in ("__iter__", "set_postfix", "prefetch") else NONE
        if isinstance(value, (Const, Op)):
            return self._text_method(value, name, args, node)
        return None

    def _list_method(self, value: List, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        if name == "append" and args.positional:
            slot: Any = len(value.slots) if value.known and not self.loops else "*"
            self.store.write(value.slots, slot, self._added(value, slot, args.positional[0]))
        elif name == "extend" and args.positional:
            items = self.items_of(args.positional[0])
            for item in items if items is not None else self.parts_of(args.positional[0]):
                slot = len(value.slots) if items is not None and value.known else "*"
                self.store.write(value.slots, slot, self._added(value, slot, item))
        elif name == "copy":
            return List(dict(value.slots))
        elif name == "pop":
            parts = self.parts_of(value)
            return parts[-1] if parts else self.unknown(node, dotted(node))
        return NONE

    def _added(self, value: List, slot: object, item: Value) -> Value:
        if slot == "*" and "*" in value.slots:
            return choose([(frozenset(), value.slots["*"]), (frozenset(), item)])
        return item

    def _dict_method(self, value: Dict, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        if name in ("items", "keys", "values"):
            return self._dict_view(value, name)
        if name in ("get", "pop") and args.positional:
            slot = self.slot_of(args.positional[0])
            if slot in value.entries or slot is ANY or ANY in value.entries:
                found = self.entry(value, args.positional[0], node)
                if name == "pop" and slot is not ANY:
                    self.store.delete(value.entries, slot)
                return found
            return args.positional[1] if len(args.positional) > 1 else NONE
        if name == "setdefault" and args.positional:
            slot = self.slot_of(args.positional[0])
            if slot not in value.entries:
                self.store.write(value.entries, slot, args.positional[1] if len(args.positional) > 1 else NONE)
            return value.entries[slot]
        if name == "update":
            found = self._made_dict(args, node)
            if isinstance(found, Dict):
                if ANY in found.entries or (args.positional and not self._is_mapping(args.positional[0])):
                    self.loosen(value)
                for slot, entry in found.entries.items():
                    self.store.write(value.entries, slot, entry)
        elif RECONFIGURES.match(name):
            self.loosen(value)
        if name in ("copy", "to_dict", "dict", "as_dict"):
            return Dict(dict(value.entries), value.namespace, value.text)
        return NONE

    def _is_mapping(self, value: Value) -> bool:
        return all(isinstance(option, (Dict, List, Tuple)) for _, option in self.options(value))

    def loosen(self, owner: Value) -> None:
        """An object is written to under names that only the run knows: its plain values are mere defaults from now on."""
        self.not_plain()
        waiting = [owner]
        seen: set[int] = set()
        while waiting:
            each = waiting.pop()
            if isinstance(each, Alternatives):
                waiting += [option for _, option in self.options(each)]
            elif id(each) not in seen:
                seen.add(id(each))
                slots = self._slots_of(each)
                spelled = each.text if isinstance(each, (Dict, Symbol)) else ""
                for slot, name in _named_slots(slots, each):
                    held = slots[slot]
                    if isinstance(held, Const):
                        label = f"{spelled}.{name}".lstrip(".?")
                        self.store.write(slots, slot, Symbol(("default", kept_id(each), slot), label, held))
                    elif isinstance(held, Dict):
                        waiting.append(held)

    def _slots_of(self, owner: Value) -> Slots:
        if isinstance(owner, Dict):
            return owner.entries
        if isinstance(owner, (Instance, ExternalObject)):
            return owner.attrs
        return self.overlay if isinstance(owner, Symbol) else {}

    def _dict_view(self, value: Dict, name: str) -> Value:
        if ANY in value.entries:
            parts = choose([(frozenset(), entry) for entry in value.entries.values()])
            key_symbol = Symbol(("key", kept_id(value)), "key", None, self.loop_numbers())
            element = {"items": Tuple((key_symbol, parts)), "keys": key_symbol, "values": parts}[name]
            return Iteration("collection", value.text or "?", None, element)
        rows: list[Value] = []
        for slot, entry in value.entries.items():
            if isinstance(slot, tuple):
                continue
            narrowed = self.narrowed(entry)
            if narrowed is not MISSING:
                rows.append(narrowed if name == "values" else Const(slot) if name == "keys" else Tuple((Const(slot), narrowed)))
        return Iteration("collection", value.text or "?", Const(len(rows)), None, unrolled=tuple(rows))

    def _text_method(self, value: Const | Op, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        if isinstance(value, Const) and isinstance(value.value, str):
            plain = [a.value for a in args.positional if isinstance(a, Const) and isinstance(a.value, (str, int))]
            if name in ("lower", "upper", "strip", "lstrip", "rstrip", "replace", "title") and len(plain) == len(args.positional):
                try:
                    return Const(getattr(value.value, name)(*plain))
                except TypeError:
                    return self.unknown(node, dotted(node))
            if name == "split" and len(plain) == len(args.positional) and all(isinstance(p, str) for p in plain):
                return List(dict(enumerate(Const(part) for part in value.value.split(*plain))))  # type: ignore[arg-type]
            if name in ("startswith", "endswith") and plain and isinstance(plain[0], str):
                return Const(getattr(value.value, name)(plain[0]))
            if name == "format":
                return interpolate(value.value, args.positional, args.keywords)
            if name == "join" and args.positional:
                return operate(
                    "format",
                    *[part for part in self.parts_of(args.positional[0]) if isinstance(part, (Const, Symbol, Op))],
                )
        if isinstance(value, Op) and name in (
            "resolve",
            "expanduser",
            "absolute",
            "as_posix",
            "format",
            "strip",
            "lower",
        ):
            return value
        if isinstance(value, Op) and name == "joinpath":
            return operate("join", value, *args.positional)
        deterministic = ("exists", "is_file", "is_dir", "startswith", "endswith", "isdigit")
        if name in deterministic:
            return Symbol(("call", name, key(value), *(key(a) for a in args.positional)), dotted(node), None, varying(value))
        return self.unknown(node, dotted(node))


def _named_slots(slots: Slots, owner: Value) -> list[tuple[Hashable, str]]:
    """The slots of an object that have names of the program's, and those names."""
    if not isinstance(owner, Symbol):
        return [(slot, slot) for slot in slots if isinstance(slot, str) and not slot.startswith("__")]
    mine = ((".", owner.key), ("[", owner.key))
    return [(slot, str(slot[2])) for slot in slots if isinstance(slot, tuple) and len(slot) == 3 and slot[:2] in mine]
