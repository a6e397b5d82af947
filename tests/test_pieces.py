"""A module's statements at the left margin, told apart by their looks, against what Python says of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import pytest
from same_trees import places, places_by_libcst
from support import ROOT

from sched_lint.project.modules import Module, ParseError
from sched_lint.project.pieces import Piece, pieces_of
from sched_lint.project.skeleton import Skeleton
from sched_lint.project.trees import walk
from sched_lint.work import WORK

LONG = "".join(f"    value{number} = compute(value{number}, {number})\n" for number in range(8))
DEEPER = LONG.replace("    ", "        ")


def names(text: str) -> list[set[str]]:
    """The names of each piece of a text."""
    pieces = pieces_of(Skeleton(text))
    assert pieces is not None
    return [set(piece.names) for piece in pieces]


def acts(text: str) -> list[set[str]]:
    """What each piece of a text calls for its effect."""
    pieces = pieces_of(Skeleton(text))
    assert pieces is not None
    return [set(piece.acts) for piece in pieces]


# Each text is one statement, and binds or changes what stands beside it, no less and no more.
EXACT: dict[str, set[str]] = {
    "import a\n": {"a"},
    "import a.b, c as d\n": {"a", "d"},
    "from a.b import c, d as e\n": {"c", "e"},
    "from . import (\n    c,  # first\n    d as e,\n)\n": {"c", "e"},
    "from a import b, \\\n    c\n": {"b", "c"},
    "def f(x=1):\n    y = x\n": {"f"},
    "async def f():\n    await g()\n": {"f"},
    "class A(B):\n    x = 1\n\n    def m(self):\n        pass\n": {"A"},
    "@a\n@b.c(1)\n# why\n\ndef f():\n    pass\n": {"a", "b", "f"},
    "@a(\n    x=1,\n)\nasync def f():\n    pass\n": {"a", "f"},
    "@a\nclass A:\n    pass\n": {"a", "A"},
    "x = 1\n": {"x"},
    "x = y = f(z=2)\n": {"x", "y"},
    "x = a == b\n": {"x"},
    "x, y = y, x\n": {"x", "y"},
    "x: int\n": {"x"},
    "x += 1\n": {"x"},
    "x //= 2\n": {"x"},
    "x **= 2\n": {"x"},
    "x >>= 2\n": {"x"},
    "x |= y\n": {"x"},
    "x = 1; y = x\n": {"x", "y"},
    "x.append(y)\n": {"x"},
    "x.update(y=1)\n": {"x"},
    "x(y)(z)\n": {"x"},
    "x = [\n    y,\n]\n": {"x"},
    "x = f(\n)\n": {"x"},
    "x = 1 + \\\n    y\n": {"x"},
    'x = """\ny = 1\n"""\n': {"x"},
    "x = '''\ndef f():\n    pass\n'''\n": {"x"},
    '"""What it is for.\n\nx = 1\n"""\n': set(),
    "r'x = 1'\n": set(),
    "pass\n": set(),
    "print(x)\n": set(),
    "assert x == 1\n": set(),
    "if __name__ == '__main__':\n    x = f()\n": set(),
}  # fmt: skip


@pytest.mark.parametrize("text", EXACT)
def test_what_one_statement_binds(text: str) -> None:
    assert names(text) == [EXACT[text]]


# Of these more words count than are bound: too many cost time, too few a name.
AT_LEAST: dict[str, set[str]] = {
    "x: dict[str, int] = {}\n": {"x"},
    "(x, y) = z\n": {"x", "y"},
    "[x, (y, *z)] = w\n": {"x", "y", "z"},
    "*x, y = z\n": {"x", "y"},
    "x.append(y); z = 1\n": {"x", "z"},
    "x.y = 1\n": {"x"},
    "x[y] = z\n": {"x"},
    "x[y == 1] = z\n": {"x"},
    "x[1:2] += z\n": {"x"},
    "x = lambda y=1: y\n": {"x"},
    "if a:\n    x = 1\nelif b:\n    y = 2\nelse:\n    z = 3\n": {"x", "y", "z"},
    "try:\n    import a\nexcept ImportError:\n    a = None\nelse:\n    b = a\nfinally:\n    c = 1\n": {"a", "b", "c"},
    "for x, y in z:\n    a.append(x)\nelse:\n    b = 1\n": {"x", "y", "a", "b"},
    "while x:\n    y = 1\n": {"y"},
    "with a as b, c as (d, e):\n    f = 1\n": {"b", "d", "e", "f"},
    "match a:\n    case [b, *c]:\n        d = 1\n": {"b", "c", "d"},
    "if a:\n    def f():\n        pass\nelse:\n    class B:\n        pass\n": {"f", "B"},
    "if a: x = 1\n": {"x"},
}  # fmt: skip


@pytest.mark.parametrize("text", AT_LEAST)
def test_what_else_is_bound(text: str) -> None:
    (found,) = names(text)
    assert found >= AT_LEAST[text]


@pytest.mark.parametrize("text", [*EXACT, *AT_LEAST])
def test_neighbours_stay_apart(text: str) -> None:
    (own,) = names(text)
    before, after = "first = 1\n", "# --\n\nlast = 2\n"
    assert names(before + text + after) == [{"first"}, own, {"last"}]
    assert names((before + text + after).replace("\n", "\r\n"))[0::2] == [{"first"}, {"last"}]


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\ndel x\n",
        "x = 1\nraise SystemExit\n",
        "exec(code)\n",
        "x = 1\nfrom a import *\n",
        "globals()['x'] = 1\n",
        "@a(\n1\n)\ndef f():\n    pass\n",
        "x = 1\ny = x\nx = 2\n",
        "x = []\ny = list(x)\nx.append(1)\n",
        "x = 1\n\ndef f(y=x):\n    pass\n\nx = 2\n",
        "global x\nx = 1\n",
        "if a:\n\tx = 1\nif b:\n  y = 1\n",  # tabs and spaces
        "x = 1\ry = 2\n",
    ],
)
def test_what_unbinds_or_ends_a_module_keeps_it_whole(text: str) -> None:
    assert pieces_of(Skeleton(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("register(x)\n", {"register"}),
        ("a.b.register(x)\n", {"a"}),
        ("x = register(y)\n", {"register"}),
        ("x = a.register(y)\n", {"a"}),
        ("x = make(y)\n", set()),
        ("a['b'] = x\n", {"a"}),
        ("a.b = x\n", {"a"}),
        ("@a.register('b')\n@c\nclass A:\n    pass\n", {"a", "c"}),
        ("def f():\n    register(x)\n", set()),
        ("class A:\n    register(x)\n", set()),
        ("from a import *\n", {"*"}),
        ("from a import b\n", set()),
        ("if x:\n    a.register(y)\n    z = b(y)\n", {"a"}),
        ("for x in y:\n    if x:\n        register(x)\n", {"register"}),
        ("try:\n    from a import *\nexcept ImportError:\n    pass\n", {"*"}),
        ("try:\n    import a.b\nexcept ImportError:\n    from c import d as e\n", {"a", "e"}),
        ("if TYPE_CHECKING:\n    import a\n", set()),
        ("if TYPE_CHECKING:\n    import a\nelse:\n    a = b\n", {"a"}),
        ("if __name__ == '__main__':\n    main()\n", set()),
        ("print(x)\n", set()),
    ],
)
def test_what_a_statement_calls_for_its_effect(text: str, expected: set[str]) -> None:
    assert acts(text) == [expected]


# -- parts of a module ------------------------------------------------------------------------------------------------

PARTS = f"""\
# A comment before all.
import os
from a import (
    b,
    c as d,
)

