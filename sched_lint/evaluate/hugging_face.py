"""transformers' Trainer: it steps the scheduler it is given, and calls its callbacks in their order."""

from __future__ import annotations

import libcst as cst

from sched_lint.evaluate.lightning import Lightning
from sched_lint.evaluate.values import (
    NONE,
    Arguments,
    External,
    ExternalObject,
    Function,
    Instance,
    List,
    NativeMethod,
    OptimizerValue,
    SchedulerValue,
)  # fmt: skip
from sched_lint.quantities import Value
from sched_lint.timeline import Owned

TRAINERS = frozenset(
    f"{module}.{name}"
    for module in ("transformers", "transformers.trainer", "transformers.trainer_seq2seq")
    for name in ("Trainer", "Seq2SeqTrainer")
)
OPTIMIZERS, CALLBACKS = "<optimizers>", "<callbacks>"  # attributes of ours on a trainer


class HuggingFace(Lightning):
    """`Trainer(..., optimizers=(optimizer, scheduler), callbacks=[...]).train()`."""

    __slots__ = ()

    def call_external(self, callee: External, args: Arguments, node: cst.CSTNode) -> Value:
        """A trainer keeps what it is given; else what every library does."""
        made = super().call_external(callee, args, node)
        given = args.keywords.get("optimizers")
        if callee.name in TRAINERS and isinstance(made, ExternalObject) and given is not None:
            callbacks = self.parts_of(self.narrowed(args.keywords.get("callbacks", NONE)))
            made.attrs.update({OPTIMIZERS: given, CALLBACKS: List(dict(enumerate(callbacks)))})
        return made

    def call_native(self, callee: NativeMethod, args: Arguments, node: cst.CSTNode) -> Value:
        """`trainer.add_callback(...)` and `trainer.train()`; else what every library does."""
        trainer = callee.receiver
        if isinstance(trainer, ExternalObject) and OPTIMIZERS in trainer.attrs:
            callbacks = trainer.attrs[CALLBACKS]
            if callee.name == "add_callback" and isinstance(callbacks, List) and args.positional:
                self.store.write(callbacks.slots, len(callbacks.slots), args.positional[0])
                return NONE
            if callee.name == "train":
                self._train(trainer, node)
        return super().call_native(callee, args, node)

    def _train(self, trainer: ExternalObject, node: cst.CSTNode) -> None:
        """One turn of training that stands for all of them."""
        handed = self.reachable(trainer.attrs[OPTIMIZERS])
        self._call_callbacks(trainer, "on_train_begin", handed, node)
        with self.inside(self._open(node, "range", "epochs", None, ("epoch",))):
            for value in handed:
                if isinstance(value, SchedulerValue):
                    self.emit(Owned, node, subject=value.scheduler, by="the Trainer")
            self._call_callbacks(trainer, "on_epoch_begin", handed, node)
            with self.inside(self._open(node, "loader", "data", None, ("batch",))):
                self._call_callbacks(trainer, "on_step_begin", handed, node)
                self._backward(node)
                for value in handed:
                    if isinstance(value, OptimizerValue):
                        self.optimizer_stepped(value, node)
                self._call_callbacks(trainer, "on_step_end", handed, node)
            self._call_callbacks(trainer, "on_epoch_end", handed, node)

    def _call_callbacks(
        self, trainer: ExternalObject, hook: str, handed: list[OptimizerValue | SchedulerValue], node: cst.CSTNode
    ) -> None:
        known: dict[str, Value] = {}
        for value in handed:
            known.setdefault("optimizer" if isinstance(value, OptimizerValue) else "lr_scheduler", value)
        for callback in self.parts_of(trainer.attrs[CALLBACKS]):
            for path, option in self.options(callback):
                if isinstance(option, Instance) and isinstance(option.cls.find(hook), Function):
                    given: list[Value] = [self.unknown(node, part) for part in ("args", "state", "control")]
                    with self.under(path):
                        self.call(self.attribute(option, hook, node), Arguments(given, dict(known)), node)
