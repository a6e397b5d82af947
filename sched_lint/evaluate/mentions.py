"""Where a project's names are used, found in the text: what nobody mentions is where programs start."""

from __future__ import annotations

import re

import libcst as cst

from sched_lint.project.clauses import is_of_word
from sched_lint.project.modules import Module

DEFINING = re.compile(r"(?<!\w)(?:def|class)\s+\Z")
ATTRIBUTES = re.compile(r"\.(\w+)")


class Mentions:
    """Where names are used: in their own module beside the definition, elsewhere by an import or as an attribute."""

    def __init__(self, modules: list[Module]) -> None:
        self._abroad: dict[str, list[Module]] = {}
        self._known: dict[tuple[str, str], bool] = {}
        for module in modules:
            imported = (word.decode("utf-8", "replace") for each in module.imports if each.home for word in each.words)
            for word in {*imported, *ATTRIBUTES.findall(module.text)}:
                self._abroad.setdefault(word, []).append(module)

    def agree(self, mentioned: bool, home: Module, node: cst.FunctionDef | cst.ClassDef) -> bool:
        """Is the definition mentioned, or not, as wanted?"""
        return self.of(node.name.value, home) is mentioned

    def of(self, name: str, home: Module) -> bool:
        """Does any module use the name that `home` defines?"""
        known = self._known.get((name, home.name))
        if known is None:
            abroad = any(module is not home for module in self._abroad.get(name, ()))
            known = self._known[name, home.name] = abroad or _is_mentioned(name, home.text)
        return known


def _is_mentioned(name: str, text: str) -> bool:
    """Does a name stand anywhere but where it is defined?"""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        before = text[max(place - 50, 0) : place]
        if not is_of_word(before[-1:]) and not is_of_word(text[end : end + 1]) and DEFINING.search(before) is None:
            return True
        place = text.find(name, end)
    return False
