"""Calls into the project: binding of arguments, functions, methods, classes, generators."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import libcst as cst

from sched_lint.evaluate.core import MAX_DEPTH, Scope
from sched_lint.evaluate.notes import KEPT
from sched_lint.evaluate.recall import Recall
from sched_lint.evaluate.scan import is_generator
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import (
    ANY,
    MISSING,
    NONE,
    Alternatives,
    Arguments,
    Class,
    Dict,
    Environment,
    External,
    Frame,
    Function,
    Imported,
    Instance,
    Iteration,
    List,
    LoaderValue,
    Method,
    NativeMethod,
    Partial,
    Super,
    Tuple,
    Unparsed,
    choose,
)  # fmt: skip
from sched_lint.quantities import Const, Symbol, Value
from sched_lint.work import WORK

DATACLASS_DECORATORS = ("dataclass", "define", "frozen", "attrs", "attr.s", "s", "configclass")
RECORD_BASES = ("NamedTuple", "BaseModel", "TypedDict", "Struct", "BaseSettings")


VARIES = re.compile(
    r"rand|time|clock|uuid|input|next|iter|now\b|pid\b|sampl|shuffle|choice|generat|seed|rng|pop\b|read|open\b", re.IGNORECASE
)
"""Words of calls that may give something else each time."""


class Calls(Recall):
    """Calling values."""

    __slots__ = ()

    def evaluate_call(self, node: cst.Call) -> Value:
        """Evaluate a call expression."""
        name = node.func.value if type(node.func) is cst.Name else ""
        if name == "super":
            return self._super(node)
        if name in ("isinstance", "hasattr") and len(node.args) == 2:
            if self.holder(name) is None:
                return self._boolean_value(node)
        if self.notes is not None and VARIES.search(_spelled(node.func)):
            self.not_plain()
        callee = self.evaluate(node.func)
        if isinstance(callee, Alternatives) and any(arg.star for arg in node.args):
            # Each class of a table comes with its own arguments: evaluate them under the same decision.
            return self.each(callee, lambda option: self.call(option, self.arguments(node.args), node))
        keeps = type(callee) is Class and _is_record(callee)
        return self.call(callee, self.arguments(node.args, keeps), node)

    def arguments(self, nodes: Sequence[cst.Arg], keeps: bool = False) -> Arguments:
        """Evaluate the arguments of a call, splats included; `keeps`: the callee only keeps them."""
        args = Arguments()
        for arg in nodes:
            value = (self.unopened(arg.value) if keeps else None) or self.evaluate(arg.value)
            if arg.star == "*":
                items = self.items_of(self.narrowed(value))
                if items is None:
                    args.open, args.settled = True, False
                else:
                    args.positional.extend(items)
            elif arg.star == "**":
                self._splat(args, value)
            elif arg.keyword is not None:
                args.keywords[arg.keyword.value] = value
            else:
                args.positional.append(value)
        return args

    def _splat(self, args: Arguments, value: Value) -> None:
        value = self.narrowed(value)
        options = self.options(value)
        mapping = options[0][1] if len(options) == 1 and not options[0][0] else None
        if not isinstance(mapping, Dict) or mapping.filtered:
            args.settled = _is_entry(value) and (args.settled or not args.open)
            args.open = True
            return
        for name, entry in mapping.entries.items():
            if isinstance(entry, Alternatives) and len(entry.options) == 1:
                args.open, args.settled = True, False  # there on one branch only
            elif isinstance(name, str):
                args.keywords.setdefault(name, entry)
            elif name == ANY:
                args.open, args.settled = True, False

    def call(self, callee: Value, args: Arguments, node: cst.CSTNode) -> Value:
        """Call any value."""
        self.tick()
        handler = _CALLED.get(type(callee))
        return handler(self, callee, args, node) if handler is not None else self.call_unknown(callee, args, node)

    def _call_each(self, callee: Alternatives, args: Arguments, node: cst.CSTNode) -> Value:
        return self.each(callee, lambda option: self.call(option, args, node))

    def _call_imported(self, callee: Imported, args: Arguments, node: cst.CSTNode) -> Value:
        return self.call(self.load(callee), args, node)

    def _call_bound(self, callee: Method, args: Arguments, node: cst.CSTNode) -> Value:
        bound = Arguments([callee.receiver, *args.positional], args.keywords, args.open)
        return self.call_function(callee.function, bound, node)

    def _call_partial(self, callee: Partial, args: Arguments, node: cst.CSTNode) -> Value:
        merged = Arguments(
            [*callee.args.positional, *args.positional], {**callee.args.keywords, **args.keywords}, callee.args.open or args.open
        )
        return self.call(callee.function, merged, node)

    def _call_unparsed(self, callee: Unparsed, args: Arguments, node: cst.CSTNode) -> Value:
        if any(self.reachable(arg) for arg in args.all()):
            return self.call(self.force(callee), args, node)
        return self.unknown(node, dotted(node))

    def _call_object(self, callee: Instance, args: Arguments, node: cst.CSTNode) -> Value:
        if callee.cls.find("__call__") is not None:
            return self.call_method_with(callee, "__call__", args, node)
        return self.call_unknown(callee, args, node)

    def call_method_with(self, value: Value, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        return self.call(self.attribute(value, name, node), args, node)

    def call_external(self, callee: External, args: Arguments, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def call_native(self, callee: NativeMethod, args: Arguments, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def call_unknown(self, callee: Value, args: Arguments, node: cst.CSTNode) -> Value:
        raise NotImplementedError

    def force(self, value: Unparsed) -> Value:
        raise NotImplementedError

    # -- functions ---------------------------------------------------------------------------------------------

    def call_function(self, function: Function, args: Arguments, node: cst.CSTNode) -> Value:
        """Enter a function of the project."""
        identity = id(function.node)
        if self.active.count(identity) >= 1 or len(self.active) >= MAX_DEPTH:
            self.not_plain()
            if len(self.active) >= MAX_DEPTH:
                self.timeline.notes.append(f"calls nested deeper than {MAX_DEPTH} were not followed: {function.name}")
            return self.unknown(node, dotted(node))
        self.entered.add(identity)
        if self._passes_by(function, args):
            return self.unknown(node, dotted(node))
        answer = self.recalled(function, args, node)
        return answer if answer is not None else self.follow(function, args, node)

    def follow(self, function: Function, args: Arguments, node: cst.CSTNode) -> Value:
        """Bind the arguments and run the body."""
        names = self.bind(function, args, node)
        if type(function.node) is cst.Lambda:
            return self._enter(function, names, node, lambda_body=function.node.body)
        return self._enter(function, names, node)

    def _passes_by(self, function: Function, args: Arguments) -> bool:
        """Not worth entering: nothing of training in it, and nothing given to it that trains or is tracked."""
        if not self.interest.is_cold(function):
            return False
        given = args.positional[1:] if function.owner is not None else args.positional
        for value in (*given, *args.keywords.values()):
            if isinstance(value, Method) or self.interest.may_train(value) or self.reachable(value):
                return False
        return True

    def _enter(
        self,
        function: Function,
        names: dict[str, Value],
        node: cst.CSTNode,
        lambda_body: cst.BaseExpression | None = None,
    ) -> Value:
        WORK.functions_evaluated += 1
        before = (self.frame, self.env, self.calls, self.path)
        self.calls = (*self.calls, self.site(node))
        self.frame = frame = Frame(names, function.frame, function.env)
        self.env = function.env
        self.active.append(id(function.node))
        mark = self.store.mark()
        try:
            if lambda_body is not None:
                return self.evaluate(lambda_body)
            assert type(function.node) is cst.FunctionDef
            found = self._run_body(function, node)
            if not frame.captured:
                self.store.drop(mark, names)
            return found
        finally:
            self.active.pop()
            self.frame, self.env, self.calls, self.path = before

    def _run_body(self, function: Function, node: cst.CSTNode) -> Value:
        assert type(function.node) is cst.FunctionDef and self.frame is not None
        scope = Scope(None, self.store.mark(), self.path)
        loops = self.loops
        self.scopes.append(scope)
        whole = function.env.module.whole(function.node)
        signal = self.execute(whole.body)
        self.paused = None  # what a context manager within it left is done with
        self.scopes.pop()
        self.settle(scope, signal, ("return",), self.frame.names)
        if is_generator(whole, function.env.module.text_of(function.node)):
            return self._generated(scope, len(loops), function)
        if not scope.returns:
            return NONE if signal is None else self.unknown(node, dotted(node))
        if signal is None:
            # What reaches the end returns None, under the decisions that kept it from returning earlier.
            scope.returns.append((self.path - scope.path, NONE))
        found = choose(scope.returns)
        return found if found is not MISSING else self.unknown(node, dotted(node))

    def _generated(self, scope: Scope, depth: int, function: Function) -> Value:
        inner = [loops[depth:] for loops, _ in scope.yields]
        if function.context:
            self.paused = scope.paused if scope.yields else None
            return scope.yields[0][1] if scope.yields else NONE
        if scope.yields and not any(inner):
            return Iteration("collection", function.name, None, None, unrolled=tuple(value for _, value in scope.yields))
        for loops in inner:
            if loops:
                source = next((loop for loop in reversed(loops) if loop.source == "loader"), loops[-1])
                element = choose([(frozenset(), value) for _, value in scope.yields])
                bound = None if any(loop.source == "while" for loop in loops) else source.bound
                return Iteration(source.source, source.text, bound, element, loader=source.loader)
        return Iteration("unknown", function.name, None, None)

    def bind(self, function: Function, args: Arguments, node: cst.CSTNode) -> dict[str, Value]:
        """The local names of a call."""
        parameters = function.node.params
        names: dict[str, Value] = {}
        positional = list(args.positional)
        keywords = dict(args.keywords)
        ordered = [*parameters.posonly_params, *parameters.params]
        for parameter in ordered:
            name = parameter.name.value
            if positional:
                names[name] = _renamed(positional.pop(0), name)
            elif name in keywords:
                names[name] = _renamed(keywords.pop(name), name)
            else:
                names[name] = self._missing(function, name, args.open)
        for parameter in parameters.kwonly_params:
            name = parameter.name.value
            names[name] = _renamed(keywords.pop(name), name) if name in keywords else self._missing(function, name, args.open)
        if type(parameters.star_arg) is cst.Param:
            rest = Tuple(tuple(positional))
            names[parameters.star_arg.name.value] = List({"*": self.unknown(node)}) if args.open else rest
        if parameters.star_kwarg is not None:
            entries: dict[Hashable, Value] = dict(keywords.items())
            if args.open:
                entries[ANY] = Symbol(("kwargs", id(node)), parameters.star_kwarg.name.value)
            names[parameters.star_kwarg.name.value] = Dict(entries)
        return names

    def _missing(self, function: Function, name: str, unsure: bool) -> Value:
        default = function.defaults.get(name)
        if default is not None and not isinstance(default, KEPT):
            self.not_plain()
        if default is not None and not unsure:
            return _renamed(default, name)
        plain = default if default is not None and isinstance(default, Const) else None
        return Symbol(("param", id(function.node), name, len(self.active)), name, plain)

    def make_function(self, node: cst.FunctionDef | cst.Lambda, name: str, owner: Class | None = None) -> Function:
        """A function value; its defaults are evaluated now, as Python does."""
        function = Function(node, name, self.env, self.frame, owner)
        frame = self.frame
        while frame is not None and not frame.captured:
            frame.captured = True
            frame = frame.parent
        parameters = node.params
        for parameter in (*parameters.posonly_params, *parameters.params, *parameters.kwonly_params):
            if parameter.default is not None:
                function.defaults[parameter.name.value] = self.evaluate(parameter.default)
        return function

    # -- classes -----------------------------------------------------------------------------------------------

    def _super(self, node: cst.Call) -> Value:
        function = self.current_function()
        receiver = self.evaluate(node.args[1].value) if len(node.args) == 2 else self._first_local()
        if function is None or function.owner is None or receiver is None:
            return self.unknown(node, "super()")
        after = function.owner
        if len(node.args) == 2:
            named = self.evaluate(node.args[0].value)
            after = named if isinstance(named, Class) else after
        cls = receiver.cls if isinstance(receiver, Instance) else receiver if isinstance(receiver, Class) else None
        instance = getattr(receiver, "instance", None)
        if cls is None and isinstance(instance, Instance):
            cls = instance.cls
        if cls is None:
            return self.unknown(node, "super()")
        # One class statement can have run twice (as a script and as an import): compare by the statement.
        return Super(receiver, cls, next((c for c in cls.order if c.node is after.node), after))

    def current_function(self) -> Function | None:
        """The method being evaluated, found by its node."""
        for identity in reversed(self.active):
            found = self.functions.get(identity)
            if found is not None and found.owner is not None:
                return found
        return None

    def _first_local(self) -> Value | None:
        frame = self.frame
        return next(iter(frame.names.values()), None) if frame is not None else None

    def instantiate(self, cls: Class, args: Arguments, node: cst.CSTNode) -> Value:
        """Make an object of a project class."""
        self.not_plain()
        self.instantiated.update(id(ancestor.node) for ancestor in cls.order)
        special = self.instantiate_tracked(cls, args, node)
        if special is not None:
            return special
        instance = Instance(cls, number=self.serial())
        self.store.born(instance.attrs)
        if self._fill_record(cls, instance, args):
            return instance
        metaclass_call = cls.find("__new__")
        init = cls.find("__init__")
        if init is None and metaclass_call is None:
            self.escape(args, cls.name, node)
            return instance
        if isinstance(init, (Function, Alternatives)):
            self.call(self._bind(instance, cls, init, node), args, node)
        return instance

    def _fill_record(self, cls: Class, instance: Instance, args: Arguments) -> bool:
        """Fields of dataclasses, NamedTuples and models, when no __init__ is written."""
        if not _is_record(cls):
            return False
        fields: dict[str, tuple[cst.BaseExpression | None, Environment]] = {}
        for ancestor in reversed(cls.order):
            for name, default in ancestor.fields:
                fields[name] = (default, ancestor.env)
        for position, (name, (default, env)) in enumerate(fields.items()):
            value = args.get(position, name)
            if value is None and default is not None and not args.open:
                outer, self.env = self.env, env
                value = self.field_default(default)
                self.env = outer
            if value is None:
                value = Symbol(("field", instance.number, name), name)
            self.set_attribute(instance, name, value, cls.node)
        post = cls.find("__post_init__")
        if isinstance(post, Function):
            self.call(Method(post, instance), Arguments(), cls.node)
        return True

    def field_default(self, node: cst.BaseExpression) -> Value:
        """The default of a field, `field(default=...)` and `field(default_factory=...)` included."""
        if type(node) is cst.Call and dotted(node.func).rpartition(".")[2] in ("field", "Field", "ib"):
            for arg in node.args:
                keyword = arg.keyword.value if arg.keyword is not None else ""
                if keyword == "default" or (not keyword and dotted(node.func).endswith("Field")):
                    return self.evaluate(arg.value)
                if keyword in ("default_factory", "factory"):
                    return self.call(self.evaluate(arg.value), Arguments(), node)
            return self.unknown(node, "field")
        return self.evaluate(node)

    def instantiate_tracked(self, cls: Class, args: Arguments, node: cst.CSTNode) -> Value | None:
        raise NotImplementedError

    def escape(self, args: Arguments, to: str, node: cst.CSTNode) -> None:
        raise NotImplementedError


_CALLED: dict[type[Value], Callable[[Any, Any, Arguments, cst.CSTNode], Value]] = {
    Alternatives: Calls._call_each,
    Imported: Calls._call_imported,
    Function: Calls.call_function,
    Method: Calls._call_bound,
    Class: Calls.instantiate,
    Partial: Calls._call_partial,
    Unparsed: Calls._call_unparsed,
    External: lambda self, *called: self.call_external(*called),
    NativeMethod: lambda self, *called: self.call_native(*called),
    Instance: Calls._call_object,
}


def _is_record(cls: Class) -> bool:
    """Does a class keep what its constructor is given, and do nothing else then?"""
    record = any(c.dataclass for c in cls.order) or any(base.rpartition(".")[2] in RECORD_BASES for base in cls.external_bases)
    return record and cls.find("__init__") is None


def _is_entry(value: Value) -> bool:
    """Is it an entry or attribute of something: `config["scheduler"]`, `args.scheduler`? A parameter may hold anything."""
    return isinstance(value, Symbol) and not value.varying and not value.text.endswith(")") and any(c in value.text for c in ".[")


def _spelled(function: cst.BaseExpression) -> str:
    """The spelling of what is called; "" of the environment's methods: what they give, they give throughout the run."""
    spelled = dotted(function)
    return "" if spelled.startswith("os.environ.") else spelled


def _renamed(value: Value, name: str) -> Value:
    """A plain constant passed as a parameter remembers the parameter's name as well."""
    if isinstance(value, Const) and not isinstance(value.value, (bool, type(None), str)):
        return Const(value.value, (*value.names, name)[-6:], value.label or name)
    if isinstance(value, Symbol) and (value.text == "?" or value.text.endswith(")")):
        return Symbol(value.key, name, value.default, value.varying)
    if isinstance(value, LoaderValue) and not value.text:
        value.text = name
    return value
