"""One source file as the project sees it: read once, parsed when it is first needed, located on demand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sched_lint.project.clauses import COMMENT, WORD, Import, imports_in
from sched_lint.project.outline import Part, outline_of
from sched_lint.project.pieces import Piece, pieces_of
from sched_lint.project.skeleton import Definition, Skeleton
from sched_lint.sources.nesting import parseable_text
from sched_lint.sources.reading import SourceError, read_source
from sched_lint.sources.relevance import is_relevant
from sched_lint.timeline import Site, Span
from sched_lint.work import WORK

if TYPE_CHECKING:
    import libcst as cst

    from sched_lint.project.recovery import Recovery

# To search for a line's beginning by the newline before it is twice as fast as by `^`; most lines are indented.
TOP_LEVEL = re.compile(r"\n(?=\w)(?:(?:async\s+)?(def|class)\s+(\w+)|(\w+)\s*(?::[^=\n]+)?=)")
LISTED = re.compile(r"__all__[ \t]*(?::[^=\n]+)?=[ \t]*[\[(]((?:[\s,]|#[^\n]*|\"\w+\"|'\w+')*)[\])][ \t]*(?:#[^\n]*)?(?=\n|\Z)")
QUOTED = re.compile(r"[\"'](\w+)[\"']")
MODEL = re.compile(r"class\s+\w+\s*\([^)]*(?:Module|Model|Dataset|Layer|Block|Net|Transform)\b")
GIVEN_CALL = re.compile(r"(?<![\w.])(\w+)\(")
HEADERS = re.compile(r"def(?<!\wdef)(?:[ \t]+\w+|\s*)\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
PARAMETER = re.compile(r"(?:^|,)\s*\**(\w+)")
REASSIGNED = re.compile(r"\.(\w+)[ \t]*(?::[^=\n]{1,200})?(?:[+\-*/|&]|//|\*\*)?=(?!=)")
AUGMENTING = re.compile(r"[+\-*/|&]=(?!=)")
AUGMENTED = re.compile(r"\b(\w+)[ \t]*(?:[+\-*/|&]|//|\*\*)=\Z")
INTERESTING = (
    b"optim", b"sched", b"state_dict", b"oader", b"epoch", b"argparse", b"torch.save", b"torch.load", b"learning_rate",
    b"warmup", b"milestones", b"gamma", b"checkpoint",
)  # fmt: skip
RATE = re.compile(rb"lr(?<!\wlr)\b")


class ParseError(Exception):
    """The file cannot be parsed; `line` counts from 1, `column` from 1; `is_syntax` where its syntax is to blame."""

    def __init__(self, path: Path, message: str, line: int = 1, column: int = 1, is_syntax: bool = False) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line
        self.column = column
        self.is_syntax = is_syntax


class Module:
    """A file of the project.

    Attributes are computed when they are first asked for: a file that no analysis touches costs one read.
    """

    def __init__(
        self, path: Path | str, root: Path, data: bytes | None = None, read: Callable[[str], bytes] = read_source
    ) -> None:  # fmt: skip
        self._read = read
        self.name = str(path)
        self.root = root
        self._data = data
        self._positions: dict[int, Span] = {}  # by the id of a node; the trees keep their nodes alive
        self._unlocated: list[tuple[cst.Module, str, tuple[int, ...] | None]] = []
        self._parts: list[cst.Module] = []
        self._definitions: dict[int, Definition] = {}
        self._functions: dict[int, cst.FunctionDef] = {}
        self.recovery: Recovery | None = None  # set where not all of the file parses

    def forget(self) -> None:
        """Let go of all that was parsed or found out, if anything was; it is found out again when it is asked for."""
        if "_skeleton" not in self.__dict__:
            return
        name, root, data, read = self.name, self.root, self._data, self._read
        self.__dict__.clear()
        self.__init__(name, root, data, read)  # type: ignore[misc]

    @cached_property
    def path(self) -> Path:
        return Path(self.name)

    @cached_property
    def data(self) -> bytes:
        return self._data if self._data is not None else self._read(self.name)

    @cached_property
    def text(self) -> str:
        """The decoded source, for cheap scans; never an error."""
        return self.data.decode("utf-8", "replace")

    @cached_property
    def relevant(self) -> bool:
        """Whether it speaks of schedulers, see `sources.relevance`."""
        return is_relevant(self.data)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Its import statements, found without parsing it."""
        return tuple(imports_in(self.data))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in it."""
        return frozenset(WORD.findall(self.text))

    @cached_property
    def _skeleton(self) -> Skeleton:
        return Skeleton(parseable_text(self.data, self.path))

    @cached_property
    def tree(self) -> cst.Module:
        """The parsed module; the bodies of its functions are behind `whole`.

        Raises:
            ParseError: where libcst cannot parse it.
            SourceError: where it cannot be read.
        """
        WORK.modules_parsed += 1
        skeleton = self._skeleton
        if skeleton.regular and any(definition.body >= 0 for definition in skeleton.definitions):
            try:
                return self._cut([(0, len(skeleton.text))])
            except ParseError:  # cut wrongly, or broken: the whole will tell
                pass
        tree = self._whole_tree
        if skeleton.regular and self.recovery is None:
            self._know(tree, skeleton.definitions)
        return tree

    @cached_property
    def pieces(self) -> tuple[Piece, ...] | None:
        """Its statements at the left margin, found without parsing it; None where they cannot be told apart."""
        try:
            return pieces_of(self._skeleton)
        except SourceError:
            return None

    def part(self, pieces: Sequence[Piece]) -> cst.Module:
        """The tree of some of the module's statements; the bodies of its functions are behind `whole`.

        Raises:
            ParseError: where they cannot be parsed, or not by themselves.
        """
        WORK.modules_parsed += not self._parts  # the first of its parts
        return self._cut([(piece.start, piece.end) for piece in pieces])

    def _cut(self, spans: Sequence[tuple[int, int]]) -> cst.Module:
        """The tree of some stretches of the text, each of whole statements, without the bodies of their functions."""
        excerpt = self._skeleton.part(spans)
        tree = self._parsed(excerpt.text)
        definitions = [each for start, end in spans for each in self._skeleton.within(start, end)]
        if not self._know(tree, definitions):
            raise ParseError(self.path, "cannot be parsed in parts")
        self._unlocated.append((tree, excerpt.text, excerpt.lines))
        self._parts.append(tree)
        return tree

    def _know(self, tree: cst.Module, definitions: Sequence[Definition]) -> bool:
        """Note what each function and class of a tree says, if the text was read as the parser reads it."""
        from sched_lint.project import trees

        nodes = list(trees.definitions(tree))
        same = [node.name.value for node in nodes] == [definition.name for definition in definitions]
        if same:
            self._definitions.update((id(node), definition) for node, definition in zip(nodes, definitions, strict=True))
        return same

    @cached_property
    def _whole_tree(self) -> cst.Module:
        text = self._skeleton.text
        try:
            tree = self._parsed(text)
        except ParseError as error:
            recovered = self._recovered(text) if error.is_syntax else None
            if recovered is None:
                raise
            tree, text = recovered
        self._unlocated.append((tree, text, None))
        return tree

    def _parsed(self, text: str) -> cst.Module:
        from sched_lint.project import trees

        WORK.trees_parsed += 1
        return trees.parse(text, self.path)

    def whole(self, node: cst.FunctionDef) -> cst.FunctionDef:
        """A function of the tree with its body: parsed at the first question."""
        found = self._functions.get(id(node))
        if found is None:
            definition = self._definitions.get(id(node))
            found = node if definition is None or definition.body < 0 else self._parse_function(node, definition)
            self._functions[id(node)] = found
        return found

    def _parse_function(self, node: cst.FunctionDef, definition: Definition) -> cst.FunctionDef:
        from sched_lint.project import trees

        excerpt = self._skeleton.function(definition)
        try:
            tree = self._parsed(excerpt.text)
            self._unlocated.append((tree, excerpt.text, excerpt.lines))
            self._parts.append(tree)
            return next(trees.functions(tree))
        except (ParseError, StopIteration):
            return self._in_whole_tree(node) or node

    def _in_whole_tree(self, node: cst.FunctionDef) -> cst.FunctionDef | None:
        """The same function where the module had to be parsed whole after all: it stands on the same line."""
        from sched_lint.project import trees

        try:
            tree = self._whole_tree
        except (ParseError, SourceError):
            return None
        line = self.locate(node).line
        for each in trees.functions(tree):
            if each.name.value == node.name.value and self.locate(each).line == line:
                return each
        return None

    def text_of(self, node: cst.FunctionDef | cst.ClassDef) -> str | None:
        """The source of a function or class that is not inside a function; None where the text does not show it plainly."""
        definition = self._definitions.get(id(node))
        return self._skeleton.text_of(definition) if definition is not None else None

    @cached_property
    def definitions(self) -> list[tuple[str, str]]:
        """The functions and classes that are not inside a function, each with its source; found without parsing."""
        try:
            skeleton = self._skeleton
        except SourceError:
            return []
        return [(definition.name, skeleton.text_of(definition)) for definition in skeleton.definitions]

    @cached_property
    def outline(self) -> list[Part]:
        """What it says at its outermost level; found without parsing."""
        try:
            return list(outline_of(self._skeleton))
        except SourceError:
            return []

    def _recovered(self, text: str) -> tuple[cst.Module, str] | None:
        """The tree of what is left when the statements that do not parse are masked, and its text."""
        from sched_lint.project.recovery import recover

        found = recover(text)
        if found is None:
            return None
        try:
            tree = self._parsed(found.text)
        except ParseError:
            return None
        self.recovery = found
        return tree, found.text

    @property
    def was_parsed(self) -> bool:
        """Whether somebody has asked for the tree."""
        return "tree" in vars(self) or "parses" in vars(self)

    @property
    def state(self) -> str:
        """What is known of its syntax so far: "whole", "broken", or "" where not all of it was parsed."""
        if self.recovery is not None or vars(self).get("parses") is False:
            return "broken"
        return "whole" if "_whole_tree" in vars(self) else ""

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
            return self.tree is not None  # so that it is parsed
        except (ParseError, SourceError):
            return False

    @property
    def parses_whole(self) -> bool:
        """Whether all of the module, every function included, can be parsed."""
        try:
            return self._whole_tree is not None and self.recovery is None
        except (ParseError, SourceError):
            return False

    @cached_property
    def top_level(self) -> dict[str, str]:
        """Names bound by a statement at the left margin: name -> "def", "class" or "name". A cheap scan."""
        found: dict[str, str] = {}
        for match in TOP_LEVEL.finditer("\n" + self.text):
            if match.group(2):
                found[match.group(2)] = match.group(1)
            else:
                found[match.group(3)] = "name"
        return found

    @cached_property
    def listed(self) -> frozenset[str] | None:
        """The names in its `__all__`, which are those that a star import binds; None where there is none, or no plain one."""
        place = self.text.find("__all__")
        if place < 0 or self.text[max(place - 1, 0) : place] not in ("", "\n") or self.text.count("__all__") > 1:
            return None
        match = LISTED.match(self.text, place)
        return frozenset(QUOTED.findall(COMMENT.sub("", match.group(1)))) if match is not None else None

    def passes_on(self, name: str) -> bool:
        """Does a star import bind the name, where the module has it?"""
        return name in self.listed if self.listed is not None else name.isidentifier() and not name.startswith("_")

    @cached_property
    def runners(self) -> frozenset[str]:
        """The classes, models aside, that call something that they are given: whatever that is, it may be a whole training."""
        return frozenset(
            name for name, text in self.definitions
            if text.startswith("class") and not MODEL.match(text) and _calls_what_is_given(text)
        )  # fmt: skip

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
        text = self.text
        places = ((text.rfind("\n", 0, match.start()) + 1, match.end()) for match in AUGMENTING.finditer(text))
        found = (AUGMENTED.search(text, start, end) for start, end in places)
        return frozenset(match.group(1) for match in found if match is not None)

    @cached_property
    def interesting(self) -> bool:
        """Something in the file has to do with training; else it holds models, layers, metrics."""
        data = self.data
        return any(word in data for word in INTERESTING) or (b"lr" in data and RATE.search(data) is not None)

    def site(self, node: cst.CSTNode) -> Site:
        return Site(self.name, node, self.locate)

    def locate(self, node: object) -> Span:
        """The span of a node: computed for a whole tree at the first question, the tree that was parsed last first."""
        while id(node) not in self._positions and self._unlocated:
            from sched_lint.project import trees

            WORK.trees_located += 1
            unlocated = self._unlocated.pop()
            try:
                self._positions.update(trees.positions(*unlocated))
            except RecursionError:  # somebody further out may ask again
                self._unlocated.append(unlocated)
                break
        return self._positions.get(id(node), Span(1, 1, 1, 1))

    def source(self, node: cst.CSTNode) -> str:
        """The text of a node."""
        span = self.locate(node)
        lines = self._skeleton.text.split("\n")[span.line - 1 : span.end_line]
        lines[-1] = lines[-1][: span.end_column - 1]  # the last first: it may be the first as well
        lines[0] = lines[0][span.column - 1 :]
        return "\n".join(lines)


def parameters_in(text: str) -> set[str]:
    """The names of the parameters of every function a text defines, also where the functions' own names were cut out."""
    return {name for header in HEADERS.findall(text) for name in PARAMETER.findall(header)}


def _calls_what_is_given(text: str) -> bool:
    return not parameters_in(text).isdisjoint(GIVEN_CALL.findall(text))