TEXT = '''
import x
def f():
'''
OPTIONS = {{
    "one": [1, 2],
}}
OPTIONS["two"] = b

# One between.
@d
@b.c(
    "name",
)
def first(x, y=OPTIONS):
{LONG}    return value7

class Second(d.Third):
    kind = "one"

    def method(self):
{DEEPER}        return "last"

if os.name == "x":
    def third():
{DEEPER}
else:
    third = first

LAST = third(
    OPTIONS
)
"""


def as_module(folder: Path, text: str) -> Module:
    return Module(folder / "module.py", folder, text.encode())


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_positions_in_a_part_are_those_of_the_file(tmp_path: Path, newline: str) -> None:
    expected, locate = places_by_libcst(PARTS)
    every = range(len(expected.body))
    for numbers in (*((number,) for number in every), (0, 2, 5), (4, 7), every):
        module = as_module(tmp_path, PARTS.replace("\n", newline))
        pieces = module.pieces
        assert pieces is not None and len(pieces) == len(every)
        tree = module.part([pieces[number] for number in numbers])
        mine = [node for statement in tree.body for node in _nodes(module, statement)]
        others = [node for number in numbers for node in _nodes(None, expected.body[number])]
        assert places(iter(mine), module.locate) == places(iter(others), locate)


def _nodes(module: Module | None, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The nodes of a statement; given a module, with the bodies of its functions as it parses them."""
    if isinstance(node, cst.FunctionDef):
        whole = module.whole(node) if module is not None else node
        for part in (*(each.decorator for each in node.decorators), whole.params, whole.body):
            yield from _nodes(None, part)
        return
    for each in walk(node, lambda inner: not isinstance(inner, cst.FunctionDef)):
        yield from _nodes(module, each) if isinstance(each, cst.FunctionDef) else (each,)


