"""Which functions are worth entering: those that can have to do with training, found by their words, not by running them.

A function's text is looked for the words of training; failing that, for calls of functions of the project that have them.
"""

from __future__ import annotations

import re

import libcst as cst

from sched_lint.evaluate.values import Function
from sched_lint.project.modules import Module
from sched_lint.project.relevant import Roots

TRAINING = (
    "optim", "sched", "state_dict", "loader", "Loader", "epoch", "learning_rate", "torch.save", "torch.load", "argparse",
    "parse_args", "add_argument", "warmup", "milestones", "gamma", "checkpoint", "ckpt", "resume", "backward", "trainer",
)  # fmt: skip
"""Words of training, wherever they stand ..."""
SHORT_WORDS = re.compile(r"lr(?<!\wlr)\b|\.step\b|fit(?<!\wfit)\b|\.train\(\w|yield(?<!\wyield)\b")
"""... and those that are part of others as well."""
OBJECTS = re.compile(r"optim|sched|LR\b|\.step\b", re.IGNORECASE)
BUILT = re.compile(r"(?:LR|WarmRestarts|OnPlateau)\(")
CALLED = re.compile(r"\b(\w+)[ \t]*\(")
SHORT = 700
"""Characters up to which a function is entered whatever it says: it costs little and may just hand values on."""


class Interest:
    """Remembers, for one project, which functions can have to do with training."""

    def __init__(self, roots: Roots) -> None:
        self._leading = roots.leading
        self._by_name: dict[str, list[str]] = {}
        self._hot: dict[str, bool] = {}
        self._cold: dict[int, bool] = {}  # by the id of a node; the modules keep their nodes alive
        for module in roots.modules:
            for name, text in module.definitions:
                self._by_name.setdefault(name, []).append(text)

    def is_cold(self, node: cst.FunctionDef, module: Module) -> bool:
        """Is the function long, and without any word of training in it or in what it calls?"""
        known = self._cold.get(id(node))
        if known is None:
            text = module.text_of(node)
            known = self._cold[id(node)] = text is not None and len(text) > SHORT and not self._is_hot(text)
        return known

    def leads(self, name: str, module: Module) -> bool:
        """Can a function or class of a module lead to a scheduler's making?"""
        return name in self._leading.get(module.name, ())

    def is_whole_run(self, node: cst.FunctionDef, module: Module) -> bool:
        """Does a function build a scheduler and turn over epochs?"""
        text = module.text_of(node)
        return text is not None and bool(BUILT.search(text)) and "for " in text

    def is_aside(self, function: Function) -> bool:
        """Is a decorator long and without any word of optimizers and schedulers: documentation, caching, deprecation?"""
        node = function.node
        text = function.env.module.text_of(node) if isinstance(node, cst.FunctionDef) else None
        if text is None or len(text) <= SHORT or self.leads(function.name, function.env.module):
            return False
        return OBJECTS.search(text) is None

    def _is_hot(self, text: str) -> bool:
        if any(map(text.__contains__, TRAINING)) or SHORT_WORDS.search(text):
            return True
        return any(self._named_hot(name) for name in set(CALLED.findall(text)))

    def _named_hot(self, name: str) -> bool:
        known = self._hot.get(name)
        if known is None:
            self._hot[name] = False  # cuts cycles; a cycle without any word of training is cold
            known = self._hot[name] = any(self._is_hot(text) for text in self._by_name.get(name, ()))
        return known
