"""What libraries around torch do with optimizers and schedulers, as data keyed by dotted names.

Functions are keyed by the name they are imported by (`transformers.get_scheduler`), methods by the dotted name of their
class and the method's (`accelerate.Accelerator.prepare`). Four tables, one question each, and `optimizers.OPTIMIZERS`
for a fifth:

- `FACTORIES`: calls whose result is a scheduler of torch; see `Factory`.
- `HAND_BACKS`: calls that return objects they were given, wrapped or not; see `HandBack`.
- `OPTIMIZER_STEPS`: calls that step the optimizer they are given, and which argument it is.
- `HARMLESS`: calls that take an optimizer and neither step, restore nor keep it.

Read in transformers 4.57 and 5.23, diffusers 0.42, pytorch-transformers 1.2, accelerate 1.15, timm 1.0, torch-optimizer
0.3, apex, deepspeed, horovod 0.28 and Lightning 2; names that have left a library are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from sched_lint.knowledge.optimizers import OPTIMIZERS
from sched_lint.knowledge.torch_api import Parameter

Position = tuple[int, str]
"""An argument, by its position from 0 and by its keyword."""


@dataclass(frozen=True, slots=True, eq=False)
class Factory:
    """A function that builds a scheduler of torch.

    name: its last name.
    returns: the class of torch that it returns.
    parameters: in order.
    unit_arguments: arguments counted in steps of the scheduler, as in `SchedulerApi`; "warmup" besides.
    natural_unit: what these count by the library's convention.
    open: further keywords are passed on to the class.
    """

    name: str
    returns: str
    parameters: tuple[Parameter, ...]
    unit_arguments: Mapping[str, str]
    natural_unit: str = "iteration"
    open: bool = False


class HandBack(NamedTuple):
    """A call that returns what it was given.

    arguments: those that come back, in the order of the result; one not given is None there.
    single: the result is the one argument itself, not a tuple.
    variadic: all positional arguments come back, one alone as itself.
    drops_missing: an argument not given leaves no gap in the tuple, and one left alone comes back as itself.
    """

    arguments: tuple[Position, ...] = ()
    single: bool = False
    variadic: bool = False
    drops_missing: bool = False


def scheduler_factory(name: str) -> Factory | None:
    """The factory with this dotted name."""
    return FACTORIES.get(name)


def is_optimizer(name: str) -> bool:
    """Whether a call of this dotted name gives an optimizer of another library than torch.optim."""
    return name in OPTIMIZERS


def hands_back(name: str) -> HandBack | None:
    """How the function or class with this dotted name hands its arguments back, if it does."""
    return HAND_BACKS.get(name)


def hands_back_method(owner: str, method: str) -> HandBack | None:
    """How a method of the class with this dotted name hands its arguments back, if it does."""
    return HAND_BACKS.get(f"{owner}.{method}")


def steps_optimizer(name: str) -> Position | None:
    """The argument whose optimizer a function, or `Class.method`, steps."""
    return OPTIMIZER_STEPS.get(name)


def is_harmless(name: str) -> bool:
    """Whether a function, or `Class.method`, leaves optimizers and schedulers as they are and keeps none of them."""
    return name in HARMLESS


def _parameters(*required: str, **optional: object) -> tuple[Parameter, ...]:
    return (
        *(Parameter(name, False, None, False, None, None) for name in required),
        *(Parameter(name, True, default, False, None, None) for name, default in optional.items()),
    )


_WARMUP: Final = MappingProxyType({"num_warmup_steps": "warmup"})
_STEPS: Final = MappingProxyType({"num_warmup_steps": "warmup", "num_training_steps": "horizon"})
_COMMON: Final = ("optimizer", "num_warmup_steps", "num_training_steps")
_MIN_LR: Final = _parameters(*_COMMON, num_cycles=0.5, last_epoch=-1, min_lr=None, min_lr_rate=None)
_WSD: Final = {"num_training_steps": "horizon", "num_decay_steps": "period", "num_stable_steps": "period"}


def _factory(name: str, parameters: tuple[Parameter, ...], units: Mapping[str, str] = _STEPS) -> Factory:
    return Factory(name, "LambdaLR", parameters, units)


_SHARED: Final = (
    _factory("get_constant_schedule", _parameters("optimizer", last_epoch=-1), {}),
    _factory("get_constant_schedule_with_warmup", _parameters("optimizer", "num_warmup_steps", last_epoch=-1), _WARMUP),
    _factory("get_cosine_schedule_with_warmup", _parameters(*_COMMON, num_cycles=0.5, last_epoch=-1)),
    _factory("get_cosine_with_hard_restarts_schedule_with_warmup", _parameters(*_COMMON, num_cycles=1, last_epoch=-1)),
    _factory("get_polynomial_decay_schedule_with_warmup", _parameters(*_COMMON, lr_end=1e-7, power=1.0, last_epoch=-1)),
)
_TRANSFORMERS: Final = (
    *_SHARED,
    _factory("get_linear_schedule_with_warmup", _parameters(*_COMMON, last_epoch=-1)),
    _factory(
        "get_inverse_sqrt_schedule",
        _parameters("optimizer", "num_warmup_steps", timescale=None, last_epoch=-1),
        {**_WARMUP, "timescale": "period"},
    ),
    _factory("get_cosine_with_min_lr_schedule_with_warmup", _MIN_LR),
    _factory("get_cosine_with_min_lr_schedule_with_warmup_lr_rate", (*_MIN_LR, *_parameters(warmup_lr_rate=None))),
    _factory(
        "get_wsd_schedule",
        _parameters(
            "optimizer",
            "num_warmup_steps",
            "num_decay_steps",
            num_training_steps=None,
            num_stable_steps=None,
            warmup_type="linear",
            decay_type="cosine",
            min_lr_ratio=0,
            num_cycles=0.5,
            last_epoch=-1,
        ),
        {**_WARMUP, **_WSD},
    ),
    _factory(
        "get_scheduler",
        _parameters("name", "optimizer", num_warmup_steps=None, num_training_steps=None, scheduler_specific_kwargs=None),
    ),
    Factory(
        "get_reduce_on_plateau_schedule",
        "ReduceLROnPlateau",
        _parameters("optimizer"),
        {"patience": "patience"},
        open=True,
    ),
)
_DIFFUSERS: Final = (
    *_SHARED,
    _factory("get_linear_schedule_with_warmup", _parameters(*_COMMON, last_epoch=-1, f_min=0.0, f_max=1.0)),
    _factory("get_piecewise_constant_schedule", _parameters("optimizer", "step_rules", last_epoch=-1), {}),
    _factory(
        "get_scheduler",
        _parameters(
            "name",
            "optimizer",
            step_rules=None,
            num_warmup_steps=None,
            num_training_steps=None,
            num_cycles=1,
            power=1.0,
            last_epoch=-1,
        ),
    ),
)
_OLD_STEPS: Final = MappingProxyType({"warmup_steps": "warmup", "t_total": "horizon"})
_OLD_COMMON: Final = ("optimizer", "warmup_steps", "t_total")
_PYTORCH_TRANSFORMERS: Final = (
    _factory("ConstantLRSchedule", _parameters("optimizer", last_epoch=-1), {}),
    _factory("WarmupConstantSchedule", _parameters("optimizer", "warmup_steps", last_epoch=-1), {"warmup_steps": "warmup"}),
    _factory("WarmupLinearSchedule", _parameters(*_OLD_COMMON, last_epoch=-1), _OLD_STEPS),
    _factory("WarmupCosineSchedule", _parameters(*_OLD_COMMON, cycles=0.5, last_epoch=-1), _OLD_STEPS),
    _factory("WarmupCosineWithHardRestartsSchedule", _parameters(*_OLD_COMMON, cycles=1.0, last_epoch=-1), _OLD_STEPS),
)

FACTORIES: Final[Mapping[str, Factory]] = MappingProxyType(
    {
        f"{module}.{factory.name}": factory
        for modules, factories in (
            (("transformers", "transformers.optimization", "transformers.trainer_utils"), _TRANSFORMERS),
            (("diffusers", "diffusers.optimization"), _DIFFUSERS),
            (("pytorch_transformers", "pytorch_transformers.optimization"), _PYTORCH_TRANSFORMERS),
        )
        for module in modules
        for factory in factories
    }
)


def _same(*names: str, keyword: str) -> dict[str, HandBack]:
    return {name: HandBack(((0, keyword),), single=True) for name in names}


_ALL: Final = HandBack(variadic=True)
_FABRICS: Final = (
    "lightning.Fabric",
    "lightning.fabric.Fabric",
    "lightning.fabric.fabric.Fabric",
    "lightning_fabric.Fabric",
)
_ACCELERATORS: Final = ("accelerate.Accelerator", "accelerate.accelerator.Accelerator")

HAND_BACKS: Final[Mapping[str, HandBack]] = MappingProxyType(
    {
        **_same(
            *("torch.nn.parallel.DistributedDataParallel", "torch.nn.parallel.distributed.DistributedDataParallel"),
            *(
                "torch.nn.DataParallel",
                "torch.nn.parallel.DataParallel",
                "torch.nn.parallel.data_parallel.DataParallel",
            ),
            *("torch.nn.SyncBatchNorm.convert_sync_batchnorm", "torch.distributed.fsdp.FullyShardedDataParallel"),
            *("apex.parallel.DistributedDataParallel", "apex.parallel.convert_syncbn_model"),
            "fairscale.nn.data_parallel.FullyShardedDataParallel",
            keyword="module",
        ),
        **_same("torch.compile", keyword="model"),
        **_same("torch.jit.script", keyword="obj"),
        **_same("torch.jit.trace", keyword="func"),
        **_same("fairscale.nn.data_parallel.ShardedDataParallel", keyword="module"),
        **_same(
            *(
                "horovod.torch.DistributedOptimizer",
                "torch_optimizer.Lookahead",
                "apex.parallel.LARC",
                "apex.parallel.LARC.LARC",
            ),
            keyword="optimizer",
        ),
        **_same("timm.optim.Lookahead", "timm.optim.lookahead.Lookahead", keyword="base_optimizer"),
        **_same("apex.fp16_utils.FP16_Optimizer", keyword="init_optimizer"),
        **_same("torch_xla.distributed.parallel_loader.MpDeviceLoader", keyword="loader"),
        **_same("torch_xla.distributed.parallel_loader.ParallelLoader", keyword="loader"),
        **_same("accelerate.skip_first_batches", keyword="dataloader"),
        "apex.amp.initialize": HandBack(((0, "models"), (1, "optimizers")), drops_missing=True),
        "deepspeed.initialize": HandBack(((1, "model"), (2, "optimizer"), (4, "training_data"), (5, "lr_scheduler"))),
        **{f"{owner}.prepare": _ALL for owner in _ACCELERATORS},
        **{
            f"{owner}.{method}": HandBack(((0, keyword),), single=True)
            for owner in _ACCELERATORS
            for method, keyword in (
                ("prepare_model", "model"),
                ("prepare_optimizer", "optimizer"),
                ("prepare_scheduler", "scheduler"),
                ("prepare_data_loader", "data_loader"),
                ("unwrap_model", "model"),
                ("skip_first_batches", "dataloader"),
            )
        },
        **{f"{owner}.{method}": _ALL for owner in _FABRICS for method in ("setup", "setup_optimizers", "setup_dataloaders")},
        **{f"{owner}.setup_module": HandBack(((0, "module"),), single=True) for owner in _FABRICS},
    }
)

_SCALERS: Final = (
    *("torch.amp.GradScaler", "torch.amp.grad_scaler.GradScaler"),
    *("torch.cuda.amp.GradScaler", "torch.cuda.amp.grad_scaler.GradScaler", "torch.cpu.amp.GradScaler"),
    *("fairscale.optim.grad_scaler.ShardedGradScaler", "torch.distributed.fsdp.sharded_grad_scaler.ShardedGradScaler"),
)

OPTIMIZER_STEPS: Final[Mapping[str, Position]] = MappingProxyType(
    {
        "torch_xla.core.xla_model.optimizer_step": (0, "optimizer"),
        **{f"{scaler}.step": (0, "optimizer") for scaler in _SCALERS},
    }
)

HARMLESS: Final = frozenset(
    {
        *("horovod.torch.broadcast_optimizer_state", "horovod.torch.broadcast_parameters"),
        *("apex.amp.master_params", "apex.amp.scale_loss"),
        *(f"{scaler}.{method}" for scaler in _SCALERS for method in ("unscale_", "scale", "update")),
        *(f"{owner}.clip_gradients" for owner in _FABRICS),
    }
)
