"""Definitions: functions with their decorators, classes with their bases."""

from __future__ import annotations

import libcst as cst

from sched_lint.evaluate.calls import DATACLASS_DECORATORS
from sched_lint.evaluate.imports import Imports
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import (
    Alternatives,
    Arguments,
    Class,
    Frame,
    Function,
    Instance,
    Method,
    Partial,
    Unparsed,
)  # fmt: skip
from sched_lint.quantities import Const, Value

PROPERTY = ("property", "cached_property", "functools.cached_property", "lazy_property")
ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag"})


class Definitions(Imports):
    """def and class."""

    __slots__ = ("_getters",)

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._getters: dict[tuple[int, str], Function] = {}  # of properties, by class and name

    # -- functions and classes ---------------------------------------------------------------------------------

    def define_function(self, node: cst.FunctionDef) -> None:
        """`def`: bind the name to the function, or to what its decorators make of it."""
        name = node.name.value
        function = self.make_function(node, name)
        self.functions[id(node)] = function
        value: Value = function
        for decorator in reversed(node.decorators):
            value = self._decorated(decorator.decorator, value, function)
        self.assign(node.name, value)

    def _decorated(self, decorator: cst.BaseExpression, value: Value, function: Function) -> Value:
        label = dotted(decorator)
        plain = label.removesuffix("()")
        if plain in ("staticmethod", "classmethod"):
            function.kind = plain.removesuffix("method")
            return value
        if plain in PROPERTY or plain.endswith((".getter", "property")):
            function.kind = "cached" if "cached" in plain or "lazy" in plain else "property"
            return value
        if plain.endswith(".setter"):
            function.kind = "setter"
            function.name = f"{function.name}.setter"
            return value
        if plain.endswith("contextmanager"):
            function.context = True
            return value
        evaluated = self.evaluate(decorator)
        if isinstance(evaluated, Function) and self.interest.is_aside(evaluated):
            return value
        if isinstance(evaluated, (Function, Method, Class, Instance, Partial)):
            made = self.call(evaluated, Arguments([value]), decorator)
            return made if isinstance(made, (Function, Method, Class, Partial, Instance)) else value
        # Other libraries' decorators are taken to hand the function back; they may also keep it and call it.
        self.escape(Arguments([value]), label, decorator)
        return value

    def define_class(self, node: cst.ClassDef) -> Class:
        """`class`: run its body for methods and attributes, apply its decorators, bind the name."""
        bases = tuple(self._base(arg) for arg in node.bases)
        cls = Class(node, node.name.value, self.env, bases)
        self.classes[id(node)] = cls
        frame = Frame({}, self.frame, self.env)
        outer, self.frame = self.frame, frame
        for statement in node.body.body if type(node.body) is cst.IndentedBlock else ():
            self._class_statement(statement, cls)
        self.frame = outer
        for name, member in frame.names.items():
            cls.names[name] = member
            _own(member, cls, self.functions, outer)
        if any(base.rpartition(".")[2] in ENUMS for base in cls.external_bases):
            for name, member in list(cls.names.items()):
                if not isinstance(member, Function):
                    cls.names[name] = Const(f"{cls.name}.{name}")
        value: Value = cls
        for decorator in reversed(node.decorators):
            label = dotted(decorator.decorator).removesuffix("()").rpartition(".")[2]
            if label in DATACLASS_DECORATORS:
                cls.dataclass = True
                continue
            evaluated = self.evaluate(decorator.decorator)
            if isinstance(evaluated, Function) and self.interest.is_aside(evaluated):
                continue
            if isinstance(evaluated, (Function, Method, Instance, Partial)):
                made = self.call(evaluated, Arguments([value]), decorator.decorator)
                value = made if isinstance(made, Class) else value
        self.assign(node.name, value)
        return cls

    def _base(self, arg: cst.Arg) -> Value:
        value = self.evaluate(arg.value)
        if isinstance(value, Unparsed):
            value = self.force(value)
        return value.options[0][1] if isinstance(value, Alternatives) else value

    def _class_statement(self, statement: cst.CSTNode, cls: Class) -> None:
        if type(statement) is cst.SimpleStatementLine:
            for small in statement.body:
                if type(small) is cst.AnnAssign and type(small.target) is cst.Name:
                    cls.fields.append((small.target.value, small.value))
                    if small.value is not None and type(small.value) is not cst.Call:
                        self.assign(small.target, self.evaluate(small.value))
                    continue
                self._simple([small])
            return
        if type(statement) is cst.FunctionDef:
            self.define_function(statement)
            setter = self.functions[id(statement)]
            if setter.kind == "setter" and self.frame is not None:
                # The getter keeps the plain name; the setter stands beside it.
                self.frame.names[setter.name] = setter
                self._keep_getter(statement.name.value, cls)
            elif setter.kind == "property":
                self._getters[(id(cls), setter.name)] = setter
            return
        self._statement(statement)

    def _keep_getter(self, name: str, cls: Class) -> None:
        getter = self._getters.get((id(cls), name))
        if getter is not None and self.frame is not None:
            self.frame.names[name] = getter


def _own(value: Value, cls: Class, functions: dict[int, Function], outer: Frame | None) -> None:
    """Methods know their class and do not see the names of the class body."""
    if isinstance(value, Alternatives):
        for _, option in value.options:
            _own(option, cls, functions, outer)
    if isinstance(value, Function) and value.owner is None:
        value.owner = cls
        value.frame = outer
        functions[id(value.node)] = value