def test_a_part_is_parsed_alone(tmp_path: Path) -> None:
    module = as_module(tmp_path, PARTS + "def broken(:\n    pass\n")
    pieces = module.pieces
    assert pieces is not None
    before = WORK.counts()
    tree = module.part([piece for piece in pieces if "OPTIONS" in piece.names])
    after = WORK.counts()
    assert [type(line.body[0]) for line in tree.body if isinstance(line, cst.SimpleStatementLine)] == [cst.Assign, cst.Assign]
    assert (after["trees_parsed"] - before["trees_parsed"], after["modules_parsed"] - before["modules_parsed"]) == (1, 1)
    module.part(pieces[:1])
    assert WORK.modules_parsed == after["modules_parsed"]  # it is the same module still


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("x = 1\ndef broken(:\n    pass\n", "broken"),
        ("x = 1\ny = = 2\n", "y"),
        ("x = 1\ny = [\n1,\n2,\n]\n", "y"),  # what stands at the margin is taken for statements
        ("x = 1\ny = f(\nz=1,\n)\n", "y"),
        ("x = 1\ny = f(\nz=1,\n)\n", "z"),
        ("x = 1\ny = 1 + \\\n2\n", "y"),
        ("x = 1\ndef f(y=(\n1, 2)):\n    pass\n", "f"),
    ],
)
def test_what_cannot_be_parsed_by_itself_is_said(tmp_path: Path, text: str, name: str) -> None:
    module = as_module(tmp_path, text)
    pieces = module.pieces
    assert pieces is not None
    with pytest.raises(ParseError):
        module.part([piece for piece in pieces if name in piece.names])
    assert len(module.part(pieces[:1]).body) == 1  # the rest is none the worse for it


def test_a_file_that_cannot_be_decoded_has_no_pieces(tmp_path: Path) -> None:
    assert Module(tmp_path / "module.py", tmp_path, b"x = 1\n# caf\xe9\n").pieces is None


# -- whatever a file holds --------------------------------------------------------------------------------------------

FILES = sorted((*(ROOT / "fixtures").rglob("*.py"), *(ROOT / "sched_lint").rglob("*.py")))


def test_pieces_are_the_file_and_have_the_names_that_stand_in_them() -> None:
    told_apart = 0
    for path in FILES:
        text = path.read_text()
        pieces = pieces_of(Skeleton(text))
        if pieces is None:
            continue
        told_apart += 1
        start = pieces[0].start if pieces else len(text)
        assert text[:start] + "".join(text[piece.start : piece.end] for piece in pieces) == text, path
        assert not any(line.strip() and line[0] != "#" for line in text[:start].splitlines()), path
        for line, name in _bound(ast.parse(text)):
            assert name in _piece_at(pieces, text, line).names, (path, line, name)
    assert told_apart > 0.9 * len(FILES) > 100


def test_every_piece_of_a_file_is_one_statement() -> None:
    for path in FILES[::5]:
        text = path.read_text()
        for piece in pieces_of(Skeleton(text)) or ():
            assert len(ast.parse(text[piece.start : piece.end]).body) == 1, (path, text[piece.start : piece.end])


def _piece_at(pieces: tuple[Piece, ...], text: str, line: int) -> Piece:
    position = sum(len(each) for each in text.splitlines(keepends=True)[: line - 1])
    return next(piece for piece in pieces if piece.start <= position < piece.end)


def _bound(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The names that a module's outermost statements bind, and the lines on which they begin."""
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((node.lineno, (alias.asname or alias.name).partition(".")[0]) for alias in node.names)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.lineno, node.name
        elif isinstance(node, (ast.Assign, ast.AugAssign)) or (isinstance(node, ast.AnnAssign) and node.value is not None):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from ((node.lineno, each.id) for each in ast.walk(target) if isinstance(each, ast.Name))
