"""libcst trees from Python's own parser: the same nodes without their whitespace, for a fifth of what its parser costs.

libcst's parser spends its time on the grammar in which it tells every comma and bracket apart. An analysis that changes
nothing needs none of that. The running Python parses a text ten times faster; what it gives is turned into libcst's nodes
here. They lack the attributes that only say how the source is laid out, so they can be read but not printed. What the
running Python refuses, and what is rare in training code, is left to libcst.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import libcst as cst

from sched_lint.project import nodes as make
from sched_lint.project.building_expressions import Expressions, Place, UnfitError


def build(text: str) -> cst.Module:
    """The tree of a text.

    Raises:
        UnfitError: where it is better left to libcst.
    """
    return _Builder(text).module()


def is_built(tree: cst.Module) -> bool:
    """Was a tree made by `build`, not by libcst's own parser?"""
    return not hasattr(tree, "header")


def build_located(text: str) -> tuple[cst.Module, dict[int, Place]]:
    """A tree of a text that `build` took, and where its nodes stand, by their ids.

    Nodes that Python's parser knows nothing of (lines, parameters, targets of assignments) are left out. Brackets around a
    tuple or a generator expression belong to it here, and not to libcst.

    Raises:
        UnfitError: where it is asked from so deep within calls that the tree cannot be built once more.
    """
    places: dict[int, Place] = {}
    return _Builder(text, places).module(), places


class _Builder(Expressions):
    """Turns one text into one tree."""

    def module(self) -> cst.Module:
        if self._text.count("\r") != self._text.count("\r\n"):
            raise UnfitError  # Python ends a line there
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of invalid escapes in the linted strings
                parsed = ast.parse(self._text)
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
            raise UnfitError from error
        try:
            tree: cst.Module = make.module(self._statements(parsed.body))
        except RecursionError as error:
            raise UnfitError from error
        return tree

    # -- statements ----------------------------------------------------------------------------------------------

    def _statements(self, nodes: Sequence[ast.stmt]) -> list[cst.CSTNode]:
        found: list[cst.CSTNode] = []
        line: list[cst.CSTNode] = []
        ended = 0
        for node in nodes:
            compound = _COMPOUND.get(type(node))
            if compound is not None:
                found.append(self._at(compound(self, node), node))
                continue
            simple = _SIMPLE.get(type(node))
            if simple is None:
                raise UnfitError
            small = self._at(simple(self, node), node)
            if node.lineno == ended:
                line.append(small)
            else:
                line = [small]
                found.append(make.line(line))
            ended = node.end_lineno or 0
        return found

    def _body(self, nodes: Sequence[ast.stmt]) -> Any:
        statements = self._statements(nodes)
        if self._begins_line(nodes[0]):
            body = make.block(statements)
        else:
            body = make.suite([small for line in statements for small in line.body])  # type: ignore[attr-defined]
        if self.places is not None:
            first, last = nodes[0], nodes[-1]
            self.places[id(body)] = (first.lineno, first.col_offset, last.end_lineno or 0, last.end_col_offset or 0)
        return body

    def _else(self, nodes: Sequence[ast.stmt]) -> Any:
        return make.else_(self._body(nodes)) if nodes else None

    def _expr(self, node: ast.Expr) -> Any:
        return make.expr(self._expression(node.value))

    def _assign(self, node: ast.Assign) -> Any:
        return make.assign([make.assign_target(self._expression(each)) for each in node.targets], self._expression(node.value))

    def _ann_assign(self, node: ast.AnnAssign) -> Any:
        target, annotation = self._expression(node.target), make.annotation(self._expression(node.annotation))
        return make.ann_assign(target, annotation, self._optional(node.value))

    def _aug_assign(self, node: ast.AugAssign) -> Any:
        return make.aug_assign(self._expression(node.target), make.AUGMENTED[type(node.op)], self._expression(node.value))

    def _return(self, node: ast.Return) -> Any:
        return make.return_(self._optional(node.value))

    def _del(self, node: ast.Delete) -> Any:
        targets = [self._expression(each) for each in node.targets]
        return make.del_(targets[0] if len(targets) == 1 else make.tuple_([make.element(each) for each in targets]))

    def _names(self, node: ast.Global | ast.Nonlocal) -> Any:
        statement = make.global_ if type(node) is ast.Global else make.nonlocal_
        return statement([make.name_item(make.name(each)) for each in node.names])

    def _raise(self, node: ast.Raise) -> Any:
        cause = make.from_(self._expression(node.cause)) if node.cause is not None else None
        return make.raise_(self._optional(node.exc), cause)

    def _assert(self, node: ast.Assert) -> Any:
        return make.assert_(self._expression(node.test), self._optional(node.msg))

    def _import(self, node: ast.Import) -> Any:
        return make.import_(self._aliases(node.names))

    def _import_from(self, node: ast.ImportFrom) -> Any:
        module = _dotted(node.module) if node.module else None
        names = make.IMPORT_STAR if node.names[0].name == "*" else self._aliases(node.names)
        return make.import_from(module, names, (make.DOT,) * node.level)

    def _aliases(self, names: Sequence[ast.alias]) -> Any:
        return [self._at(make.import_alias(_dotted(each.name), self._named_as(each.asname)), each) for each in names]

    def _named_as(self, name: str | None) -> Any:
        return make.as_name(make.name(name)) if name else None

    def _if(self, node: ast.If) -> Any:
        test, body = self._expression(node.test), self._body(node.body)
        other = node.orelse[0] if len(node.orelse) == 1 else None
        if type(other) is ast.If and other.col_offset == node.col_offset:  # else it would stand further right
            return make.if_(test, body, self._at(self._if(other), other))
        return make.if_(test, body, self._else(node.orelse))

    def _for(self, node: ast.For | ast.AsyncFor) -> Any:
        target, over = self._expression(node.target), self._expression(node.iter)
        return make.for_(target, over, self._body(node.body), self._else(node.orelse), _asynchronous(node, ast.AsyncFor))

    def _while(self, node: ast.While) -> Any:
        return make.while_(self._expression(node.test), self._body(node.body), self._else(node.orelse))

    def _with(self, node: ast.With | ast.AsyncWith) -> Any:
        items = [make.with_item(self._expression(each.context_expr), self._as(each.optional_vars)) for each in node.items]
        return make.with_(items, self._body(node.body), _asynchronous(node, ast.AsyncWith))

    def _as(self, target: ast.expr | None) -> Any:
        return make.as_name(self._expression(target)) if target is not None else None

    def _try(self, node: ast.Try) -> Any:
        handlers = [
            self._at(make.handler(self._optional(each.type), self._named_as(each.name), self._body(each.body)), each)
            for each in node.handlers
        ]
        final = make.finally_(self._body(node.finalbody)) if node.finalbody else None
        return make.try_(self._body(node.body), handlers, self._else(node.orelse), final)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Any:
        if getattr(node, "type_params", None):
            raise UnfitError
        returns = make.annotation(self._expression(node.returns)) if node.returns is not None else None
        return make.function(
            make.name(node.name), self._parameters(node.args), self._body(node.body), self._decorators(node.decorator_list),
            returns, _asynchronous(node, ast.AsyncFunctionDef), None,
        )  # fmt: skip

    def _class(self, node: ast.ClassDef) -> Any:
        if getattr(node, "type_params", None):
            raise UnfitError
        keywords = [self._keyword(each) for each in node.keywords]
        decorators = self._decorators(node.decorator_list)
        return make.class_(make.name(node.name), self._body(node.body), self._positional(node.bases), keywords, decorators, None)

    def _decorators(self, nodes: Sequence[ast.expr]) -> Any:
        return [make.decorator(self._expression(each)) for each in nodes]

    def _begins_line(self, node: ast.stmt) -> bool:
        prefix = self._lines[node.lineno - 1][: node.col_offset]
        return not prefix or prefix.isspace()


