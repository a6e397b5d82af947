"""Which functions are worth entering: those that can have to do with training, found by their words, not by running them.

A function's text is looked for the words of training; failing that, for calls of functions of the project that have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import libcst as cst

from sched_lint.project.modules import Module

TRAINING = re.compile(
    r"optim|sched|state_dict|[Ll]oader|epoch|\blr\b|learning_rate|torch\.(?:save|load)|argparse|parse_args|add_argument|"
    r"warmup|milestones|gamma|\.step\b|\bfit\b|checkpoint|ckpt|resume|\.train\(\w|backward|\byield\b|trainer"
)
DEFINITION = re.compile(r"^([ \t]*)(?:async[ \t]+def|def|class)[ \t]+(\w+)", re.MULTILINE)
OBJECTS = re.compile(r"optim|sched|LR\b|\.step\b", re.IGNORECASE)
BUILT = re.compile(r"\b\w*(?:LR|WarmRestarts|OnPlateau)\(")
MENTIONED = re.compile(r"[A-Za-z_]\w{2,}")
CALLED = re.compile(r"(\w+)[ \t]*\(")
SHORT = 700
"""Characters up to which a function is entered whatever it says: it costs little and may just hand values on."""


class Interest:
    """Remembers, for one project, which functions can have to do with training."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self._texts: dict[int, str] = {}
        self._done: set[str] = set()
        self._by_name: dict[str, list[str]] = {}
        self._hot: dict[str, bool] = {}
        self._cold: dict[int, bool] = {}  # by the id of a node; the modules keep their nodes alive
        self._leading: dict[str, bool] = {}
        for module in modules:
            for name, text in _segments(module.text):
                self._by_name.setdefault(name, []).append(text)

    def is_cold(self, node: cst.FunctionDef, module: Module) -> bool:
        """Is the function long, and without any word of training in it or in what it calls?"""
        known = self._cold.get(id(node))
        if known is None:
            text = self.text_of(node, module)
            known = self._cold[id(node)] = text is not None and len(text) > SHORT and not self._is_hot(text)
        return known

    def starts_training(self, node: cst.FunctionDef | cst.ClassDef, module: Module) -> bool:
        """Can a function or class that nobody uses lead to an optimizer or a scheduler?"""
        text = self.text_of(node, module)
        return text is None or self._leads(text)

    def is_whole_run(self, node: cst.FunctionDef, module: Module) -> bool:
        """Does a function build a scheduler and turn over epochs?"""
        text = self.text_of(node, module)
        return text is not None and bool(BUILT.search(text)) and "for " in text

    def _leads(self, text: str) -> bool:
        if OBJECTS.search(text):
            return True
        return any(self._name_leads(name) for name in set(MENTIONED.findall(text)))

    def _name_leads(self, name: str) -> bool:
        known = self._leading.get(name)
        if known is None:
            self._leading[name] = False
            known = self._leading[name] = any(self._leads(text) for text in self._by_name.get(name, ()))
        return known

    def text_of(self, node: cst.FunctionDef | cst.ClassDef, module: Module) -> str | None:
        """The source of a function; None where the text does not show it plainly."""
        if module.name not in self._done:
            self._done.add(module.name)
            nodes = list(_definitions(module.tree))
            segments = list(_segments(module.text))
            if [each.name.value for each in nodes] == [name for name, _ in segments]:
                for each, (_, text) in zip(nodes, segments, strict=True):
                    self._texts[id(each)] = text
        return self._texts.get(id(node))

    def _is_hot(self, text: str) -> bool:
        if TRAINING.search(text):
            return True
        return any(self._named_hot(name) for name in set(CALLED.findall(text)))

    def _named_hot(self, name: str) -> bool:
        known = self._hot.get(name)
        if known is None:
            self._hot[name] = False  # cuts cycles; a cycle without any word of training is cold
            known = self._hot[name] = any(self._is_hot(text) for text in self._by_name.get(name, ()))
        return known


def _segments(text: str) -> Iterator[tuple[str, str]]:
    """The definitions of a file in the order of their lines, each with its text up to where its indentation ends."""
    found = list(DEFINITION.finditer(text))
    for position, match in enumerate(found):
        indent = len(match.group(1).expandtabs())
        end = len(text)
        for later in found[position + 1 :]:
            if len(later.group(1).expandtabs()) <= indent:
                end = later.start()
                break
        yield match.group(2), text[match.start() : end]


def _definitions(node: cst.CSTNode) -> Iterator[cst.FunctionDef | cst.ClassDef]:
    """Functions and classes in the order of their lines, nested ones after their outer one."""
    if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
        yield node
    for block in _blocks(node):
        for statement in block.body:
            if not isinstance(statement, cst.SimpleStatementLine):
                yield from _definitions(statement)


def _blocks(node: cst.CSTNode) -> Iterator[cst.IndentedBlock | cst.Module]:
    if isinstance(node, (cst.Module, cst.IndentedBlock)):
        yield node
        return
    parts: list[cst.CSTNode | None] = [getattr(node, "body", None)]
    if isinstance(node, (cst.Try, cst.TryStar)):
        parts.extend(handler.body for handler in node.handlers)
    if isinstance(node, cst.Match):
        parts.extend(case.body for case in node.cases)
    orelse = getattr(node, "orelse", None)
    for part in parts:
        if isinstance(part, cst.IndentedBlock):
            yield part
    if isinstance(orelse, cst.If):
        yield from _blocks(orelse)
    elif orelse is not None and isinstance(orelse.body, cst.IndentedBlock):
        yield orelse.body
    final = getattr(node, "finalbody", None)
    if final is not None and isinstance(final.body, cst.IndentedBlock):
        yield final.body
