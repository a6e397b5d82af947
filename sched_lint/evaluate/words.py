"""What names say: epochs, iterations, folds. Evidence only, never proof."""

from __future__ import annotations

import re
from collections.abc import Iterable

TOKEN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")

EPOCH = frozenset({"epoch", "epochs", "ep", "eps", "epo", "nepoch", "nepochs", "maxepoch", "maxepochs", "numepochs", "nepo"})
ITERATION = frozenset(
    {
        "iter",
        "iters",
        "iteration",
        "iterations",
        "itr",
        "itrs",
        "niter",
        "maxiter",
        "maxiters",
        "batches",
        "updates",
        "niters",
    }
)
STEPS = frozenset({"steps"})
TOTALS = frozenset(
    {
        "max",
        "total",
        "num",
        "n",
        "train",
        "training",
        "warmup",
        "global",
        "update",
        "optimizer",
        "optimization",
        "tot",
        "t",
    }
)
COUNTED = frozenset({"num", "n", "total", "max", "global", "current", "cur", "nb", "tot"})
FOLD = frozenset(
    {"fold", "folds", "seed", "seeds", "trial", "trials", "run", "runs", "task", "tasks", "stage", "stages", "repeat", "repeats",
     "round", "rounds", "split", "splits", "experiment", "experiments", "cycle", "cycles", "session", "sessions", "phase",
     "phases",
     "client", "clients", "generation", "restart", "restarts", "config", "configs", "exp", "replica", "rep", "lr", "lrs"}
)  # fmt: skip
BATCH = frozenset({"batch", "batches", "minibatch", "batchs", "data", "inputs", "images", "img", "imgs", "sample", "samples"})


def tokens(name: str) -> list[str]:
    """The words of an identifier, in lower case: `maxEpochs` and `max_epochs` give max, epochs."""
    return [token.lower() for token in TOKEN.findall(name)]


def says_epochs(names: Iterable[str]) -> bool:
    """Do the names speak of epochs (and not of something per epoch)?"""
    return any(_epochs(name) for name in names)


def _epochs(name: str) -> bool:
    for part in _parts(name):
        words = tokens(part)
        if EPOCH & set(words) and not ("per" in words or (ITERATION | STEPS) & set(words)):
            return True
    return False


def says_iterations(names: Iterable[str]) -> bool:
    """Do the names speak of iterations, steps or updates in number?"""
    return any(_iterations(name) for name in names)


def says_only_steps(names: Iterable[str]) -> bool:
    """Do the names speak of iterations by the word "steps" alone, as in `warmup_steps`: people call epochs so too."""
    for name in names:
        for part in _parts(name):
            words = set(tokens(part))
            if _iterations(part) and (words & ITERATION or words & {"total", "max", "training", "train", "per", "global"}):
                return False
    return True


def _iterations(name: str) -> bool:
    for part in _parts(name):
        words = tokens(part)
        found = set(words)
        if ITERATION & found and not {"size"} & found:
            return True
        if ("step" in found or STEPS & found) and COUNTED & found and "lr" not in found:
            return True
        if STEPS & found and TOTALS & found and "lr" not in found and "decay" not in found:
            return True
        if EPOCH & found and "per" in found and (STEPS & found or ITERATION & found or "step" in found or BATCH & found):
            return True
    return False


def _parts(name: str) -> list[str]:
    # `cfg.TRAIN.EPOCHS` speaks of epochs by its last component; `args.epoch_cfg.size` does not.
    return [piece.rpartition(".")[2] for piece in re.split(r"[^\w.]+", name) if piece]


def says_other(names: Iterable[str]) -> bool:
    """Do the names speak of folds, trials, seeds: repetitions of the whole training?"""
    return any(FOLD & set(tokens(part)) for name in names for part in _parts(name))
