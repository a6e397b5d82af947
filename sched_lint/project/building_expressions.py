"""Expressions of Python's own parser turned into libcst's."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import libcst as cst

from sched_lint.project import nodes as make

Place = tuple[int, int, int, int]
"""Line and column where a node begins, line and column where it ends; lines from 1, columns from 0, in bytes of UTF-8."""

LITERAL = re.compile(
    r"[a-zA-Z]*(?:\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')", re.DOTALL
)
PREFIXES = "rRbBuU"
JOINT = re.compile(r"(?:\s|\\\n|#[^\n]*)*")


class UnfitError(Exception):
    """A text holds something that is left to libcst's own parser."""


class Expressions:
    """Turns expressions of one text into nodes.

    Attributes:
        places: where the nodes stand, by their ids; None where nobody asks.
    """

    def __init__(self, text: str, places: dict[int, Place] | None = None) -> None:
        self._text = text
        self._plain = text.isascii()
        self._inside = 0  # of how many formatted strings: before Python 3.12 nothing in one can be found in the text
        self.places = places

    def _at(self, node: cst.CSTNode, place: Any) -> Any:
        if self.places is not None:
            self.places[id(node)] = (place.lineno, place.col_offset, place.end_lineno, place.end_col_offset)
        return node

    def _expression(self, node: ast.expr) -> Any:
        make_node = _EXPRESSIONS.get(type(node))
        if make_node is None:
            raise UnfitError
        made = make_node(self, node)
        if self.places is not None:
            self._at(made, node)
        return made

    def _optional(self, node: ast.expr | None) -> Any:
        return self._expression(node) if node is not None else None

    # -- the source ----------------------------------------------------------------------------------------------

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _source(self, node: ast.expr) -> str:
        """The text of a node."""
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        start, end = node.col_offset, node.end_col_offset or 0
        lines = self._lines
        if first == last:
            line = lines[first]
            return line[start:end] if self._plain or line.isascii() else line.encode()[start:end].decode()
        whole = [lines[first].encode()[start:].decode(), *lines[first + 1 : last], lines[last].encode()[:end].decode()]
        return "\n".join(whole)

    def _parameters(self, node: ast.arguments) -> Any:
        plain = [*node.posonlyargs, *node.args]
        first_default = len(plain) - len(node.defaults)
        made = [
            self._parameter(each, node.defaults[i - first_default] if i >= first_default else None)
            for i, each in enumerate(plain)
        ]
        keyword_only = [self._parameter(each, default) for each, default in zip(node.kwonlyargs, node.kw_defaults, strict=True)]
        rest: object = cst.MaybeSentinel.DEFAULT
        if node.vararg is not None:
            rest = self._parameter(node.vararg, None, "*")
        elif keyword_only:
            rest = make.PARAM_STAR
        keywords = self._parameter(node.kwarg, None, "**") if node.kwarg is not None else None
        split = len(node.posonlyargs)
        return make.parameters(made[:split], made[split:], rest, keyword_only, keywords)

    def _parameter(self, node: ast.arg, default: ast.expr | None, star: str = "") -> Any:
        annotation = make.annotation(self._expression(node.annotation)) if node.annotation is not None else None
        return make.param(make.name(node.arg), annotation, self._optional(default), star)

    # -- expressions ---------------------------------------------------------------------------------------------

    def _name(self, node: ast.Name) -> Any:
        return make.name(node.id)

    def _attribute(self, node: ast.Attribute) -> Any:
        return make.attribute(self._expression(node.value), make.name(node.attr))

    def _call(self, node: ast.Call) -> Any:
        given = self._positional(node.args)
        if node.keywords:
            given += [self._keyword(each) for each in node.keywords]
            if any(type(each) is ast.Starred for each in node.args):
                sources: list[ast.expr | ast.keyword] = [*node.args, *node.keywords]
                order = sorted(range(len(given)), key=lambda i: (sources[i].lineno, sources[i].col_offset))
                given = [given[i] for i in order]
        return make.call(self._expression(node.func), given)

    def _positional(self, nodes: Sequence[ast.expr]) -> list[Any]:
        return [
            make.arg(self._expression(each.value), None, "*")
            if type(each) is ast.Starred
            else make.arg(self._expression(each), None, "")
            for each in nodes
        ]

    def _keyword(self, node: ast.keyword) -> Any:
        name = make.name(node.arg) if node.arg is not None else None
        return self._at(make.arg(self._expression(node.value), name, "" if name is not None else "**"), node)

    def _subscript(self, node: ast.Subscript) -> Any:
        inner = node.slice
        parts = inner.elts if type(inner) is ast.Tuple and _is_bare(inner) else [inner]
        return make.subscript(self._expression(node.value), [make.subscript_element(self._part(each)) for each in parts])

    def _part(self, node: ast.expr) -> Any:
        if type(node) is ast.Slice:
            return make.slice_(self._optional(node.lower), self._optional(node.upper), self._optional(node.step))
        if type(node) is ast.Starred:
            return make.index(self._expression(node.value), "*")
        return make.index(self._expression(node), None)

    def _items(self, node: ast.Tuple | ast.List | ast.Set) -> Any:
        items = [
            make.starred(self._expression(each.value)) if type(each) is ast.Starred else make.element(self._expression(each))
            for each in node.elts
        ]
        return _DISPLAYS[type(node)](items)

    def _star(self, node: ast.Starred) -> Any:
        return make.starred(self._expression(node.value))

    def _dict(self, node: ast.Dict) -> Any:
        return make.dict_([
            make.starred_dict_element(self._expression(value)) if key is None
            else make.dict_element(self._expression(key), self._expression(value))
            for key, value in zip(node.keys, node.values, strict=True)
        ])  # fmt: skip

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Any:
        return _COMPREHENSIONS[type(node)](self._expression(node.elt), self._turns(node.generators))

    def _dict_comp(self, node: ast.DictComp) -> Any:
        return make.dict_comp(self._expression(node.key), self._expression(node.value), self._turns(node.generators))

    def _turns(self, nodes: Sequence[ast.comprehension]) -> Any:
        found = None
        for node in reversed(nodes):
            tests = [make.comp_if(self._expression(each)) for each in node.ifs]
            target, over = self._expression(node.target), self._expression(node.iter)
            found = make.comp_for(target, over, tests, found, make.ASYNCHRONOUS if node.is_async else None)
        return found

    def _binary(self, node: ast.BinOp) -> Any:
        return make.binary(self._expression(node.left), make.OPERATORS[type(node.op)], self._expression(node.right))

    def _boolean(self, node: ast.BoolOp) -> Any:
        first, *others = node.values
        operator = make.OPERATORS[type(node.op)]
        found = self._expression(first)
        for other in others:
            found = make.boolean(found, operator, self._expression(other))
        return found

    def _unary(self, node: ast.UnaryOp) -> Any:
        return make.unary(make.OPERATORS[type(node.op)], self._expression(node.operand))

    def _compare(self, node: ast.Compare) -> Any:
        return make.comparison(self._expression(node.left), [
            make.comparison_target(make.OPERATORS[type(operator)], self._expression(other))
            for operator, other in zip(node.ops, node.comparators, strict=True)
        ])  # fmt: skip

    def _if_exp(self, node: ast.IfExp) -> Any:
        return make.if_exp(self._expression(node.test), self._expression(node.body), self._expression(node.orelse))

    def _named(self, node: ast.NamedExpr) -> Any:
        return make.named(self._expression(node.target), self._expression(node.value))

    def _lambda(self, node: ast.Lambda) -> Any:
        return make.lambda_(self._parameters(node.args), self._expression(node.body))

    def _await(self, node: ast.Await) -> Any:
        return make.await_(self._expression(node.value))

    def _yield(self, node: ast.Yield) -> Any:
        return make.yield_(self._optional(node.value))

    def _yield_from(self, node: ast.YieldFrom) -> Any:
        return make.yield_(make.from_(self._expression(node.value)))

    def _constant(self, node: ast.Constant) -> Any:
        value = node.value
        if value is None or value is True or value is False:
            return make.name(str(value))
        if value is ...:
            return make.ellipsis()
        source = repr(value) if self._inside else self._source(node)
        number = _NUMBERS.get(type(value))
        return number(source) if number is not None else self._string(source)

    def _string(self, source: str) -> Any:
        """A string literal; several in a row are one node each, as they are to libcst."""
        quote = source[-1]
        bare = source.lstrip(PREFIXES)
        if bare[0] == quote and source.count(quote) == (6 if bare.startswith(quote * 3) else 2):
            return make.string_(source)
        literal = LITERAL.match(source)
        if literal is None:
            raise UnfitError
        if literal.end() == len(source):
            return make.string_(source)
        joint = JOINT.match(source, literal.end())
        rest = source[joint.end() if joint is not None else literal.end() :]
        return make.concatenated(make.string_(literal.group()), self._string(rest))

    def _joined(self, node: ast.JoinedStr) -> Any:
        return make.formatted([
            make.formatted_text(str(each.value).replace("{", "{{").replace("}", "}}")) if type(each) is ast.Constant
            else self._formatted_value(each)
            for each in node.values
        ])  # fmt: skip

    def _formatted_value(self, node: Any) -> Any:
        conversion = None if node.conversion < 0 else chr(node.conversion)
        spec = self._joined(node.format_spec).parts if node.format_spec is not None else None
        self._inside += 1
        value = self._expression(node.value)
        self._inside -= 1
        return make.formatted_expression(value, conversion, spec)


