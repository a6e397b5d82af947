"""Optimizers of other libraries than torch.optim: subclasses of torch.optim.Optimizer, and functions that make one.

Keyed by the dotted names they are imported by. Read in transformers 4.57, pytorch-transformers 1.2, timm 1.0,
torch-optimizer 0.3, lion-pytorch 0.2, and the sources of apex, bitsandbytes and deepspeed; names that have left a
library are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sched_lint.knowledge.torch_api import OPAQUE, Parameter


@dataclass(frozen=True, slots=True, eq=False)
class ThirdPartyOptimizer:
    """An optimizer class or factory; `parameters` are the leading ones, more may follow.

    A default of OPAQUE is one that differs between releases or hangs on other arguments.
    """

    name: str
    parameters: tuple[Parameter, ...]


REQUIRED: Final = ...
"""Stands for the learning rate of an optimizer that has no default for it."""

_BITS: Final = ("", "8bit", "32bit")


def _in_bits(*names: str) -> str:
    return " ".join(f"{name}{bits}" for name in names for bits in _BITS)


# Module, default learning rate (None: the optimizer finds its own), class names.
_CLASSES: Final[tuple[tuple[str, object, str], ...]] = (
    ("transformers", 1e-3, "AdamW"),
    ("transformers", None, "Adafactor"),
    ("transformers.optimization", 1e-3, "AdamW"),
    ("transformers.optimization", None, "Adafactor"),
    ("pytorch_transformers", 1e-3, "AdamW"),
    ("pytorch_transformers.optimization", 1e-3, "AdamW"),
    ("pytorch_pretrained_bert", REQUIRED, "BertAdam"),
    ("pytorch_pretrained_bert.optimization", REQUIRED, "BertAdam"),
    ("apex.optimizers", 1e-3, "FusedAdam FusedLAMB FusedNovoGrad FusedMixedPrecisionLamb"),
    ("apex.optimizers", 1e-2, "FusedAdagrad"),
    ("apex.optimizers", REQUIRED, "FusedSGD"),
    (
        "bitsandbytes.optim",
        1e-3,
        _in_bits("Adam", "PagedAdam", "AdamW", "PagedAdamW", "AdEMAMix", "PagedAdEMAMix", "LAMB"),
    ),
    ("bitsandbytes.optim", 1e-4, _in_bits("Lion", "PagedLion")),
    ("bitsandbytes.optim", 1e-2, _in_bits("Adagrad", "RMSprop") + " PytorchLARS"),
    ("bitsandbytes.optim", REQUIRED, _in_bits("SGD", "LARS")),
    ("lion_pytorch", 1e-4, "Lion"),
    ("lion_pytorch.lion_pytorch", 1e-4, "Lion"),
    ("deepspeed.ops.adam", 1e-3, "FusedAdam DeepSpeedCPUAdam"),
    ("deepspeed.ops.lamb", 1e-3, "FusedLamb"),
    ("deepspeed.ops.lion", 1e-3, "FusedLion DeepSpeedCPULion"),
    ("deepspeed.ops.adagrad", 1e-2, "DeepSpeedCPUAdagrad"),
    (
        "torch_optimizer",
        1e-3,
        "AccSGD AdaBelief AdaBound AdaMod AdamP AggMo DiffGrad Lamb NovoGrad PID QHAdam QHM RAdam",
    ),
    ("torch_optimizer", 1e-3, "SGDP SGDW SWATS Ranger RangerQH RangerVA"),
    ("torch_optimizer", 1e-2, "Apollo LARS MADGRAD Yogi"),
    ("torch_optimizer", 0.15, "Adahessian"),
    ("torch_optimizer", 0.1, "Shampoo"),
    ("torch_optimizer", None, "A2GradUni A2GradInc A2GradExp Adafactor"),
    ("timm.optim", 1e-3, "AdaBelief AdamP AdamWLegacy Adan Adopt Kron Lamb NAdamW NvNovoGrad RAdamLegacy SGDW"),
    ("timm.optim", 1e-4, "Lion"),
    ("timm.optim", 1e-2, "MADGRAD RMSpropTF"),
    ("timm.optim", None, "Adafactor"),
    ("timm.optim", REQUIRED, "SGDP"),
    ("timm.optim", OPAQUE, "Adahessian AdafactorBigVision LaProp Lars Mars Muon NAdamLegacy"),
    # torch's own, offered there too
    ("timm.optim", OPAQUE, "Adadelta Adagrad Adam AdamW Adamax NAdam RAdam RMSprop SGD"),
    # The class of the optimizer inside is an argument.
    ("torch.distributed.optim", OPAQUE, "ZeroRedundancyOptimizer"),
    ("fairscale.optim", OPAQUE, "OSS"),
    ("fairscale.optim.oss", OPAQUE, "OSS"),
)
_CREATED_BY: Final = ("timm.optim", "timm.optim.optim_factory", "timm.optim._optim_factory")


def _parameter(name: str, default: object = REQUIRED) -> Parameter:
    has_default = default is not REQUIRED
    return Parameter(name, has_default, default if has_default else None, False, None, None)


def _optimizers() -> Iterator[tuple[str, ThirdPartyOptimizer]]:
    for module, lr, names in _CLASSES:
        for name in names.split():
            first = "model_params" if name.startswith("DeepSpeedCPU") else "params"
            yield f"{module}.{name}", ThirdPartyOptimizer(name, (_parameter(first), _parameter("lr", lr)))
    with_arguments = ThirdPartyOptimizer("create_optimizer", (_parameter("args"), _parameter("model")))
    with_values = ThirdPartyOptimizer(
        "create_optimizer_v2", (_parameter("model_or_params"), _parameter("opt", "sgd"), _parameter("lr", None))
    )
    for module in _CREATED_BY:
        yield f"{module}.create_optimizer", with_arguments
        yield f"{module}.create_optimizer_v2", with_values


OPTIMIZERS: Final[Mapping[str, ThirdPartyOptimizer]] = MappingProxyType(dict(_optimizers()))
