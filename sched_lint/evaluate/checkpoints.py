"""Checkpoints: what is written to them and read from them, and which states are restored."""

from __future__ import annotations

import re

import libcst as cst

from sched_lint.branches import EMPTY_PATH, Path
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.tracked import Tracked
from sched_lint.evaluate.values import (
    ANY,
    NONE,
    Arguments,
    CheckpointValue,
    Dict,
    List,
    OptimizerValue,
    SchedulerValue,
    StateOf,
    Tuple,
)  # fmt: skip
from sched_lint.evaluate.words import tokens
from sched_lint.quantities import Symbol, Value
from sched_lint.timeline import Loaded, Opened, Optimizer, Saved, Scheduler

STATE = re.compile(
    r"sch|lr|stat|opti|train|model|net|engine|param|weight|ckpt|check|dict|extra|meta|misc|info|other|all|object|obj|data|content"
    r"|component|module|run|hook|callback|ema|amp|scal|loop|progress|learn|solver|anneal|decay|rate|warm",
    re.IGNORECASE,
)
"""Parts of the names under which a state may be kept, or many things at once."""


class Checkpoints(Tracked):
    """States on their way to a file and back."""

    __slots__ = ()

    def open_checkpoint(self, args: Arguments, node: cst.CSTNode) -> Value:
        """torch.load and its like."""
        target = self.snapshot(args.get(0, "f") or NONE)
        number = self.serial()
        self.emit(Opened, node, target=target, checkpoint=number)
        return CheckpointValue(target, number, "", dotted(node))

    def save_checkpoint(self, args: Arguments, node: cst.CSTNode) -> Value:
        """torch.save and its like: which states go where."""
        content = args.get(0, "obj")
        target = self.snapshot(args.get(1, "f") or NONE)
        entries: list[tuple[str, Optimizer | Scheduler]] = []
        keys: set[str] = set()
        complete = content is not None
        values: dict[str, Value] = {}
        keys_known = content is not None
        for _, option in self.options(content) if content is not None else ():
            complete = self._collect(option, "", entries, keys, 3) and complete
            known = ANY not in option.entries if isinstance(option, Dict) else isinstance(option, (List, Tuple))
            keys_known = keys_known and known
            if isinstance(option, (List, Tuple)):
                values.update((str(i), self.snapshot(part)) for i, part in enumerate(self.items_of(option) or ()))
            if isinstance(option, Dict):
                plain = ((str(slot), self.snapshot(entry)) for slot, entry in option.entries.items())
                values.update((slot, entry) for slot, entry in plain if not isinstance(entry, Symbol) or entry.text != "?")
        self.emit(
            Saved,
            node,
            target=target,
            entries=tuple(entries),
            keys=frozenset(keys),
            complete=complete,
            keys_known=keys_known,
            values=values,
        )
        return NONE

    def _collect(
        self, value: Value, prefix: str, entries: list[tuple[str, Optimizer | Scheduler]], keys: set[str], depth: int
    ) -> bool:
        if isinstance(value, StateOf):
            for _, subject in self.options(value.subject):
                if isinstance(subject, OptimizerValue):
                    entries.append((prefix, subject.optimizer))
                elif isinstance(subject, SchedulerValue):
                    entries.append((prefix, subject.scheduler))
            return True
        if isinstance(value, OptimizerValue):
            entries.append((prefix, value.optimizer))
        elif isinstance(value, SchedulerValue):
            entries.append((prefix, value.scheduler))
        elif isinstance(value, Dict) and depth > 0:
            complete = True
            for slot, entry in value.entries.items():
                if isinstance(slot, tuple):
                    complete = False
                name = f"{prefix}.{slot}".strip(".") if not isinstance(slot, tuple) else f"{prefix}.?".strip(".")
                keys.add(name)
                for _, option in self.options(entry):
                    complete = self._collect(option, name, entries, keys, depth - 1) and complete
            return complete
        elif isinstance(value, (List, Tuple)) and depth > 0:
            return all(
                self._collect(option, f"{prefix}.{i}".strip("."), entries, keys, depth - 1)
                 for i, part in enumerate(self.parts_of(value)) for _, option in self.options(part)
            )  # fmt: skip
        return not isinstance(value, Symbol) or _is_plain(value) or _names_no_state(prefix)

    def state_loaded(
        self, value: OptimizerValue | SchedulerValue, args: Arguments, node: cst.CSTNode, in_place: bool = False
    ) -> None:
        """`load_state_dict`: from a checkpoint, from a state in memory, or from what only the run knows."""
        subject = value.optimizer if isinstance(value, OptimizerValue) else value.scheduler
        sources = self.options(args.all()[0]) if args.all() else [(EMPTY_PATH, Symbol(("state",), "?"))]
        for path, source in sources:
            if not isinstance(source, CheckpointValue):
                self.emit(Loaded, node, path, subject=subject, source=None, entry="", in_memory=isinstance(source, StateOf))
                continue
            named = self._named_entry(source, self.path | path)
            self.emit(
                Loaded,
                node,
                path,
                subject=subject,
                source=source.target,
                entry=named or source.entry,
                in_memory=False,
                checkpoint=source.number,
                read=source.site,
                lenient=source.lenient,
                by_content=bool(named),
                in_place=in_place,
            )

    def _named_entry(self, source: CheckpointValue, path: Path) -> str:
        """The entry that a loop over a checkpoint's content is at, where the branch decisions tell."""
        for number in path if source.keyed is not None else ():
            asked, slot = self.selected.get(number, (None, None))
            if asked == source.keyed and isinstance(slot, str):
                return f"{source.entry.removesuffix('?')}{slot}"
        return ""

    def restored_by_framework(self, name: str, node: cst.CSTNode) -> None:
        """`accelerator.load_state()`, `engine.load_checkpoint()`: what was handed over may be restored."""
        kept = [value for values in self.handed.values() for value in values]
        if kept:
            self.escape(Arguments(kept), name, node)


PLAIN = frozenset(
    {
        "epoch",
        "epochs",
        "iter",
        "iteration",
        "step",
        "global",
        "best",
        "loss",
        "acc",
        "acc1",
        "prec1",
        "score",
        "args",
        "arg",
        "cfg",
    }
    | {"config", "opt", "opts", "hparams", "arch", "metric", "val", "iou", "psnr", "it", "steps", "n", "start", "seed", "name"}
)


def _names_no_state(entry: str) -> bool:
    """Is what stands under the name surely no object's state: `bin_centers`, `best_accuracy`, `history`?"""
    name = entry.rpartition(".")[2]
    return name[:1].isalpha() and STATE.search(name) is None


def _is_plain(value: Symbol) -> bool:
    """Does the name of an unknown entry say that it is a number or the settings, and no state?"""
    return bool(value.varying) or value.default is not None or bool(PLAIN & set(tokens(value.text.rpartition(".")[2])))
