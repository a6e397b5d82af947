"""Import statements found by their looks."""

from __future__ import annotations

import pytest

from sched_lint.project.clauses import imports_in


@pytest.mark.parametrize(
    ("text", "home", "names"),
    [
        ("from a.b import c, d as e\n", "a.b", (("c", "c"), ("d", "e"))),
        ("from . import c\n", ".", (("c", "c"),)),
        ("from ..a import *\n", "..a", (("*", "*"),)),
        ("from a import (\n    b,  # first\n    c as d,\n    # e\n)\n", "a", (("b", "b"), ("c", "d"))),
        ("    import a.b as c, d.e  # f\n", "", (("a.b", "c"), ("d.e", "d.e"))),
        ("import a; import b\n", "", (("a", "a"),)),
        ("import . , a\n", "", (("a", "a"),)),
    ],
)
def test_what_an_import_binds(text: str, home: str, names: tuple[tuple[str, str], ...]) -> None:
    (found,) = imports_in(text.encode())
    assert (found.home, found.names) == (home, names)
    assert found.outermost is not text.startswith(" ")
