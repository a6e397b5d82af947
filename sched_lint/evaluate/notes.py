"""What a call that is followed for an answer to keep (see `recall`) looks at on its way."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from sched_lint.evaluate.store import Slots
from sched_lint.evaluate.values import (
    MISSING,
    Alternatives,
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
    Tuple,
)  # fmt: skip
from sched_lint.quantities import Const, Length, Op, Symbol, Value

KEPT = (Const, Symbol, Op, Length, External, Function, Class, Imported, Environment, Folder)
"""Kinds of values that stay what they are, whoever looks at them."""
MOST_NOTED = 20
"""Items of a list or dict that is global, beyond which it is no constant of the program."""


class NotPlainError(Exception):
    """What is being followed looks at, or does, something that another call may find or do differently."""


@dataclass(slots=True)
class Notes:
    """What a call gives, and what that rests on.

    Attributes:
        looked_up: global names and attributes that were looked up, and what they held.
        sizes: lists and dicts among that, and how many items they had.
        reached: values of which it was asked what optimizers and schedulers hang on them, and the ids of those.
        overlaid: attributes of what only the run knows that were looked up, and what had been written to them.
        given: the function and the arguments, which are known by their ids while they are kept.
        objects: an object is among them.
        guesses: something turned up that only the run knows.
    """

    value: Value = MISSING
    looked_up: dict[tuple[int, Hashable], tuple[Slots, Hashable, Value]] = field(default_factory=dict)
    sizes: dict[int, tuple[Slots, int]] = field(default_factory=dict)
    reached: dict[int, tuple[Value, tuple[int, ...]]] = field(default_factory=dict)
    overlaid: dict[Hashable, Value] = field(default_factory=dict)
    given: tuple[Value, ...] = ()
    objects: bool = False
    guesses: bool = False

    def look_at(self, slots: Slots, slot: Hashable, value: Value) -> None:
        """Note what a name or attribute holds, and what lists and dicts that are held there hold.

        Raises:
            NotPlainError: where that may change without anybody noticing.
        """
        self.looked_up[id(slots), slot] = (slots, slot, value)
        self._look_into(value)

    def take(self, others: Notes) -> None:
        """What another call rests on, this one rests on as well."""
        self.looked_up.update(others.looked_up)
        self.sizes.update(others.sizes)
        self.reached.update(others.reached)
        self.overlaid.update(others.overlaid)
        self.guesses = self.guesses or others.guesses

    def _look_into(self, value: Value) -> None:
        if isinstance(value, Alternatives):
            for _, option in value.options:
                self._look_into(option)
        elif isinstance(value, (List, Dict)):
            self._look_through(value.slots if isinstance(value, List) else value.entries)
        elif isinstance(value, Tuple):
            for item in value.items:
                self._look_into(item)
        elif isinstance(value, ExternalObject) and not value.attrs:
            self.sizes[id(value.attrs)] = (value.attrs, 0)
        elif isinstance(value, Instance) and self.objects:
            return  # what is read of it is noted then
        elif not isinstance(value, KEPT) or (isinstance(value, Function) and value.frame is not None):
            raise NotPlainError

    def _look_through(self, slots: Slots) -> None:
        if id(slots) in self.sizes:
            return
        if len(slots) > MOST_NOTED:
            raise NotPlainError
        self.sizes[id(slots)] = (slots, len(slots))
        for slot, held in slots.items():
            self.look_at(slots, slot, held)
