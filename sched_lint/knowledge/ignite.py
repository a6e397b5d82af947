"""PyTorch-Ignite: engines, the events they fire, and the handlers that step torch's schedulers. Read in ignite 0.3 to 0.5."""

from __future__ import annotations

from typing import Final

_MODULES: Final = ("ignite.engine", "ignite.engine.engine")
_HANDLERS: Final = (
    "ignite.handlers",
    "ignite.handlers.param_scheduler",
    "ignite.contrib.handlers",
    "ignite.contrib.handlers.param_scheduler",
)

ENGINES: Final = frozenset(f"{module}.Engine" for module in _MODULES)
TRAINERS: Final = frozenset(f"{module}.create_supervised_trainer" for module in _MODULES)
"""`create_supervised_trainer(model, optimizer, loss_fn, ...)`: an engine that steps the optimizer after each batch."""
EVALUATORS: Final = frozenset(f"{module}.create_supervised_evaluator" for module in _MODULES)
STEP_MAKERS: Final = frozenset(f"{module}.supervised_training_step" for module in _MODULES)
"""`supervised_training_step(model, optimizer, loss_fn, ...)`: the process function of such an engine."""
WRAPPERS: Final = frozenset(
    f"{module}.{name}" for module in _HANDLERS for name in ("LRScheduler", "create_lr_scheduler_with_warmup", "ConcatScheduler")
)
"""Handlers made of schedulers of torch, which they step when their event comes."""

BEFORE_EPOCHS: Final = ("STARTED",)
BEFORE_BATCHES: Final = ("EPOCH_STARTED",)
BEFORE_UPDATE: Final = ("GET_BATCH_STARTED", "GET_BATCH_COMPLETED", "ITERATION_STARTED")
AFTER_UPDATE: Final = ("ITERATION_COMPLETED",)
AFTER_BATCHES: Final = ("EPOCH_COMPLETED",)
AFTER_EPOCHS: Final = ("COMPLETED",)
EVENTS: Final = frozenset((*BEFORE_EPOCHS, *BEFORE_BATCHES, *BEFORE_UPDATE, *AFTER_UPDATE, *AFTER_BATCHES, *AFTER_EPOCHS))

METHODS: Final = frozenset(
    {"run", "on", "add_event_handler", "fire_event", "has_event_handler", "register_events", "terminate", "terminate_epoch"}
    | {"remove_event_handler", "set_data", "load_state_dict", "state_dict", "__init__"}
)


def is_event(name: str) -> bool:
    """Whether a dotted name is that of an event: `ignite.engine.Events.EPOCH_STARTED`."""
    module, _, short = name.rpartition(".")
    return module.startswith("ignite.") and module.endswith(".Events") and short.isupper()
