"""libcst trees from Python's own parser: the same nodes without their whitespace, for a fifth of what its parser costs.

libcst's parser spends its time on the grammar in which it tells every comma and bracket apart. An analysis that changes
nothing needs none of that. The running Python parses a text ten times faster; what it gives is turned into libcst's nodes
here. They lack the attributes that only say how the source is laid out, so they can be read but not printed. What the
running Python refuses, and what is rare in training code, is left to libcst.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Sequence
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


class _Builder:
    """Turns one text into one tree.

    Attributes:
        places: where the nodes stand, by their ids; None where nobody asks.
    """

    def __init__(self, text: str, places: dict[int, Place] | None = None) -> None:
        self._text = text
        self._plain = text.isascii()
        self._split: list[str] | None = None
        self._inside = 0  # of how many formatted strings: before Python 3.12 nothing in one can be found in the text
        self.places = places

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

    @property
    def _lines(self) -> list[str]:
        if self._split is None:
            self._split = self._text.split("\n")
        return self._split

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

    def _begins_line(self, node: ast.stmt) -> bool:
        prefix = self._lines[node.lineno - 1][: node.col_offset]
        return not prefix or prefix.isspace()

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


def _dotted(name: str) -> Any:
    first, *others = name.split(".")
    found = make.name(first)
    for other in others:
        found = make.attribute(found, make.name(other))
    return found


def _asynchronous(node: ast.stmt, kind: type[ast.AST]) -> Any:
    return make.ASYNCHRONOUS if type(node) is kind else None


_NUMBERS = {int: make.integer, float: make.float_, complex: make.imaginary}
_DISPLAYS = {ast.Tuple: make.tuple_, ast.List: make.list_, ast.Set: make.set_}
_COMPREHENSIONS = {ast.ListComp: make.list_comp, ast.SetComp: make.set_comp, ast.GeneratorExp: make.generator}
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
_EXPRESSIONS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Name: _Builder._name, ast.Attribute: _Builder._attribute, ast.Call: _Builder._call, ast.Constant: _Builder._constant,
    ast.Subscript: _Builder._subscript, ast.Tuple: _Builder._items, ast.List: _Builder._items, ast.Set: _Builder._items,
    ast.Starred: _Builder._star, ast.Dict: _Builder._dict, ast.ListComp: _Builder._comprehension,
    ast.SetComp: _Builder._comprehension, ast.GeneratorExp: _Builder._comprehension, ast.DictComp: _Builder._dict_comp,
    ast.BinOp: _Builder._binary, ast.BoolOp: _Builder._boolean, ast.UnaryOp: _Builder._unary,
    ast.Compare: _Builder._compare, ast.IfExp: _Builder._if_exp, ast.NamedExpr: _Builder._named,
    ast.Lambda: _Builder._lambda, ast.Await: _Builder._await, ast.Yield: _Builder._yield,
    ast.YieldFrom: _Builder._yield_from, ast.JoinedStr: _Builder._joined,
}  # fmt: skip
