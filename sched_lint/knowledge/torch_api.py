"""What torch's schedulers and optimizers accept and do, read from `torch_api.json`.

The data is written by `scripts/generate_torch_api.py` from an installed torch: signatures by inspection, behaviour by
running small programs. Only the units of arguments and the signatures of older versions are kept by hand, each with its
source, in `torch_notes.py` and `torch_history.py`. Torch is never imported here, and the data is read at the first
question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sched_lint.work import WORK

KNOWN_VERSIONS: Final[tuple[str, ...]] = (
    *("1.13", "2.0", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
    *("2.7", "2.8", "2.9", "2.10", "2.11", "2.12", "2.13"),
)
"""Releases of torch that the data covers, oldest first."""


class Opaque(Enum):
    """The one value that stands for a default which is no number, string, truth value, None or sequence of these."""

    OPAQUE = "opaque"


OPAQUE: Final = Opaque.OPAQUE


class Parameter(NamedTuple):
    """One constructor parameter.

    `default` is None without a default; sequences are tuples. `since` is the release that added the parameter (None:
    the class came with it), `until` the first one that lacks it (None: the newest still has it).
    """

    name: str
    has_default: bool
    default: object
    keyword_only: bool
    since: str | None
    until: str | None


class Signature(NamedTuple):
    """The parameters a constructor takes from release `since` on, without self, in order."""

    since: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Api:
    """A class of torch that linted code builds or derives from.

    `modules` are the modules it can be imported from, `since` the first known release that has it (None: all of them),
    `signatures` its constructor over the releases, oldest first. Equality is identity: there is one object per class.
    """

    name: str
    modules: tuple[str, ...]
    since: str | None
    parameters: tuple[Parameter, ...]
    signatures: tuple[Signature, ...]

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of the newest known torch called `name`."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


class BaseApi(Api):
    """A base class: Optimizer, LRScheduler, _LRScheduler."""

    __slots__ = ()


class OptimizerApi(Api):
    """An optimizer of torch.optim."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class SchedulerApi(Api):
    """A learning rate scheduler of torch. What is said of behaviour was measured on the torch named by
    `measured_version()`.

    optimizer_parameter: the parameter that takes the optimizer.
    parts_parameter: the parameter that takes the schedulers driven by this one; its behaviour was measured with typical
    parts.
    writes_lr_on_build: does the constructor change the learning rate of an optimizer whose state was restored: "never",
        "always", or "conditional" on the arguments in `neutral_arguments`, or on the parts where there are any.
    neutral_arguments: argument and the value with which the constructor changes nothing, where it would otherwise.
    rebuilt_after_restore: what becomes of the learning rates when the scheduler is built after its optimizer was
        restored and then restored itself: "none", "first-step" or "rest-of-run" (wrong that long).
    needs_position: are the learning rates wrong when the optimizer is restored and the scheduler starts anew.
    ignores_base_lr: does the schedule not depend on the optimizer's own lr.
    step_parameter: the optional or required parameter of step().
    step_epoch: what an argument to step() does: "deprecated" (warns, taken for the epoch), "documented" (taken for the
        epoch), "error" (TypeError), "metric" (taken for the metric).
    natural_unit: "iteration" where torch's documentation asks for a step after every batch.
    unit_arguments: arguments counted in steps of the scheduler: "period", "milestones", "horizon", "patience"; and
        "epochs", "steps_per_epoch", whose product is a horizon in iterations.
    state_excludes: arguments that load_state_dict() does not restore (functions, where they are no callable objects).
    multiplicative_arguments: factors by which the learning rate is multiplied.
    add_param_group: a group added to the optimizer later: "error-next-step", "error-late" (at a later step), "silent".
        Where there are parts, theirs counts too.
    """

    optimizer_parameter: str | None
    parts_parameter: str | None
    writes_lr_on_build: str
    neutral_arguments: Mapping[str, float]
    rebuilt_after_restore: str
    needs_position: bool
    ignores_base_lr: bool
    step_parameter: str | None
    step_epoch: str
    natural_unit: str | None
    unit_arguments: Mapping[str, str]
    state_excludes: tuple[str, ...]
    multiplicative_arguments: tuple[str, ...]
    add_param_group: str


def scheduler(name: str) -> SchedulerApi | None:
    """The scheduler of torch with this class name; base classes are none."""
    return _schedulers().get(name)


def scheduler_names() -> frozenset[str]:
    """Class names of torch's schedulers, SWALR included, without the base classes."""
    return frozenset(_schedulers())


def optimizer(name: str) -> OptimizerApi | None:
    """The optimizer of torch.optim with this class name; the base class is none."""
    return _optimizers().get(name)


