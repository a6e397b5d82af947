"""The trees that Python's parser gives are those of libcst's own parser, whitespace aside, and stand at the same places."""

from __future__ import annotations

import contextlib
import os
import sys
import warnings
from pathlib import Path

import libcst as cst
import pytest
from same_trees import COMPOUND, SIMPLE, pairs, places, places_by_libcst
from support import ROOT

from sched_lint.project import trees
from sched_lint.project.building import build, is_built
from sched_lint.project.building_expressions import UnfitError
from sched_lint.project.modules import Module
from sched_lint.project.trees import walk
from sched_lint.timeline import Span

STATEMENTS = """
import a, b.c as d
import e.f.g
from . import x
from .y import z as w, v
from ..u.t import (s, r,)
from q import *
a = b = c
a, (b, *c) = d, e
a: int = 1
b: list[int]
a += 1; b -= 2; c *= 3; d /= 4; e //= 5; f %= 6; g **= 7; h @= 8; i &= 9; j |= 10; k ^= 11; l <<= 12; m >>= 13
del a
del a, b[0], c.d
pass; pass
assert a
assert a, "why"
raise
raise A
raise A from b
global_ = 1
if a: b
if a: b; c
if a:
    b; c
elif d:
    e
elif f: g
else:
    h
if a:
    b
else:
    if c:
        d
for a in b: c
for a, b in c:
    continue
else:
    break
while a: b
while a:
    b
else:
    c
with a: b
with a as b, c as (d, e):
    f
try:
    a
except: b
try:
    a
except A:
    b
except (B, C) as d:
    e
else: f
finally:
    g
try: a
finally: b
def f(): return
def f(a, b: int, /, c=1, *d: int, e, f: str = "s", **g) -> None:
    global h, i
    def j():
        nonlocal a, b
        yield
        k = yield l
        m = yield from n
        return (yield)
def f(*, a=1, b): "doc"
def f(*a, b): ...
@a
@b.c(d)
async def f(a):
    async for b in c: await d
    async with e as f, g:
        return [h async for h in i if await j]
@a
class A(B, C.D, *e, metaclass=F, **g):
    "doc"
    h: int = 1
    def i(self): return self
class A: pass
class A(): a; b
"""

EXPRESSIONS = """
None; True; False; ...
1; 0x1F; 1_000; 1.5; 1e-3; 1_0.0_1; 2j; 1e999; 0b11; 0o17
'a'; "a"; "a'b"; r'\\a'; b'c'; rb"\\d"; u'e'; '\\'f'; \"\"\"g
h"i\"\"\"; '''j'''; ""
"a" 'b'; ("a" # one
  'b'
  \"\"\"c\"\"\" "d"); "a" "a"; 'b"' "c"; b"a" b"b"
f"a {b} {c!r:>{d}} {{e}}"; f'{a["b"]}'; "a" f"{b}" 'c'; f"{a}" f"{b.c(d)}"
f\"\"\"a {b(c)}
 {d.e(f)}\"\"\"
a.b.c; a().b(); a[b]; a[b, c]; a[b:c]; a[b:c:d, ...]; a[:]; a[::d]; a[(b, c)]; a[b][c]; a[()]
f(); f(a); f(a, *b, c, **d); f(a=1, b=2); f(a=1, *b); f(*a, b=1, *c, d=2); f(a for a in b); f((a), (b, c)); f(a, b,)
(); (a,); a, b; (a, b,); [a, *b]; []; {a, b}; {}; {a: b, **c, d: e}
-a; +a; ~a; not a; --a; a + b * c - d; (a + b) * c; a ** -b; a // b % c @ d; a << b >> c & d | e ^ f
a and b and c or d; a or (b or c); not (a and b); a and (b
  and c)
a < b <= c != d; a == b; a > b >= c; a is b; a is not b; a in b; a not in b; (a < b) < c
a if b else c; a if b else (c if d else e); (a := b); [a := b, c]
lambda: a; lambda a, b=1, *c, d, **e: f; lambda *, a: a; lambda a, /: a
[a for b in c]; {a for b in c if d if e}; {a: b for c, d in e for f in g}; (a for b in c for d in e if f)
print("ä", b(c)); "ä" "ö"; x["ü"].y(z); ("é"); ä = f("ö", ü)
( a . b (
    c,
    d = [
        e ],
) )
"""

