"""Writes `sched_lint/knowledge/torch_api.json` from the installed torch.

    python scripts/generate_torch_api.py            write the file
    python scripts/generate_torch_api.py --check    exit with 1 if it would change

Signatures come from inspection, behaviour from the programs of `torch_behaviour.py` and `torch_state.py`, older
signatures and units from the tables kept by hand beside the data.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import math
import pkgutil
import sys
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

warnings.filterwarnings("ignore", message="Failed to initialize NumPy")

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "sched_lint" / "knowledge" / "torch_api.json"
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import torch  # noqa: E402
import torch.optim  # noqa: E402
import torch_behaviour as measure  # noqa: E402
import torch_state  # noqa: E402
from torch.optim import lr_scheduler  # noqa: E402

from sched_lint.knowledge.torch_api import KNOWN_VERSIONS, release  # noqa: E402
from sched_lint.knowledge.torch_history import SIGNATURES  # noqa: E402
from sched_lint.knowledge.torch_notes import NOTES  # noqa: E402


def document() -> dict[str, Any]:
    """Everything that the file holds.

    Raises:
        ValueError: the installed torch and the tables kept by hand disagree.
    """
    installed = torch.__version__.split("+")[0]
    if release(installed) != release(KNOWN_VERSIONS[-1]):
        raise ValueError(f"torch {installed} is installed, but the newest known release is {KNOWN_VERSIONS[-1]}")
    torch_state.check_complete()
    schedulers = measure.scheduler_classes()
    optimizers = optimizer_classes()
    bases = {
        "LRScheduler": lr_scheduler.LRScheduler,
        "Optimizer": torch.optim.Optimizer,
        "_LRScheduler": lr_scheduler._LRScheduler,
    }
    expect_same("history", SIGNATURES, {**schedulers, **optimizers, **bases})
    expect_same("notes", NOTES, schedulers)
    return {
        "torch": installed,
        "bases": {name: described(name, cls) for name, cls in bases.items()},
        "optimizers": {name: described(name, cls) for name, cls in optimizers.items()},
        "schedulers": {name: described(name, cls) | {"behaviour": behaviour(name)} for name, cls in schedulers.items()},
    }


def optimizer_classes() -> dict[str, type]:
    """Every optimizer that torch.optim offers by a public name, without the base class; sorted."""
    found = {name: getattr(torch.optim, name) for name in torch.optim.__all__}
    return {
        name: cls
        for name, cls in sorted(found.items())
        if isinstance(cls, type) and issubclass(cls, torch.optim.Optimizer) and cls is not torch.optim.Optimizer
    }


def described(name: str, cls: type) -> dict[str, Any]:
    signatures = history(name)
    if signatures[-1]["parameters"] != inspected(cls):
        raise ValueError(
            f"{name}: the history ends with another signature than the installed torch's: {inspected(cls)}"
        )
    first, oldest = signatures[0]["since"], KNOWN_VERSIONS[0]
    return {"since": None if first == oldest else first, "modules": modules(cls), "signatures": lifetimes(signatures)}


def modules(cls: type) -> list[str]:
    """The modules under torch.optim in which the class can be found by its name."""
    names = ["torch.optim", *(module.name for module in pkgutil.walk_packages(torch.optim.__path__, "torch.optim."))]
    return sorted(name for name in names if vars(importlib.import_module(name)).get(cls.__name__) is cls)


def inspected(cls: type) -> list[dict[str, Any]]:
    parameters = inspect.signature(cls).parameters.values()
    return [parameter(p.name, p.default, p.default is not p.empty, p.kind is p.KEYWORD_ONLY) for p in parameters]


def history(name: str) -> list[dict[str, Any]]:
    return [{"since": since, "parameters": parsed(text)} for since, text in SIGNATURES[name].items()]


def parsed(signature: str) -> list[dict[str, Any]]:
    """The parameters of a signature written as Python; the default `required` counts as none."""
    arguments = ast.parse(f"def f{signature}: pass", mode="exec").body[0].args  # type: ignore[attr-defined]
    missing = [None] * (len(arguments.args) - len(arguments.defaults))
    positional = zip(arguments.args, [*missing, *arguments.defaults], strict=True)
    keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return [written(argument.arg, default, False) for argument, default in positional] + [
        written(argument.arg, default, True) for argument, default in keywords
    ]


def written(name: str, default: ast.expr | None, keyword_only: bool) -> dict[str, Any]:
    if default is None or (isinstance(default, ast.Name) and default.id == "required"):
        return parameter(name, None, False, keyword_only)
    return parameter(name, ast.literal_eval(default), True, keyword_only)


def parameter(name: str, default: object, has_default: bool, keyword_only: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": name}
    if has_default:
        entry["default"] = as_json(default)
    if keyword_only:
        entry["keyword_only"] = True
    return entry


def as_json(value: object) -> object:
    """The value as JSON; what JSON cannot hold becomes {"opaque": its representation}."""
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if value is None or isinstance(value, bool | int | str) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return {"opaque": repr(value)}


def lifetimes(signatures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Adds to each parameter the release that brought it and the one that took it away, where that was not the class
    itself."""
    for index, signature in enumerate(signatures):
        for entry in signature["parameters"]:
            before = [s["since"] for s in reversed(signatures[:index]) if not has(s, entry["name"])]
            after = [s["since"] for s in signatures[index:] if not has(s, entry["name"])]
            if before:
                entry["since"] = next(s["since"] for s in signatures if release(s["since"]) > release(before[0]))
            if after:
                entry["until"] = after[0]
    return signatures


def has(signature: Mapping[str, Any], name: str) -> bool:
    return any(entry["name"] == name for entry in signature["parameters"])


def behaviour(name: str) -> dict[str, Any]:
    """The fields of `SchedulerApi` beside those of `Api`."""
    notes = NOTES[name]
    with measure.quiet():
        return {
            "optimizer_parameter": measure.optimizer_parameter(name),
            "parts_parameter": measure.parts_parameter(name),
            "writes_lr_on_build": measure.writes_lr_on_build(name),
            "neutral_arguments": measure.neutral_arguments(name),
            "rebuilt_after_restore": measure.rebuilt_after_restore(name),
            "needs_position": measure.needs_position(name),
            "ignores_base_lr": measure.ignores_base_lr(name),
            "step_parameter": measure.step_parameter(name),
            "step_epoch": measure.step_epoch(name),
            "natural_unit": notes.natural_unit,
            "unit_arguments": dict(notes.units),
            "state_excludes": torch_state.state_excludes(name),
            "multiplicative_arguments": list(notes.factors),
            "add_param_group": measure.add_param_group(name),
        }


def expect_same(what: str, kept: Iterable[str], installed: Iterable[str]) -> None:
    if difference := set(kept) ^ set(installed):
        raise ValueError(f"the {what} and the installed torch differ in {', '.join(sorted(difference))}")


def text() -> str:
    """The file's contents."""
    return json.dumps(document(), indent=1) + "\n"


def main(arguments: list[str]) -> int:
    made = text()
    if arguments == ["--check"]:
        return int(TARGET.read_text(encoding="utf-8") != made)
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