def optimizer_names() -> frozenset[str]:
    """Class names of torch.optim's optimizers, without the base class."""
    return frozenset(_optimizers())


def base(name: str) -> BaseApi | None:
    """The base class with this name."""
    return _bases().get(name)


def scheduler_base_names() -> frozenset[str]:
    """Names of the base classes of schedulers, the one from before torch 2.0 included."""
    return frozenset(name for name in _bases() if name != "Optimizer")


def at_path(dotted: str) -> SchedulerApi | OptimizerApi | BaseApi | None:
    """The class that a dotted name such as `torch.optim.adamw.AdamW` stands for, in any module that offers it."""
    return _paths().get(dotted)


def signature_at(api: Api, version: str) -> tuple[Parameter, ...]:
    """The constructor's parameters as of a release ("2.6", "2.6.0", "2.6.0+cpu").

    A version before the first or after the last known one counts as that one; so does a release from before the class
    existed.

    Raises:
        ValueError: the version does not start with two numbers.
    """
    wanted = release(version)
    chosen = api.signatures[0]
    for signature in api.signatures:
        if release(signature.since) <= wanted:
            chosen = signature
    return chosen.parameters


def exists_at(api: Api, version: str) -> bool:
    """Whether a release has the class.

    Raises:
        ValueError: the version does not start with two numbers.
    """
    return api.since is None or release(api.since) <= release(version)


def release(version: str) -> tuple[int, int]:
    """Major and minor number of a version such as "2.6", "2.6.0+cpu" or "2.10.0rc1".

    Raises:
        ValueError: the version does not start with two numbers.
    """
    major, minor, *_ = [*version.split(".", 2), ""]
    digits = minor[: len(minor) - len(minor.lstrip("0123456789"))]
    return int(major), int(digits)


def measured_version() -> str:
    """The torch release on which the behaviour was measured, such as "2.13.0"."""
    return str(_document()["torch"])


@cache
def _document() -> dict[str, Any]:
    import json  # only a run that meets a scheduler pays for it
    import pkgutil  # importlib.resources takes ten times as long to import

    WORK.torch_knowledge_loaded += 1
    document: dict[str, Any] = json.loads(pkgutil.get_data("sched_lint.knowledge", "torch_api.json") or b"")
    return document


@cache
def _schedulers() -> Mapping[str, SchedulerApi]:
    return {name: _scheduler(name, entry) for name, entry in _document()["schedulers"].items()}


@cache
def _optimizers() -> Mapping[str, OptimizerApi]:
    return {name: OptimizerApi(**_common(name, entry)) for name, entry in _document()["optimizers"].items()}


@cache
def _bases() -> Mapping[str, BaseApi]:
    return {name: BaseApi(**_common(name, entry)) for name, entry in _document()["bases"].items()}


@cache
def _paths() -> Mapping[str, SchedulerApi | OptimizerApi | BaseApi]:
    every: list[SchedulerApi | OptimizerApi | BaseApi] = []
    for apis in (_schedulers(), _optimizers(), _bases()):
        every.extend(apis.values())
    return {f"{module}.{api.name}": api for api in every for module in api.modules}


def _scheduler(name: str, entry: dict[str, Any]) -> SchedulerApi:
    behaviour = dict(entry["behaviour"])
    for field in ("state_excludes", "multiplicative_arguments"):
        behaviour[field] = tuple(behaviour[field])
    for field in ("neutral_arguments", "unit_arguments"):
        behaviour[field] = MappingProxyType(behaviour[field])
    return SchedulerApi(**_common(name, entry), **behaviour)


def _common(name: str, entry: dict[str, Any]) -> dict[str, Any]:
    signatures = tuple(
        Signature(signature["since"], tuple(_parameter(parameter) for parameter in signature["parameters"]))
        for signature in entry["signatures"]
    )
    return {
        "name": name,
        "modules": tuple(entry["modules"]),
        "since": entry["since"],
        "parameters": signatures[-1].parameters,
        "signatures": signatures,
    }


def _parameter(entry: dict[str, Any]) -> Parameter:
    return Parameter(
        name=entry["name"],
        has_default="default" in entry,
        default=_default(entry.get("default")),
        keyword_only=entry.get("keyword_only", False),
        since=entry.get("since"),
        until=entry.get("until"),
    )


def _default(value: object) -> object:
    if isinstance(value, dict):  # no default of torch is a mapping: {"opaque": "<its source>"}
        return OPAQUE
    if isinstance(value, list):
        return tuple(_default(item) for item in value)
    return value