LIBRARY = sorted(path for path in Path(os.__file__).parent.glob("[a-z]*.py") if path.stat().st_size < 30_000)
HAND_WRITTEN = [*sorted((ROOT / "fixtures").rglob("*.py"))[::3], *sorted((ROOT / "sched_lint").rglob("*.py"))[::4]]


def check(text: str) -> None:
    """Hold the tree of a text against libcst's own."""
    expected, locate = places_by_libcst(text)
    tree = build(text)
    spans = trees.positions(tree, text, None)
    rows = (each for each in walk(tree) if isinstance(each, cst.ConcatenatedString))
    in_a_row = {id(part) for row in rows for part in (row.left, row.right)}  # Python has one place for all of them
    for mine, other in pairs(tree, expected):
        if isinstance(mine, (*SIMPLE, *COMPOUND)) and id(mine) not in in_a_row:
            assert spans[id(mine)] == locate(other), (type(mine), locate(other))


@pytest.mark.parametrize("text", [STATEMENTS, EXPRESSIONS], ids=["statements", "expressions"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_construct_is_as_libcst_has_it(text: str, newline: str) -> None:
    check(text.replace("\n", newline))


@pytest.mark.parametrize("path", LIBRARY[::2], ids=lambda path: path.name)
def test_the_standard_library_is_as_libcst_has_it(path: Path) -> None:
    text = path.read_text("utf-8")
    try:
        check(text)
    except UnfitError:
        assert "match " in text or "except*" in text or "\ntype " in text


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: path.stem)
def test_programs_are_as_libcst_has_them(path: Path) -> None:
    check(path.read_text("utf-8"))


@pytest.mark.parametrize("text", [
    "match a:\n    case 1: b\n", "try: a\nexcept* B: c\n", "a = 1\rb = 2\n", "a = (\n", "print 'a'\n", "a\0b\n", "a = '\ud800'\n",
])  # fmt: skip
def test_the_rest_is_left_to_libcst(text: str) -> None:
    with pytest.raises(UnfitError):
        build(text)


def test_what_is_left_to_libcst_is_located_as_well(tmp_path: Path) -> None:
    text = "match a:\n    case 1:\n        b = f(\n            1)\n"
    module = Module(tmp_path / "m.py", tmp_path, text.encode())
    expected, locate = places_by_libcst(text)
    assert not is_built(module.tree)
    assert places(walk(module.tree), module.locate) == places(walk(expected), locate) != []


def test_the_text_of_a_node_is_at_hand(tmp_path: Path) -> None:
    text = 'class A:\n    def m(self):\n        ä = f("ö", lambda x: x * 2)\n        return ä[\n            0]\n'
    module = Module(tmp_path / "m.py", tmp_path, text.encode())
    found = {type(node): module.source(node) for node in walk(module.tree)}
    assert found[cst.Lambda] == "lambda x: x * 2"
    assert found[cst.Call] == 'f("ö", lambda x: x * 2)'
    assert found[cst.Subscript] == "ä[\n            0]"


def test_positions_that_are_asked_for_too_deep_within_calls_can_be_asked_for_again(tmp_path: Path) -> None:
    module = Module(tmp_path / "m.py", tmp_path, f"a\nb = {'-' * 30}f(c)\n".encode())
    call = next(each for each in walk(module.tree) if isinstance(each, cst.Call))

    def asked_within(calls: int) -> Span:
        return asked_within(calls - 1) if calls else module.locate(call)

    lines = [0]
    for calls in range(sys.getrecursionlimit(), 0, -5):
        with contextlib.suppress(RecursionError):  # of the calls themselves
            lines.append(asked_within(calls).line)
        if lines[-1] == 2:
            break
    assert set(lines) == {0, 1, 2}
    assert module.locate(call) == Span(2, 35, 2, 39)


def test_odd_escapes_in_the_linted_code_warn_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert is_built(build("a = '\\d'\n"))


def test_what_is_nested_too_deeply_is_left_to_libcst() -> None:
    assert is_built(build("a = " + "(" * 60 + "b" + ")" * 60 + "\n"))
    with pytest.raises(UnfitError):
        build("a = " + "-" * 5000 + "b\n")


@pytest.mark.parametrize("text", ['"' + "\\'" * 100_000 + '"', '"""' + "'\\\"" * 50_000 + '"""', "(" + '"a"\n' * 400 + ")"])
def test_looking_at_hostile_strings_ends(text: str) -> None:
    assert is_built(build(f"x = {text}\n"))  # a search that went back for every part would not end while anybody waits
