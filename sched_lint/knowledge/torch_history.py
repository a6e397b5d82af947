"""The constructors of torch's schedulers and optimizers over the releases, kept by hand and read by the generator.

Each class has its signatures, without self, by the release that brought them. The last one is compared with the
installed torch by the generator, the older ones were read in `torch/optim/*.py` of the releases named by `SOURCES`. No
signature changed after 2.9: that of 2.13.0 is the same, so the releases between have it too. A default written
`required` is none: torch 1.13 to 2.1 raised for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

SOURCES: Final[Mapping[str, str]] = {
    release: f"https://github.com/pytorch/pytorch/tree/v{tag}/torch/optim"
    for release, tag in {
        "1.13": "1.13.0",
        "2.0": "2.0.0",
        "2.1": "2.1.2",
        "2.2": "2.2.2",
        "2.3": "2.3.0",
        "2.4": "2.4.0",
        "2.5": "2.5.1",
        "2.6": "2.6.0",
        "2.7": "2.7.1",
        "2.8": "2.8.0",
        "2.9": "2.9.1",
        "2.13": "2.13.0",
    }.items()
}
"""Where the signatures of a release were read."""

# Written a class a block, a release a line: easier to compare than the shape a formatter would give it.
SIGNATURES: Final[Mapping[str, Mapping[str, str]]] = {
    "LRScheduler": {
        "2.0": "(optimizer, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, last_epoch=-1)",
    },
    "_LRScheduler": {
        "1.13": "(optimizer, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, last_epoch=-1)",
    },
    "Optimizer": {
        "1.13": "(params, defaults)",
    },
    "LambdaLR": {
        "1.13": "(optimizer, lr_lambda, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, lr_lambda, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, lr_lambda, last_epoch=-1)",
    },
    "MultiplicativeLR": {
        "1.13": "(optimizer, lr_lambda, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, lr_lambda, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, lr_lambda, last_epoch=-1)",
    },
    "StepLR": {
        "1.13": "(optimizer, step_size, gamma=0.1, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, step_size, gamma=0.1, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, step_size, gamma=0.1, last_epoch=-1)",
    },
    "MultiStepLR": {
        "1.13": "(optimizer, milestones, gamma=0.1, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, milestones, gamma=0.1, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, milestones, gamma=0.1, last_epoch=-1)",
    },
    "ConstantLR": {
        "1.13": "(optimizer, factor=0.3333333333333333, total_iters=5, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, factor=0.3333333333333333, total_iters=5, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, factor=0.3333333333333333, total_iters=5, last_epoch=-1)",
    },
    "LinearLR": {
        "1.13": ("(optimizer, start_factor=0.3333333333333333, end_factor=1.0, total_iters=5, last_epoch=-1, verbose=False)"),
        "2.2": (
            '(optimizer, start_factor=0.3333333333333333, end_factor=1.0, total_iters=5, last_epoch=-1, verbose="deprecated")'
        ),
        "2.7": "(optimizer, start_factor=0.3333333333333333, end_factor=1.0, total_iters=5, last_epoch=-1)",
    },
    "ExponentialLR": {
        "1.13": "(optimizer, gamma, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, gamma, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, gamma, last_epoch=-1)",
    },
    "PolynomialLR": {
        "1.13": "(optimizer, total_iters=5, power=1.0, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, total_iters=5, power=1.0, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, total_iters=5, power=1.0, last_epoch=-1)",
    },
    "CosineAnnealingLR": {
        "1.13": "(optimizer, T_max, eta_min=0, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, T_max, eta_min=0, last_epoch=-1, verbose="deprecated")',
        "2.5": '(optimizer, T_max, eta_min=0.0, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, T_max, eta_min=0.0, last_epoch=-1)",
    },
    "CosineAnnealingWarmRestarts": {
        "1.13": "(optimizer, T_0, T_mult=1, eta_min=0, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, T_0, T_mult=1, eta_min=0, last_epoch=-1, verbose="deprecated")',
        "2.5": '(optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1)",
    },
    "OneCycleLR": {
        "1.13": (
            "(optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, "
            'anneal_strategy="cos", cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, '
            "final_div_factor=10000.0, three_phase=False, last_epoch=-1, verbose=False)"
        ),
        "2.2": (
            "(optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, "
            'anneal_strategy="cos", cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, '
            'final_div_factor=10000.0, three_phase=False, last_epoch=-1, verbose="deprecated")'
        ),
        "2.7": (
            "(optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, "
            'anneal_strategy="cos", cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, '
            "final_div_factor=10000.0, three_phase=False, last_epoch=-1)"
        ),
    },
    "CyclicLR": {
        "1.13": (
            '(optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode="triangular", gamma=1.0, '
            'scale_fn=None, scale_mode="cycle", cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, '
            "last_epoch=-1, verbose=False)"
        ),
        "2.2": (
            '(optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode="triangular", gamma=1.0, '
            'scale_fn=None, scale_mode="cycle", cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, '
            'last_epoch=-1, verbose="deprecated")'
        ),
        "2.7": (
            '(optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode="triangular", gamma=1.0, '
            'scale_fn=None, scale_mode="cycle", cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, '
            "last_epoch=-1)"
        ),
    },
    "ReduceLROnPlateau": {
        "1.13": (
            '(optimizer, mode="min", factor=0.1, patience=10, threshold=0.0001, threshold_mode="rel", cooldown=0, '
            "min_lr=0, eps=1e-08, verbose=False)"
        ),
        "2.2": (
            '(optimizer, mode="min", factor=0.1, patience=10, threshold=0.0001, threshold_mode="rel", cooldown=0, '
            'min_lr=0, eps=1e-08, verbose="deprecated")'
        ),
        "2.7": (
            '(optimizer, mode="min", factor=0.1, patience=10, threshold=0.0001, threshold_mode="rel", cooldown=0, '
            "min_lr=0, eps=1e-08)"
        ),
    },
    "SequentialLR": {
        "1.13": "(optimizer, schedulers, milestones, last_epoch=-1, verbose=False)",
        "2.2": '(optimizer, schedulers, milestones, last_epoch=-1, verbose="deprecated")',
        "2.7": "(optimizer, schedulers, milestones, last_epoch=-1)",
    },
    "ChainedScheduler": {
        "1.13": "(schedulers)",
        "2.4": "(schedulers, optimizer=None)",
    },
    "SWALR": {
        "1.13": '(optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1)',
    },
    "ASGD": {
        "1.13": ("(params, lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0, foreach=None, maximize=False)"),
        "2.0": (
            "(params, lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0, foreach=None, "
            "maximize=False, differentiable=False)"
        ),
        "2.2": (
            "(params, lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0, foreach=None, "
            "maximize=False, differentiable=False, capturable=False)"
        ),
    },
    "Adadelta": {
        "1.13": "(params, lr=1.0, rho=0.9, eps=1e-06, weight_decay=0, foreach=None, *, maximize=False)",
        "2.0": ("(params, lr=1.0, rho=0.9, eps=1e-06, weight_decay=0, foreach=None, *, maximize=False, differentiable=False)"),
        "2.4": (
            "(params, lr=1.0, rho=0.9, eps=1e-06, weight_decay=0, foreach=None, *, capturable=False, "
            "maximize=False, differentiable=False)"
        ),
    },
    "Adafactor": {
        "2.5": (
            "(params, lr=0.01, beta2_decay=-0.8, eps=(None, 0.001), d=1.0, weight_decay=0.0, *, foreach=None, maximize=False)"
        ),
    },
    "Adagrad": {
        "1.13": (
            "(params, lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, "
            "*, maximize=False)"
        ),
        "2.0": (
            "(params, lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, "
            "*, maximize=False, differentiable=False)"
        ),
        "2.4": (
            "(params, lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, "
            "*, maximize=False, differentiable=False, fused=None)"
        ),
    },
    "Adam": {
        "1.13": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, amsgrad=False, *, foreach=None, "
            "maximize=False, capturable=False, differentiable=False, fused=False)"
        ),
        "2.0": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, amsgrad=False, *, foreach=None, "
            "maximize=False, capturable=False, differentiable=False, fused=None)"
        ),
        "2.7": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, amsgrad=False, *, foreach=None, "
            "maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False)"
        ),
    },
    "AdamW": {
        "1.13": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01, amsgrad=False, *, "
            "maximize=False, foreach=None, capturable=False)"
        ),
        "2.0": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01, amsgrad=False, *, "
            "maximize=False, foreach=None, capturable=False, differentiable=False, fused=None)"
        ),
    },
    "Adamax": {
        "1.13": "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, foreach=None, *, maximize=False)",
        "2.0": (
            "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, foreach=None, *, maximize=False, "
            "differentiable=False)"
        ),
        "2.3": (
            "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, foreach=None, *, maximize=False, "
            "differentiable=False, capturable=False)"
        ),
    },
    "LBFGS": {
        "1.13": (
            "(params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-07, tolerance_change=1e-09, "
            "history_size=100, line_search_fn=None)"
        ),
    },
    "Muon": {
        "2.9": (
            "(params, lr=0.001, weight_decay=0.1, momentum=0.95, nesterov=True, ns_coefficients=(3.4445, -4.775, "
            "2.0315), eps=1e-07, ns_steps=5, adjust_lr_fn=None)"
        ),
    },
    "NAdam": {
        "1.13": "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004, foreach=None)",
        "2.0": (
            "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004, *, "
            "foreach=None, differentiable=False)"
        ),
        "2.1": (
            "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004, "
            "decoupled_weight_decay=False, *, foreach=None, capturable=False, differentiable=False)"
        ),
        "2.4": (
            "(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004, "
            "decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False, "
            "differentiable=False)"
        ),
    },
    "RAdam": {
        "1.13": "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, foreach=None)",
        "2.0": ("(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, *, foreach=None, differentiable=False)"),
        "2.2": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, decoupled_weight_decay=False, *, "
            "foreach=None, differentiable=False)"
        ),
        "2.3": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, decoupled_weight_decay=False, *, "
            "foreach=None, capturable=False, differentiable=False)"
        ),
        "2.4": (
            "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, decoupled_weight_decay=False, *, "
            "foreach=None, maximize=False, capturable=False, differentiable=False)"
        ),
    },
    "RMSprop": {
        "1.13": (
            "(params, lr=0.01, alpha=0.99, eps=1e-08, weight_decay=0, momentum=0, centered=False, foreach=None, "
            "maximize=False, differentiable=False)"
        ),
        "2.4": (
            "(params, lr=0.01, alpha=0.99, eps=1e-08, weight_decay=0, momentum=0, centered=False, "
            "capturable=False, foreach=None, maximize=False, differentiable=False)"
        ),
    },
    "Rprop": {
        "1.13": "(params, lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50), foreach=None, maximize=False)",
        "2.0": (
            "(params, lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50), *, foreach=None, maximize=False, differentiable=False)"
        ),
        "2.4": (
            "(params, lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50), *, capturable=False, foreach=None, "
            "maximize=False, differentiable=False)"
        ),
    },
    "SGD": {
        "1.13": (
            "(params, lr=required, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, "
            "foreach=None, differentiable=False)"
        ),
        "2.2": (
            "(params, lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, "
            "foreach=None, differentiable=False)"
        ),
        "2.3": (
            "(params, lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, "
            "foreach=None, differentiable=False, fused=None)"
        ),
    },
    "SparseAdam": {
        "1.13": "(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, maximize=False)",
    },
}


class Change(NamedTuple):
    """A change of behaviour that no signature shows: the release, what changed, and where that is said."""

    release: str
    classes: tuple[str, ...]
    what: str
    source: str


CHANGES: Final[tuple[Change, ...]] = (
    Change(
        "2.0",
        ("LRScheduler", "_LRScheduler"),
        "_LRScheduler is called LRScheduler; the old name is a subclass of it, no built-in scheduler an instance",
        "https://github.com/pytorch/pytorch/blob/v2.0.0/torch/optim/lr_scheduler.py",
    ),
    Change(
        "2.2",
        ("ReduceLROnPlateau",),
        "ReduceLROnPlateau derives from LRScheduler",
        "https://github.com/pytorch/pytorch/blob/v2.2.2/torch/optim/lr_scheduler.py",
    ),
    Change(
        "2.3",
        ("CyclicLR",),
        "cycle_momentum works with optimizers that have betas instead of a momentum",
        "https://github.com/pytorch/pytorch/blob/v2.3.0/torch/optim/lr_scheduler.py",
    ),
)
