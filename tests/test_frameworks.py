"""The data on libraries around torch is well-formed and answers for the usual spellings."""

from __future__ import annotations

import pytest

from sched_lint.knowledge import frameworks, torch_api
from sched_lint.knowledge.optimizers import OPTIMIZERS


@pytest.mark.parametrize("name", frameworks.FACTORIES)
def test_factories_build_schedulers_of_torch(name: str) -> None:
    factory = frameworks.FACTORIES[name]
    parameters = [parameter.name for parameter in factory.parameters]
    assert name.endswith(f".{factory.name}")
    assert torch_api.scheduler(factory.returns) is not None
    assert "optimizer" in parameters
    assert len(set(parameters)) == len(parameters)
    built = torch_api.scheduler(factory.returns)
    assert built is not None
    known = {*parameters, *(p.name for p in built.parameters)} if factory.open else set(parameters)
    assert set(factory.unit_arguments) <= known
    assert set(factory.unit_arguments.values()) <= {"horizon", "warmup", "period", "patience"}
    defaults = [parameter.has_default for parameter in factory.parameters]
    assert defaults == sorted(defaults)


def test_get_scheduler_differs_between_transformers_and_diffusers() -> None:
    first = frameworks.scheduler_factory("transformers.get_scheduler")
    second = frameworks.scheduler_factory("diffusers.optimization.get_scheduler")
    assert first is not None
    assert second is not None
    assert [parameter.name for parameter in first.parameters][:4] == [
        *("name", "optimizer", "num_warmup_steps", "num_training_steps"),
    ]
    assert [parameter.name for parameter in second.parameters][:4] == [
        *("name", "optimizer", "step_rules", "num_warmup_steps"),
    ]
    assert first.unit_arguments == {"num_warmup_steps": "warmup", "num_training_steps": "horizon"}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimizers_are_not_those_of_torch(name: str) -> None:
    assert torch_api.at_path(name) is None
    assert frameworks.is_optimizer(name)
    assert not OPTIMIZERS[name].parameters[0].has_default


@pytest.mark.parametrize(
    "name",
    [
        *("transformers.AdamW", "transformers.optimization.Adafactor", "apex.optimizers.FusedAdam"),
        *("bitsandbytes.optim.AdamW8bit", "lion_pytorch.Lion", "deepspeed.ops.adam.DeepSpeedCPUAdam"),
        *("timm.optim.create_optimizer_v2", "torch_optimizer.RAdam", "torch.distributed.optim.ZeroRedundancyOptimizer"),
    ],
)
def test_usual_optimizers_are_known(name: str) -> None:
    assert frameworks.is_optimizer(name)


@pytest.mark.parametrize("name", ["torch.optim.Adam", "mylib.AdamW", "timm.optim.Lookahead", "timm.scheduler.StepLRScheduler"])
def test_other_names_are_no_third_party_optimizers(name: str) -> None:
    assert not frameworks.is_optimizer(name)


def test_learning_rates_of_third_party_optimizers() -> None:
    def lr(name: str) -> torch_api.Parameter:
        return next(p for p in OPTIMIZERS[name].parameters if p.name == "lr")

    assert lr("lion_pytorch.Lion").default == 1e-4
    assert not lr("apex.optimizers.FusedSGD").has_default
    assert lr("transformers.Adafactor").default is None
    assert lr("timm.optim.Muon").default is torch_api.OPAQUE


@pytest.mark.parametrize("name", frameworks.HAND_BACKS)
def test_hand_backs_are_of_one_kind(name: str) -> None:
    handed = frameworks.HAND_BACKS[name]
    assert handed.variadic != bool(handed.arguments)
    assert not handed.single or len(handed.arguments) == 1
    assert not (handed.single and handed.drops_missing)
    assert not frameworks.is_optimizer(name)
    assert frameworks.steps_optimizer(name) is None


def test_usual_hand_backs() -> None:
    ddp = frameworks.hands_back("torch.nn.parallel.DistributedDataParallel")
    assert ddp == frameworks.HandBack(((0, "module"),), single=True)
    amp = frameworks.hands_back("apex.amp.initialize")
    assert amp == frameworks.HandBack(((0, "models"), (1, "optimizers")), drops_missing=True)
    prepare = frameworks.hands_back_method("accelerate.Accelerator", "prepare")
    assert prepare == frameworks.HandBack(variadic=True)
    deepspeed = frameworks.hands_back("deepspeed.initialize")
    assert deepspeed is not None
    assert [keyword for _, keyword in deepspeed.arguments] == ["model", "optimizer", "training_data", "lr_scheduler"]
    assert frameworks.hands_back_method("accelerate.Accelerator", "backward") is None


def test_steps_and_harmless_calls() -> None:
    assert frameworks.steps_optimizer("torch_xla.core.xla_model.optimizer_step") == (0, "optimizer")
    assert frameworks.steps_optimizer("torch.cuda.amp.GradScaler.step") == (0, "optimizer")
    assert frameworks.steps_optimizer("torch.cuda.amp.GradScaler.update") is None
    assert frameworks.is_harmless("torch.amp.GradScaler.unscale_")
    assert frameworks.is_harmless("horovod.torch.broadcast_optimizer_state")
    assert not frameworks.is_harmless("horovod.torch.DistributedOptimizer")