def _dotted(name: str) -> Any:
    first, *others = name.split(".")
    found = make.name(first)
    for other in others:
        found = make.attribute(found, make.name(other))
    return found


def _asynchronous(node: ast.stmt, kind: type[ast.AST]) -> Any:
    return make.ASYNCHRONOUS if type(node) is kind else None


_COMPOUND: dict[type[ast.AST], Callable[..., Any]] = {
    ast.If: _Builder._if, ast.For: _Builder._for, ast.AsyncFor: _Builder._for, ast.While: _Builder._while,
    ast.With: _Builder._with, ast.AsyncWith: _Builder._with, ast.Try: _Builder._try, ast.FunctionDef: _Builder._function,
    ast.AsyncFunctionDef: _Builder._function, ast.ClassDef: _Builder._class,
}  # fmt: skip
_SIMPLE: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Expr: _Builder._expr, ast.Assign: _Builder._assign, ast.AnnAssign: _Builder._ann_assign,
    ast.AugAssign: _Builder._aug_assign, ast.Return: _Builder._return, ast.Delete: _Builder._del,
    ast.Global: _Builder._names, ast.Nonlocal: _Builder._names, ast.Raise: _Builder._raise, ast.Assert: _Builder._assert,
    ast.Import: _Builder._import, ast.ImportFrom: _Builder._import_from, ast.Pass: lambda *_: make.pass_(),
    ast.Break: lambda *_: make.break_(), ast.Continue: lambda *_: make.continue_(),
}  # fmt: skip