def _is_bare(node: ast.Tuple) -> bool:
    """Is it a tuple without brackets of its own?"""
    return bool(node.elts) and (node.elts[0].lineno, node.elts[0].col_offset) == (node.lineno, node.col_offset)


_NUMBERS = {int: make.integer, float: make.float_, complex: make.imaginary}
_DISPLAYS = {ast.Tuple: make.tuple_, ast.List: make.list_, ast.Set: make.set_}
_COMPREHENSIONS = {ast.ListComp: make.list_comp, ast.SetComp: make.set_comp, ast.GeneratorExp: make.generator}
_EXPRESSIONS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Name: Expressions._name, ast.Attribute: Expressions._attribute, ast.Call: Expressions._call,
    ast.Constant: Expressions._constant, ast.Subscript: Expressions._subscript, ast.Tuple: Expressions._items,
    ast.List: Expressions._items, ast.Set: Expressions._items, ast.Starred: Expressions._star,
    ast.Dict: Expressions._dict, ast.ListComp: Expressions._comprehension, ast.SetComp: Expressions._comprehension,
    ast.GeneratorExp: Expressions._comprehension, ast.DictComp: Expressions._dict_comp, ast.BinOp: Expressions._binary,
    ast.BoolOp: Expressions._boolean, ast.UnaryOp: Expressions._unary, ast.Compare: Expressions._compare,
    ast.IfExp: Expressions._if_exp, ast.NamedExpr: Expressions._named, ast.Lambda: Expressions._lambda,
    ast.Await: Expressions._await, ast.Yield: Expressions._yield, ast.YieldFrom: Expressions._yield_from,
    ast.JoinedStr: Expressions._joined,
}  # fmt: skip
