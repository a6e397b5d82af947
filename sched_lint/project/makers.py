"""What a scheduler can be made with, found by its looks: torch's classes, and what is named for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sched_lint.project.clauses import WORD, is_of_word
from sched_lint.project.modules import parameters_in
from sched_lint.sources.relevance import CLASS_ENDS, CLASS_WORDS

CLASSES = "|".join(word.decode() for word in CLASS_WORDS)
USED = "step|state_dict|load_state_dict|get_last_lr|get_lr|last_epoch|optimizers?|base_lrs"
MAKES = re.compile(
    rf"\b\w*(?:LRScheduler|{CLASSES})\w*"
    rf"|\b\w*(?i:lr_?sched)\w*(?=\s*[(\[]|\.(?!(?:{USED})\b)\w)"
    r"|\boptim\.lr_sched\w*|^[ \t]*(?:from|import)\b[^\n]*?(?i:lr_?sched)\w*",
    re.MULTILINE,
)
"""What a scheduler can be made with: torch's module and classes; not one that is stepped, or a setting named for it ..."""
SOMETHING = re.compile(r"(sched\w*)\s*[(\[]", re.IGNORECASE)
"""... or a function or class named for it, a table of them. Jobs and noise have schedulers too, but no optimizer.

What the project itself defines under such a name is judged by what that is made of.
"""
CLASS = re.compile(CLASS_ENDS)
NAMED = re.compile(r"lr_?sched", re.IGNORECASE)
"""Of these every match of `MAKES` holds one; to look for them alone takes a fraction of the time (see `sources.relevance`)."""
FURTHEST = 200
"""Characters of the lines after a name that are looked at for what is done with it."""
TURNED_OVER = re.compile(r"for(?<!\wfor)\b([^\n:=(]{1,200}?)\bin\b")


def makes(text: str, trains: bool, own: frozenset[str]) -> bool:
    """Can a scheduler be made there?

    Args:
        trains: the module around it speaks of optimizers.
        own: what the project itself defines of the names at hand.
    """
    if not own.issuperset(_makers_in(text)):
        return True
    return trains and may_hold("sched", text) and _calls_a_maker(text, own)


def may_make(text: str) -> bool:
    """Is it worth looking closer?"""
    return may_hold("sched", text) or CLASS.search(text) is not None


def may_hold(word: str, text: str) -> bool:
    """Can an expression that holds a word in upper or lower case match? Beyond ASCII other letters count as the same."""
    return not text.isascii() or word in text.lower()


def _makers_in(text: str) -> Iterator[str]:
    """What `MAKES` finds: it is searched for on the lines that hold what every match of it does."""
    places = [match.span() for match in CLASS.finditer(text)]
    if may_hold("sched", text):
        places = sorted([*places, *(match.span() for match in NAMED.finditer(text))])
    end = 0
    for first, last in places:
        if first < end:
            continue
        start = text.rfind("\n", 0, first) + 1
        end = text.find("\n", last)
        end = len(text) if end < 0 else end
        for match in MAKES.finditer(text, start, end + FURTHEST):
            if match.start() > end:
                break
            yield match.group()


def _calls_a_maker(text: str, own: frozenset[str]) -> bool:
    """Is something called, or looked up in, that is named for schedulers, and that is neither given to it nor looped over?"""
    called = {_whole_word(text, match) for match in SOMETHING.finditer(text)} - own
    if not called:
        return False
    given = parameters_in(text)
    given.update(name for names in TURNED_OVER.findall(text) for name in WORD.findall(names))
    return not called <= given


def _whole_word(text: str, match: re.Match[str]) -> str:
    """The word whose end was found."""
    start = match.start()
    while start > 0 and is_of_word(text[start - 1]):
        start -= 1
    return text[start : match.end(1)]
