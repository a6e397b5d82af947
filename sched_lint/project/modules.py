"""One source file as the project sees it: read once, parsed when it is first needed, located on demand."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import libcst as cst

from sched_lint.sources.nesting import is_deep, parseable_text
from sched_lint.sources.reading import SourceError, read_source
from sched_lint.timeline import Site, Span

if TYPE_CHECKING:
    from sched_lint.project.recovery import Recovery

TOP_LEVEL = re.compile(r"^(?:async\s+)?(def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=", re.MULTILINE)
REASSIGNED = re.compile(r"\.(\w+)[ \t]*(?::[^=\n]+)?(?:[+\-*/|&]|//|\*\*)?=(?!=)")
AUGMENTED = re.compile(r"\b(\w+)[ \t]*(?:[+\-*/|&]|//|\*\*)=(?!=)")
INTERESTING = re.compile(
    rb"optim|sched|state_dict|[Ll]oader|epoch|argparse|torch\.(?:save|load)|\blr\b|learning_rate|warmup|milestones|gamma|checkpoint"
)


class ParseError(Exception):
    """The file cannot be parsed; `line` counts from 1, `column` from 1."""

    def __init__(self, path: Path, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line
        self.column = column


class Module:
    """A file of the project.

    Attributes are computed when they are first asked for: a file that no analysis touches costs one read.
    """

    def __init__(self, path: Path, root: Path, data: bytes | None = None) -> None:
        self.path = path
        self.name = str(path)
        self.root = root
        self._data = data
        self._positions: dict[int, Span] | None = None
        self.recovery: Recovery | None = None  # set by `tree` where not all of the file parses

    @cached_property
    def data(self) -> bytes:
        return self._data if self._data is not None else read_source(self.path)

    @cached_property
    def text(self) -> str:
        """The decoded source, for cheap scans; never an error."""
        return self.data.decode("utf-8", "replace")

    @cached_property
    def tree(self) -> cst.Module:
        """The parsed module.

        Raises:
            ParseError: where libcst cannot parse it.
            SourceError: where it cannot be read.
        """
        try:
            text = parseable_text(self.data, self.path)
            return cst.parse_module(text)
        except cst.ParserSyntaxError as error:
            recovered = self._recovered(text)
            if recovered is not None:
                return recovered
            raise ParseError(self.path, "not valid Python", error.raw_line, error.raw_column + 1) from error
        except SourceError:
            raise
        except RecursionError as error:
            raise ParseError(self.path, "nested too deeply to be parsed") from error
        except Exception as error:  # libcst's tokenizer and its own checks raise many kinds
            raise ParseError(self.path, f"cannot be parsed: {error}") from error

    def _recovered(self, text: str) -> cst.Module | None:
        """The tree of what is left when the statements that do not parse are masked."""
        from sched_lint.project.recovery import recover

        found = recover(text)
        if found is None or is_deep(found.text):
            return None
        try:
            tree = cst.parse_module(found.text)
        except Exception:  # as above
            return None
        self.recovery = found
        return tree

    @property
    def state(self) -> str:
        """What is known of its syntax so far: "whole", "broken", or "" where nobody has asked for the tree."""
        if "tree" in vars(self):
            return "whole" if self.recovery is None else "broken"
        return "broken" if vars(self).get("parses") is False else ""

    @property
    def in_doubt(self) -> bool:
        """Does something that does not parse make other parts uncertain?"""
        return self.recovery is not None and bool(self.recovery.doubtful)

    def is_doubtful(self, line: int) -> bool:
        """Does a line stand in what does not parse, or in what that makes uncertain?"""
        found = self.recovery
        return found is not None and any(first <= line <= last for first, last in (*found.masked, *found.doubtful))

    @cached_property
    def parses(self) -> bool:
        """Whether the module can be read and parsed, if need be with statements masked that do not parse."""
        try:
            return bool(self.tree) or True
        except (ParseError, SourceError):
            return False

    @cached_property
    def top_level(self) -> dict[str, str]:
        """Names bound by a statement at the left margin: name -> "def", "class" or "name". A cheap scan."""
        found: dict[str, str] = {}
        for match in TOP_LEVEL.finditer(self.text):
            if match.group(2):
                found[match.group(2)] = match.group(1)
            else:
                found[match.group(3)] = "name"
        return found

    @cached_property
    def reassigned(self) -> frozenset[str]:
        """Attribute names assigned in more than one place of the file: their constants are not constant."""
        seen: set[str] = set()
        twice: set[str] = set()
        for match in REASSIGNED.finditer(self.text):
            name = match.group(1)
            (twice if name in seen else seen).add(name)
        return frozenset(twice) | self.augmented

    @cached_property
    def augmented(self) -> frozenset[str]:
        """Names that `+=` and its like change somewhere in the file."""
        return frozenset(match.group(1) for match in AUGMENTED.finditer(self.text))

    @cached_property
    def plain(self) -> bool:
        """Nothing in the file has to do with training: models, layers, metrics."""
        return INTERESTING.search(self.data) is None

    def site(self, node: cst.CSTNode) -> Site:
        return Site(self.name, node, self.locate)

    def locate(self, node: object) -> Span:
        """The span of a node, by libcst's own positions: computed for the whole module at the first question."""
        if self._positions is None:
            self._positions = _positions(self.tree)
        return self._positions.get(id(node), Span(1, 1, 1, 1))


def _positions(tree: cst.Module) -> dict[int, Span]:
    from libcst.metadata import MetadataWrapper, PositionProvider

    ranges = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)
    return {
        id(node): Span(span.start.line, span.start.column + 1, span.end.line, span.end.column + 1)
        for node, span in ranges.items()
    }
