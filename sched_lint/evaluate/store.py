"""Mutable state under branches: every write is logged, an arm can be undone, and arms are joined."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from sched_lint.branches import Path
from sched_lint.evaluate.values import MISSING, choose
from sched_lint.quantities import Value

Slots = dict[Any, Value]
Changes = dict[tuple[int, Hashable], tuple[Slots, Hashable, Value]]
"""What an arm changed: the container, the slot, its value at the end of the arm (MISSING: deleted)."""


BORN = object()
"""Stands in the trail for the making of a container, in place of a slot."""


class Store:
    """All variables, attributes and entries live in dicts; this logs how they change.

    An object that an arm made is reached through what the arm leaves behind, and from nowhere else. So what the arm did to it
    needs neither be taken back nor joined with arms that know nothing of it.
    """

    def __init__(self) -> None:
        self._trail: list[tuple[Slots, Hashable, Value]] = []

    def write(self, slots: Slots, slot: Hashable, value: Value) -> None:
        self._trail.append((slots, slot, slots.get(slot, MISSING)))
        slots[slot] = value

    def delete(self, slots: Slots, slot: Hashable) -> None:
        if slot in slots:
            self._trail.append((slots, slot, slots.pop(slot)))

    def born(self, slots: Slots) -> None:
        """A container is made, now."""
        self._trail.append((slots, BORN, MISSING))

    def mark(self) -> int:
        return len(self._trail)

    def changes(self, mark: int) -> Changes:
        """What changed since the mark, with the values of now."""
        found: Changes = {}
        for slots, slot, _ in self._trail[mark:]:
            if slot is not BORN:
                found[(id(slots), slot)] = (slots, slot, slots.get(slot, MISSING))
        return found

    def originals(self, mark: int) -> Changes:
        """The values that the changed slots had at the mark."""
        found: Changes = {}
        for slots, slot, old in self._trail[mark:]:
            if slot is not BORN:
                found.setdefault((id(slots), slot), (slots, slot, old))
        return found

    def _made(self, mark: int) -> set[int]:
        """The containers that were made since the mark; the trail keeps them, so that their ids are theirs alone."""
        return {id(slots) for slots, slot, _ in self._trail[mark:] if slot is BORN}

    def rollback(self, mark: int) -> None:
        trail = self._trail
        while len(trail) > mark:
            slots, slot, old = trail.pop()
            if slot is BORN:
                continue
            if old is MISSING:
                slots.pop(slot, None)
            else:
                slots[slot] = old

    def drop(self, mark: int, slots: Slots) -> None:
        """Forget what changed in a container since the mark: nobody can look at it any more."""
        changed = self._trail[mark:]
        kept = [entry for entry in changed if entry[0] is not slots]
        if len(kept) < len(changed):
            self._trail[mark:] = kept

    def undo(self, mark: int) -> Changes:
        """Take back everything since the mark, except within what was made since, and say what it was."""
        if len(self._trail) == mark:
            return {}
        made = self._made(mark)
        if made:
            self._trail[mark:] = [entry for entry in self._trail[mark:] if id(entry[0]) not in made]
        found = self.changes(mark)
        self.rollback(mark)
        return found

    def join(self, arms: Iterable[tuple[Path, Changes]]) -> None:
        """Write the union of the arms' changes: each slot holds one alternative per arm."""
        arm_list = list(arms)
        touched: Changes = {}
        for _, changes in arm_list:
            touched.update(changes)
        for slot_id, (slots, slot, _) in touched.items():
            base = slots.get(slot, MISSING)
            options = [(path, changes[slot_id][2] if slot_id in changes else base) for path, changes in arm_list]
            first = options[0][1]
            for _, option in options:
                if option is not first:
                    self._settle(slots, slot, choose(options))
                    break
            else:
                self._settle(slots, slot, first)

    def merge(self, mark: int, path: Path, arms: list[tuple[Path, Changes]], skip: Slots | None) -> None:
        """Join the present state (reached under `path`) with states that left earlier, all counted from the mark."""
        touched = self.changes(mark)
        originals = self.originals(mark)
        made = self._made(mark)
        if made:
            touched = {slot_id: change for slot_id, change in touched.items() if slot_id[0] not in made}
        for _, changes in arms:
            touched.update(changes)
        for slot_id, (slots, slot, _) in touched.items():
            if slots is skip:
                continue
            current = slots.get(slot, MISSING)
            before = originals[slot_id][2] if slot_id in originals else current
            options = [(path, current)]
            options += [(arm, changes[slot_id][2] if slot_id in changes else before) for arm, changes in arms]
            if any(option is not current for _, option in options):
                self._settle(slots, slot, choose(options))

    def restore(self, mark: int, changes: Changes) -> None:
        """Go to the state that `changes` describes, counted from the mark."""
        self.rollback(mark)
        for slots, slot, value in changes.values():
            self._settle(slots, slot, value)

    def _settle(self, slots: Slots, slot: Hashable, value: Value) -> None:
        if value is MISSING:
            self.delete(slots, slot)
        else:
            self.write(slots, slot, value)
