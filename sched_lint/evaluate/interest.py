"""Which functions are worth entering: those that can have to do with training, found by their words, not by running them.

A function's text is looked for the words of training; failing that, for calls of functions of the project that have them.
"""

from __future__ import annotations

import os
import re

import libcst as cst

from sched_lint.evaluate.values import Class, External, Function, Partial
from sched_lint.project.imports import Project
from sched_lint.project.modules import Module
from sched_lint.project.relevant import Roots
from sched_lint.project.trees import walk
from sched_lint.quantities import Value

TRAINING = (
    "optim", "sched", "state_dict", "loader", "Loader", "epoch", "learning_rate", "torch.save", "torch.load", "argparse",
    "parse_args", "add_argument", "warmup", "milestones", "gamma", "checkpoint", "ckpt", "resume", "backward", "trainer",
)  # fmt: skip
"""Words of training, wherever they stand ..."""
SHORT_WORDS = re.compile(r"lr(?<!\wlr)\b|\.step\b|fit(?<!\wfit)\b|\.train\(\w|yield(?<!\wyield)\b")
"""... and those that are part of others as well."""
OBJECTS = re.compile(r"optim|sched|LR\b|\.step\b", re.IGNORECASE)
BUILT = re.compile(r"(?:LR|WarmRestarts|OnPlateau)\(")
CALLED = re.compile(r"\b(?<!def )(?<!class )(\w+)[ \t]*\(")
HANDED_ON = re.compile(r"(?:return|[:=,(\[])[ \t]+([A-Z]\w*)\b(?![ \t]*[(.\[])")
"""A class that is not built: given back, or chosen from a table, it is built by others."""
INHERITED = re.compile(r"^class[ \t]+\w+[ \t]*\(([^)]*)\)")
NAMES = re.compile(r"\w+")
INIT = "__init__"
SHORT = 700
"""Characters up to which a function is entered whatever it says: it costs little and may just hand values on."""

TESTS = re.compile(r"(?:test_.*|.*_test|conftest)\.py")


def tests_other_things(module: Module, project: Project) -> bool:
    """Does a module hold tests of other things than schedulers? Each of them may train, and none as a run does.

    By the names that pytest looks for.
    """
    return TESTS.fullmatch(os.path.basename(module.name)) is not None and not project.speaks(module)


class Interest:
    """Remembers, for one project, which functions can have to do with training."""

    def __init__(self, roots: Roots) -> None:
        self._leading = roots.leading
        self._by_name: dict[str, list[str]] = {}
        self._hot: dict[str, bool] = {}
        self._says_training: dict[int, bool] = {}  # by the id of a node, which `_nodes` keeps where no module does
        self._nodes: list[cst.CSTNode] = []
        self._cold: dict[int, bool] = {}  # by the id of a node; the modules keep their nodes alive
        for module in roots.modules:
            for name, text in module.definitions:
                self._by_name.setdefault(name, []).append(text)

    def is_cold(self, function: Function) -> bool:
        """Is a function long, and without any word of training in it or in what it calls?"""
        node = function.node
        known = self._cold.get(id(node))
        if known is None:
            text = function.env.module.text_of(node) if isinstance(node, cst.FunctionDef) else None
            long = text is not None and len(text) > SHORT
            known = self._cold[id(node)] = long and not self.may_train(function) and not self._inherits_training(function)
        return known

    def _inherits_training(self, function: Function) -> bool:
        """Is it a constructor, and one of those that it may call in turn has to do with training?"""
        if function.name != INIT or function.owner is None:
            return False
        inherited = [cls.names[INIT] for cls in function.owner.order[1:] if INIT in cls.names]
        return any(not isinstance(init, Function) or self.may_train(init) for init in inherited)

    def may_train(self, value: Value) -> bool:
        """Can calling a value have to do with training, by the words of what it is made of?"""
        if isinstance(value, Partial):
            return any(self.may_train(part) for part in (value.function, *value.args.all()))
        if isinstance(value, External):
            return OBJECTS.search(value.name) is not None
        if isinstance(value, Class):
            return any(self._says(cls.node, cls.env.module) for cls in value.order)
        return isinstance(value, Function) and self._says(value.node, value.env.module)

    def _says(self, node: cst.FunctionDef | cst.ClassDef | cst.Lambda, module: Module) -> bool:
        known = self._says_training.get(id(node))
        if known is None:
            text = None if isinstance(node, cst.Lambda) else module.text_of(node)
            if text is None:  # it stands inside a function
                text = " ".join([f".{each.value}(" for each in walk(node) if type(each) is cst.Name])
                self._nodes.append(node)
            known = self._says_training[id(node)] = self._is_hot(text)
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
        called = self._called_by(text)
        return called is None or any(map(self._named_hot, called))

    def _called_by(self, text: str) -> set[str] | None:
        """The names of the project's functions and classes that a text calls; None where it speaks of training itself."""
        if any(map(text.__contains__, TRAINING)) or SHORT_WORDS.search(text):
            return None
        called = {*CALLED.findall(text), *HANDED_ON.findall(text)}
        inherited = INHERITED.match(text)
        if inherited is not None:
            called.update(NAMES.findall(inherited[1]))
        return {name for name in called if name != INIT and name in self._by_name}

    def _named_hot(self, name: str) -> bool:
        """Does anything of that name speak of training, or what it calls, and so on?"""
        known = self._hot.get(name)
        if known is None:
            seen = {name}
            waiting = [name]
            while waiting and not known:
                called = self._called_by_name(waiting.pop())
                if called is None or any(map(self._hot.get, called)):
                    known = True
                else:
                    more = {each for each in called - seen if each not in self._hot}
                    seen |= more
                    waiting += more
            # Where nothing was found, nothing is to be found from any of those that were looked at.
            self._hot.update({name: True} if known else dict.fromkeys(seen, False))
        return bool(known)

    def _called_by_name(self, name: str) -> set[str] | None:
        found: set[str] = set()
        for text in self._by_name[name]:
            called = self._called_by(text)
            if called is None:
                return None
            found |= called
        return found
