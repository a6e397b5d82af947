"""The knowledge of torch agrees with itself and with the tables kept by hand. Torch is not needed here."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from sched_lint.knowledge import torch_api
from sched_lint.knowledge.torch_api import KNOWN_VERSIONS, Api, SchedulerApi
from sched_lint.knowledge.torch_history import CHANGES, SIGNATURES, SOURCES
from sched_lint.knowledge.torch_notes import NOTES

SCHEDULERS = sorted(torch_api.scheduler_names())
OPTIMIZERS = sorted(torch_api.optimizer_names())
BASES = [*sorted(torch_api.scheduler_base_names()), "Optimizer"]
CONTAINERS = {"ChainedScheduler", "SequentialLR"}


def api(name: str) -> Api:
    found = torch_api.scheduler(name) or torch_api.optimizer(name) or torch_api.base(name)
    assert found is not None
    return found


def scheduler(name: str) -> SchedulerApi:
    found = torch_api.scheduler(name)
    assert found is not None
    return found


def names_at(name: str, version: str) -> list[str]:
    return [parameter.name for parameter in torch_api.signature_at(api(name), version)]


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_reads_no_data_and_nothing_imports_torch() -> None:
    program = (
        "import sys\n"
        "from sched_lint.knowledge import frameworks, torch_api\n"
        "assert torch_api._document.cache_info().currsize == 0\n"
        "assert torch_api.scheduler('StepLR') is torch_api.scheduler('StepLR')\n"
        "assert torch_api._document.cache_info().currsize == 1\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'torch', 'libcst', 'transformers'}))\n"
    )
    assert run(program) == "[]"


def test_unknown_names_are_unknown() -> None:
    assert torch_api.scheduler("LRScheduler") is None
    assert torch_api.scheduler("WarmupLR") is None
    assert torch_api.optimizer("Optimizer") is None
    assert torch_api.at_path("mylib.StepLR") is None
    assert torch_api.at_path("torch.optim.StepLR") is None


def test_every_class_of_the_history_is_known_and_the_other_way_round() -> None:
    assert set(SIGNATURES) == {*SCHEDULERS, *OPTIMIZERS, *BASES}
    assert set(NOTES) == set(SCHEDULERS)


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures_are_those_of_the_history(name: str) -> None:
    kept = SIGNATURES[name]
    assert [signature.since for signature in api(name).signatures] == list(kept)
    assert set(kept) <= set(SOURCES) <= set(KNOWN_VERSIONS)
    for signature, text in zip(api(name).signatures, kept.values(), strict=True):
        arguments = ast.parse(f"def f{text}: pass").body[0].args  # type: ignore[attr-defined]
        assert [p.name for p in signature.parameters if not p.keyword_only] == [a.arg for a in arguments.args]
        assert [p.name for p in signature.parameters if p.keyword_only] == [a.arg for a in arguments.kwonlyargs]
    assert api(name).parameters == api(name).signatures[-1].parameters
    assert api(name).since == (None if next(iter(kept)) == KNOWN_VERSIONS[0] else next(iter(kept)))


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_parameter_is_in_the_signatures_of_its_lifetime(name: str) -> None:
    for signature in api(name).signatures:
        for parameter in signature.parameters:
            for version in KNOWN_VERSIONS:
                if not torch_api.exists_at(api(name), version):
                    continue
                alive = (parameter.since is None or at_least(version, parameter.since)) and not (
                    parameter.until is not None and at_least(version, parameter.until)
                )
                assert (parameter.name in names_at(name, version)) == alive, (parameter, version)


def at_least(version: str, other: str) -> bool:
    return torch_api.release(version) >= torch_api.release(other)


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures_are_possible(name: str) -> None:
    for signature in api(name).signatures:
        positional = [p for p in signature.parameters if not p.keyword_only]
        assert list(signature.parameters[: len(positional)]) == positional
        with_default = [p.has_default for p in positional]
        assert with_default == sorted(with_default)
        assert all(p.default is None for p in signature.parameters if not p.has_default)
        assert len({p.name for p in signature.parameters}) == len(signature.parameters)
        hash(signature)


@pytest.mark.parametrize("name", sorted({*SCHEDULERS, "LRScheduler", "_LRScheduler"} - {"ChainedScheduler", "SWALR"}))
def test_verbose_comes_last_until_2_6(name: str) -> None:
    last = torch_api.signature_at(api(name), "2.1")[-1]
    assert (last.name, last.default, last.until) == ("verbose", False, "2.7")
    last = torch_api.signature_at(api(name), "2.6.0+cu124")[-1]
    assert (last.name, last.default, last.until) == ("verbose", "deprecated", "2.7")
    assert "verbose" not in names_at(name, "2.7")


@pytest.mark.parametrize("name", ["ChainedScheduler", "SWALR"])
def test_two_schedulers_never_had_verbose(name: str) -> None:
    assert not any("verbose" in names_at(name, version) for version in KNOWN_VERSIONS)


def test_what_changed_with_the_releases() -> None:
    assert names_at("ChainedScheduler", "2.3") == ["schedulers"]
    assert names_at("ChainedScheduler", "2.4") == ["schedulers", "optimizer"]
    assert not torch_api.exists_at(api("Adafactor"), "2.4")
    assert torch_api.exists_at(api("Adafactor"), "2.5")
    assert not torch_api.exists_at(api("Muon"), "2.8")
    assert torch_api.exists_at(api("Muon"), "2.9")
    assert not torch_api.exists_at(api("LRScheduler"), "1.13.1")
    assert torch_api.exists_at(api("_LRScheduler"), "2.13")
    assert torch_api.exists_at(api("PolynomialLR"), "1.13")
    lr = {version: torch_api.signature_at(api("SGD"), version)[1] for version in ("2.1", "2.2")}
    assert not lr["2.1"].has_default
    assert lr["2.2"].default == 0.001
    assert "fused" not in names_at("SGD", "2.2")
    assert "fused" in names_at("SGD", "2.3")
    for change in CHANGES:
        assert change.release in KNOWN_VERSIONS
        assert all(api(name) for name in change.classes)
        assert change.source.startswith("https://github.com/pytorch/pytorch/blob/v" + change.release)


def test_versions_outside_the_known_ones_count_as_the_nearest() -> None:
    assert names_at("StepLR", "1.4.0") == names_at("StepLR", "1.13")
    assert names_at("StepLR", "3.0") == names_at("StepLR", KNOWN_VERSIONS[-1])
    assert names_at("Muon", "1.13") == names_at("Muon", "2.9")


@pytest.mark.parametrize(
    ("version", "expected"),
    [("2.6", (2, 6)), ("2.10.0", (2, 10)), ("2.6.0+cu124", (2, 6)), ("2.13rc1", (2, 13)), ("2.13+cpu", (2, 13))],
)
def test_release(version: str, expected: tuple[int, int]) -> None:
    assert torch_api.release(version) == expected


@pytest.mark.parametrize("version", ["", "2", "two.six", "latest", "2.x"])
def test_what_is_no_version_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        torch_api.release(version)


def test_known_versions_are_in_order_and_end_with_the_measured_one() -> None:
    releases = [torch_api.release(version) for version in KNOWN_VERSIONS]
    assert releases == sorted(set(releases))
    assert releases[0] == (1, 13)
    assert releases[-1] == torch_api.release(torch_api.measured_version())


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_class_is_found_in_each_of_its_modules(name: str) -> None:
    assert api(name).modules
    for module in api(name).modules:
        assert torch_api.at_path(f"{module}.{name}") is api(name)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("torch.optim.lr_scheduler.StepLR", "StepLR"),
        ("torch.optim.adamw.AdamW", "AdamW"),
        ("torch.optim.AdamW", "AdamW"),
        ("torch.optim.swa_utils.SWALR", "SWALR"),
        ("torch.optim.optimizer.Optimizer", "Optimizer"),
        ("torch.optim.lr_scheduler._LRScheduler", "_LRScheduler"),
    ],
)
def test_usual_paths(path: str, name: str) -> None:
    assert torch_api.at_path(path) is api(name)


@pytest.mark.parametrize("name", SCHEDULERS)
def test_fields_name_parameters_and_known_values(name: str) -> None:
    found = scheduler(name)
    parameters = {parameter.name for parameter in found.parameters}
    named = [found.optimizer_parameter, *found.state_excludes, *found.multiplicative_arguments]
    named += [*found.unit_arguments, *found.neutral_arguments]
    assert set(named) <= parameters
    assert found.parts_parameter == ("schedulers" if name in CONTAINERS else None)
    assert found.optimizer_parameter == "optimizer"
    assert found.parameters[0].name == ("schedulers" if name == "ChainedScheduler" else "optimizer")
    assert found.writes_lr_on_build in {"never", "always", "conditional"}
    assert found.rebuilt_after_restore in {"none", "first-step", "rest-of-run"}
    assert found.step_epoch in {"deprecated", "documented", "error", "metric"}
    assert found.add_param_group in {"error-next-step", "error-late", "silent"}
    assert set(found.unit_arguments.values()) <= {
        *("period", "milestones", "horizon", "patience"),
        *("epochs", "steps_per_epoch"),
    }
    # A constructor that changes nothing cannot break a restored run, and one that does always breaks a step of it.
    assert (found.writes_lr_on_build == "never") == (found.rebuilt_after_restore == "none")
    assert bool(found.neutral_arguments) <= (found.writes_lr_on_build == "conditional")
    assert (found.step_epoch == "metric") == (found.step_parameter == "metrics")
    assert (found.step_epoch == "error") == (found.step_parameter is None)


def where(field: str, value: object) -> set[str]:
    return {name for name in SCHEDULERS if getattr(scheduler(name), field) == value}


def test_the_facts_that_rules_stand_on() -> None:
    """Which scheduler does what, as the pages of the rules tell it; the values themselves are measured elsewhere."""
    assert where("writes_lr_on_build", "conditional") == {"ConstantLR", "LinearLR", "ChainedScheduler"}
    assert where("writes_lr_on_build", "always") == {
        *("LambdaLR", "OneCycleLR", "CyclicLR", "CosineAnnealingWarmRestarts", "SequentialLR"),
    }
    assert where("rebuilt_after_restore", "first-step") == {
        *("LambdaLR", "OneCycleLR", "CyclicLR", "CosineAnnealingWarmRestarts"),
    }
    assert where("needs_position", False) == {"ExponentialLR", "MultiplicativeLR"}
    assert where("ignores_base_lr", True) == where("natural_unit", "iteration") == {"OneCycleLR", "CyclicLR"}
    assert where("step_epoch", "documented") == {"CosineAnnealingWarmRestarts"}
    assert where("step_epoch", "error") == CONTAINERS
    assert where("step_epoch", "metric") == {"ReduceLROnPlateau"}
    assert where("neutral_arguments", {"factor": 1.0}) == {"ConstantLR"}
    assert where("neutral_arguments", {"start_factor": 1.0}) == {"LinearLR"}
    assert {name for name in SCHEDULERS if len(scheduler(name).state_excludes) > 1} == {
        *("LambdaLR", "MultiplicativeLR", "CyclicLR"),
    }
