"""torch.distributed.checkpoint: states that are saved and restored in place, and objects that stand for their states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from sched_lint.evaluate.checkpoints import Checkpoints
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import (
    NONE,
    Arguments,
    Dict,
    Instance,
    List,
    OptimizerValue,
    SchedulerValue,
    StateOf,
    Tuple,
)  # fmt: skip
from sched_lint.quantities import Const, Value

PACKAGE = "torch.distributed.checkpoint."


class Distributed(Checkpoints):
    """`dcp.save` and `dcp.load`, and the functions that take and give the states of optimizers."""

    __slots__ = ()

    def distributed(self, name: str, args: Arguments, node: cst.CSTNode) -> Value | None:
        """What a function of the package does; None for those that have nothing to do with states."""
        if not name.startswith(PACKAGE):
            return None
        handler = _FUNCTIONS.get(name.rpartition(".")[2])
        return handler(self, args, node) if handler is not None else None

    def _optimizer_state(self, args: Arguments, node: cst.CSTNode) -> Value:
        optimizers = args.get(1, "optimizers") or NONE
        items = self.items_of(optimizers) if isinstance(optimizers, (List, Tuple)) else None
        return StateOf(items[0] if items is not None and len(items) == 1 else optimizers)

    def _states(self, args: Arguments, node: cst.CSTNode) -> Value:
        return Tuple((self.unknown(node, dotted(node)), self._optimizer_state(args, node)))

    def _set_state(self, args: Arguments, node: cst.CSTNode) -> Value:
        state = args.get(2, "optim_state_dict")
        if state is not None:
            self.for_each(args.get(1, "optimizers") or NONE, lambda option: self._restore(option, state, node))
        return NONE

    def _restore(self, value: Value, state: Value, node: cst.CSTNode, in_place: bool = False) -> None:
        if isinstance(value, (OptimizerValue, SchedulerValue)):
            self.state_loaded(value, Arguments([state]), node, in_place)
        elif isinstance(value, Instance) and value.cls.find("load_state_dict") is not None:
            self.call_method(value, "load_state_dict", [state], node)
        elif isinstance(value, (List, Tuple)):
            for part in self.parts_of(value):
                self.for_each(part, lambda option: self._restore(option, state, node))

    def _load(self, args: Arguments, node: cst.CSTNode) -> Value:
        place = args.get(1, "checkpoint_id") or args.keywords.get("storage_reader") or NONE
        checkpoint = self.open_checkpoint(Arguments([place]), node)
        content = args.get(0, "state_dict")
        if content is not None:
            self.for_each(content, lambda option: self._fill(option, checkpoint, node))
        return NONE

    def _fill(self, content: Value, checkpoint: Value, node: cst.CSTNode) -> None:
        """Each entry gets what the checkpoint has for it; an object's load_state_dict is called with that."""
        if not isinstance(content, Dict):
            return
        for slot, entry in list(content.entries.items()):
            part = self.item(checkpoint, Const(slot), node) if isinstance(slot, str) else checkpoint
            if isinstance(entry, StateOf):
                self.store.write(content.entries, slot, part)
            elif isinstance(entry, Dict):
                self._fill(entry, part, node)
            else:
                self.for_each(entry, lambda option, part=part: self._restore(option, part, node, True))  # type: ignore[misc]

    def _save(self, args: Arguments, node: cst.CSTNode) -> Value:
        content = args.get(0, "state_dict") or NONE
        place = args.get(1, "checkpoint_id") or args.keywords.get("storage_writer") or NONE
        return self.save_checkpoint(Arguments([self.each(content, lambda option: self._states_in(option, node)), place]), node)

    def _states_in(self, content: Value, node: cst.CSTNode) -> Value:
        if not isinstance(content, Dict):
            return content
        return Dict({slot: self.each(entry, lambda option: self._state(option, node)) for slot, entry in content.entries.items()})

    def _state(self, value: Value, node: cst.CSTNode) -> Value:
        if isinstance(value, Instance) and value.cls.find("state_dict") is not None:
            return self.call_method(value, "state_dict", [], node)
        return self._states_in(value, node)


_FUNCTIONS: dict[str, Callable[[Any, Arguments, cst.CSTNode], Value]] = {
    "get_optimizer_state_dict": Distributed._optimizer_state,
    "get_state_dict": Distributed._states,
    "set_optimizer_state_dict": Distributed._set_state,
    "set_state_dict": Distributed._set_state,
    "load": Distributed._load,
    "load_state_dict": Distributed._load,
    "save": Distributed._save,
    "async_save": Distributed._save,
    "save_state_dict": Distributed._save,
}
