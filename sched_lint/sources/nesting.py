"""A guard in front of libcst's parser: source nested so deeply that it would exhaust the stack.

That parser is native code that recurses without a limit: some thousand nested brackets or operators end the whole process
with a segmentation fault, and fewer cost seconds. Python's own parser has limits and raises, so that it is asked first; but
as that takes time as well, only about texts whose looks allow for such depth.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path

from sched_lint.sources.reading import SourceError, decode

TOO_DEEP = "cannot be parsed: nested too deeply"
_LONG_LINE = 1000  # characters: more than a thousand levels need one line of such length ...
_MANY = 1000  # ... or as many lines that go on from the one before or into the next ...
_MANY_ELIF = 300  # ... or as many arms of one `if`, each of which nests in the one before
_STARTS = re.compile(r"\n *[.(\[{+\-*/%&|^~<>=]")
_ENDS = re.compile(r"""[.(\[{+\-*/%&|^~<>=\\'"]\n""")
_BOOLEANS = re.compile(r"\b(?:and|or)\b")
_END_WORDS = (" and\n", " or\n", " not\n", " else\n", " if\n")
_MANY_BOOLEANS = 4000  # operands of `and` and `or`: one flat list to Python's parser, a tower to libcst's
_SHORTEST_TOWER = _MANY_BOOLEANS * len("or 0")


def parseable_text(data: bytes, path: Path | str) -> str:
    """The text of a source file (see `reading.decode`).

    Raises:
        SourceError: where it cannot be decoded, or holds a tower of `and` and `or` that is too high to be looked at.
    """
    text = decode(data, path)
    if _has_tower(text):
        raise SourceError(path, TOO_DEEP)
    return text


def is_deep(text: str) -> bool:
    """Is the source nested more deeply than libcst's parser can bear? To be asked before that is given anything."""
    from sched_lint.sources.syntax import is_refused_for_depth

    return _may_be_deep(text) and (is_refused_for_depth(text) or _has_tower(text))


def _may_be_deep(text: str) -> bool:
    if max(map(len, text.split("\n"))) > _LONG_LINE or text.count("elif ") > _MANY_ELIF:
        return True
    continued = len(_STARTS.findall(text)) + len(_ENDS.findall(text)) + sum(map(text.count, _END_WORDS))
    return continued > _MANY


def _has_tower(text: str) -> bool:
    """Does one chain of `and` or `or` have so many operands that libcst's tree of it is too deep?"""
    if len(text) <= _SHORTEST_TOWER or text.count("and") + text.count("or") <= _MANY_BOOLEANS:
        return False
    if len(_BOOLEANS.findall(text)) <= _MANY_BOOLEANS:
        return False
    import ast

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes and the like are none of our business
        try:
            tree = ast.parse(text)
        except (RecursionError, MemoryError):
            return True
        except (SyntaxError, ValueError, OverflowError):
            return False
    chains = (len(node.values) for node in ast.walk(tree) if isinstance(node, ast.BoolOp))
    return max(chains, default=0) > _MANY_BOOLEANS
