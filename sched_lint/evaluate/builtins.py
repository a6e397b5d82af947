"""What is known of the standard library: builtins, functools, itertools, argparse, pathlib and their like."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import libcst as cst

from sched_lint.evaluate.attributes import as_entries, class_of
from sched_lint.evaluate.options import Options
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import (
    ANY,
    MISSING,
    NONE,
    Alternatives,
    Arguments,
    CheckpointValue,
    Class,
    Dict,
    External,
    ExternalObject,
    Instance,
    Iteration,
    List,
    LoaderValue,
    OptimizerValue,
    Partial,
    SchedulerValue,
    Tuple,
)  # fmt: skip
from sched_lint.quantities import Const, Items, Op, Symbol, Value, operate, text

WHOLE = re.compile(r"([A-Za-z_][\w.]*\w)")
PREFIX = re.compile(r"([A-Za-z_][\w.]*\w)\.")
"""Texts that name something of a module, and that name a module of which something is chosen."""
WRAPPERS = frozenset(
    {"tqdm", "trange", "track", "progress_bar", "master_bar", "prange", "notebook_tqdm", "ProgressBar", "progressbar"}
)
NUMERIC = {
    "builtins.int": "int", "builtins.float": "float", "builtins.abs": "abs", "builtins.round": "round", "math.ceil": "ceil",
    "math.floor": "floor", "math.sqrt": "sqrt", "math.cos": "cos", "math.sin": "sin", "math.exp": "exp", "math.log": "log",
    "math.pow": "pow", "builtins.pow": "pow", "numpy.ceil": "ceil", "numpy.floor": "floor", "builtins.str": "str",
    "numpy.cos": "cos", "numpy.sqrt": "sqrt", "numpy.exp": "exp", "numpy.int64": "int", "numpy.float32": "float",
    "math.log2": "log2", "math.log10": "log10",
}  # fmt: skip


class Builtins(Options):
    """Calls of the standard library."""

    __slots__ = ()

    def call_standard(self, name: str, args: Arguments, node: cst.CSTNode) -> Value | None:
        """The result of a call of the standard library, None when nothing is known of it."""
        handler = _TABLE.get(name)
        if handler is not None:
            return handler(self, args, node)
        if name in NUMERIC and args.positional:
            return self._numeric(NUMERIC[name], args, node)
        short = name.rpartition(".")[2]
        if short in WRAPPERS:
            return self._progress(short, args, node)
        if name in ("os.path.join", "posixpath.join"):
            return operate("join", *args.positional) if args.positional else NONE
        if name in (
            "pathlib.Path",
            "pathlib.PurePath",
            "os.path.abspath",
            "os.path.expanduser",
            "os.path.realpath",
            "os.fspath",
            "os.path.normpath",
        ):
            return operate("join", *args.positional) if args.positional else Const("")
        return None

    def _numeric(self, op: str, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0]
        if isinstance(value, Alternatives):
            return self.each(value, lambda option: self._numeric(op, Arguments([option, *args.positional[1:]]), node))
        if isinstance(value, (OptimizerValue, SchedulerValue, Instance, LoaderValue, List, Tuple, Dict)):
            return self.unknown(node, dotted(node))
        if op in ("int", "float", "str") and isinstance(value, Symbol):
            return value
        if op == "str" and (isinstance(value, Class) or (isinstance(value, External) and value.name.startswith("torch.optim."))):
            return Const(f"<class '{value.name}'>")
        return operate(op, *args.positional)

    def _progress(self, short: str, args: Arguments, node: cst.CSTNode) -> Value:
        if short in ("trange", "prange"):
            return self._range(args, node)
        value = args.get(0, "iterable")
        if value is None and "total" in args.keywords:
            return ExternalObject("tqdm")
        if value is None:
            return self.unknown(node, "tqdm()")
        return self.iterate(value, node)

    # -- iteration ---------------------------------------------------------------------------------------------

    def _range(self, args: Arguments, node: cst.CSTNode) -> Value:
        values = args.positional
        if not values:
            return self.unknown(node, "range()")
        stop = values[1] if len(values) > 1 else values[0]
        label = "range(" + ", ".join(text(value) for value in values) + ")"
        start = self.narrowed(values[0]) if len(values) > 1 else Const(0)
        if len(values) > 2 and type(start).__module__ == type(stop).__module__ == type(values[2]).__module__ == Const.__module__:
            # So many turns as range(turns) has.
            span = stop if isinstance(start, Const) and start.value == 0 else operate("-", stop, start)
            turns = operate("ceil", operate("/", span, values[2]))
            return Iteration("range", label, turns, None, start=Const(0))
        return Iteration("range", label, self.narrowed(stop), None, start=start)

    def _enumerate(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.get(0, "iterable")
        if value is None:
            return self.unknown(node, "enumerate()")
        inner = self.iterate(value, node)
        if inner.unrolled is not None:
            start = args.get(1, "start")
            offset = start.value if isinstance(start, Const) and isinstance(start.value, int) else 0
            pairs = tuple(Tuple((Const(i + offset), item)) for i, item in enumerate(inner.unrolled))
            return Iteration("collection", inner.text, inner.bound, None, unrolled=pairs)
        start = args.get(1, "start") or Const(0)
        return Iteration(inner.source, inner.text, inner.bound, None, ("index", "item"), inner.loader, None, inner, start)

    def _zip(self, args: Arguments, node: cst.CSTNode) -> Value:
        parts = [self.iterate(value, node) for value in args.positional]
        if parts and all(part.unrolled is not None for part in parts):
            together = zip(*(part.unrolled or () for part in parts), strict=False)
            return Iteration("collection", "zip", None, None, unrolled=tuple(Tuple(tuple(row)) for row in together))
        lengths = [len(part.unrolled) for part in parts if part.unrolled is not None]
        if lengths:
            # One side is known: the others give an unknown item a turn.
            rows = [
                Tuple(tuple(
                    part.unrolled[i] if part.unrolled is not None and i < len(part.unrolled) else
                    self._item_at(value, part, i, node)
                    for value, part in zip(args.positional, parts, strict=True)
                ))
                for i in range(min(lengths))
            ]  # fmt: skip
            return Iteration("collection", "zip", None, None, unrolled=tuple(rows))
        source = next((part for part in parts if part.source == "loader"), parts[0] if parts else None)
        if source is None:
            return self.unknown(node, "zip()")
        return Iteration(source.source, source.text, source.bound, None, ("zip",), source.loader, None, Tuple(tuple(parts)))

    def _item_at(self, value: Value, part: Iteration, position: int, node: cst.CSTNode) -> Value:
        if isinstance(value, (CheckpointValue, Symbol)):
            return self.item(value, Const(position), node)
        return part.element if part.element is not None else self.element(part, node)

    def _same_iteration(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0] if args.positional else None
        return self.iterate(value, node) if value is not None else self.unknown(node, dotted(node))

    def _islice(self, args: Arguments, node: cst.CSTNode) -> Value:
        inner = self._same_iteration(args, node)
        if isinstance(inner, Iteration) and len(args.positional) > 1:
            bound = args.positional[2] if len(args.positional) > 2 else args.positional[1]
            return Iteration(inner.source, inner.text, bound, None, (), inner.loader, None, inner)
        return inner

    def _next(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0] if args.positional else None
        if isinstance(value, (List, Tuple)) and self.parts_of(value):
            return self.parts_of(value)[0]
        if isinstance(value, Iteration) and value.unrolled:
            return value.unrolled[0]
        return self.unknown(node, dotted(node))

    def _sequence(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0] if args.positional else None
        if value is None:
            return List()
        return self.each(value, lambda option: self._listed(option, node))

    def _listed(self, value: Value, node: cst.CSTNode) -> Value:
        if isinstance(value, Symbol):
            return value
        if isinstance(value, (LoaderValue, OptimizerValue, SchedulerValue)):
            return value
        inner = self.iterate(value, node)
        if inner.unrolled is not None:
            return List(dict(enumerate(inner.unrolled)))
        if inner.source == "range":
            return inner
        return List({"*": inner.element}) if inner.element is not None else inner

    def _namespace(self, args: Arguments, node: cst.CSTNode) -> Value:
        found = self._made_dict(args, node)
        assert isinstance(found, Dict)
        return Dict(found.entries, namespace=True)

    def _namedtuple(self, args: Arguments, node: cst.CSTNode) -> Value:
        fields = args.get(1, "field_names")
        names: list[str] = []
        if isinstance(fields, Const) and isinstance(fields.value, str):
            names = fields.value.replace(",", " ").split()
        elif fields is not None:
            names = [str(item.value) for item in self.items_of(fields) or () if isinstance(item, Const)]
        return Partial(External("sched_lint.namedtuple"), Arguments([], {"__fields__": Items(tuple(map(Const, names)))}))

    def _make_namedtuple(self, args: Arguments, node: cst.CSTNode) -> Value:
        fields = args.keywords.pop("__fields__")
        names = tuple(str(f.value) for f in fields.items if isinstance(f, Const)) if isinstance(fields, Items) else ()
        values = [args.get(i, name) or Symbol(("field", id(node), name), name) for i, name in enumerate(names)]
        return Tuple(tuple(values), names)

    def _dataclass_replace(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0] if args.positional else NONE
        return self.replaced(value, "_replace", args) if isinstance(value, Instance) else self.unknown(node, dotted(node))

    # -- reflection --------------------------------------------------------------------------------------------

    def _getattr(self, args: Arguments, node: cst.CSTNode) -> Value:
        if len(args.positional) < 2:
            return self.unknown(node, "getattr()")
        owner, name = args.positional[:2]
        return self.each(owner, lambda option: self.each(name, lambda n: self._getattr_of(option, n, args, node)))

    def _getattr_of(self, owner: Value, name: Value, args: Arguments, node: cst.CSTNode) -> Value:
        if isinstance(name, Const) and isinstance(name.value, str):
            if len(args.positional) > 2 and isinstance(owner, SchedulerValue) and self.has(owner, name.value) is False:
                return args.positional[2]
            if len(args.positional) > 2 and isinstance(owner, (Instance, Dict)):
                known = owner.attrs if isinstance(owner, Instance) else owner.entries
                if isinstance(owner, Instance):
                    self.note(known, name.value, owner.attrs.get(name.value, MISSING))
                if name.value not in known and not (isinstance(owner, Instance) and owner.cls.find(name.value)):
                    partial = isinstance(owner, Instance) and (owner.partial or owner.cls.unknown_bases)
                    if not partial and not (isinstance(owner, Dict) and ANY in owner.entries):
                        return args.positional[2]
            return self.attribute(owner, name.value, node)
        if isinstance(owner, External):
            return External(f"{owner.name}.?")
        return self.unknown(node, dotted(node))

    def _eval(self, args: Arguments, node: cst.CSTNode) -> Value:
        """`eval("torch.optim.SGD")`, `eval(f"lr_scheduler.{name}")`: a class of a module of torch, by its name."""
        text = args.positional[0] if args.positional else NONE
        return self.each(text, lambda option: self._named(option, node))

    def _named(self, text: Value, node: cst.CSTNode) -> Value:
        first = text.args[0] if isinstance(text, Op) and text.op in ("format", "+") and text.args else text
        spelled = str(first.value) if isinstance(first, Const) else ""
        match = (WHOLE if first is text else PREFIX).fullmatch(spelled)
        if match is None:
            return self.unknown(node, dotted(node))
        home, _, name = match[1].partition(".")
        found = self.lookup(home)
        for part in filter(None, name.split(".")):
            found = self.attribute(found, part, node)
        if not isinstance(found, External):
            return self.unknown(node, dotted(node))
        return found if first is text else External(f"{found.name}.?")

    def _setattr(self, args: Arguments, node: cst.CSTNode) -> Value:
        if len(args.positional) == 3:
            owner, name, value = args.positional
            if isinstance(name, Const) and isinstance(attribute := name.value, str):
                self.for_each(owner, lambda option: self.set_attribute(option, attribute, value, node))
            else:
                self.loosen(owner)
        return NONE

    def _vars(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0] if args.positional else None
        self.not_plain()
        if isinstance(value, Instance):
            return Dict(as_entries(value.attrs))
        if isinstance(value, Dict):
            return value
        if value is None and self.frame is None:
            return Dict(as_entries(self.env.names))
        return self.unknown(node, dotted(node))

    def _globals(self, args: Arguments, node: cst.CSTNode) -> Value:
        self.not_plain()
        return Dict(as_entries(self.env.names))

    def _locals(self, args: Arguments, node: cst.CSTNode) -> Value:
        if self.frame is None:
            return self._globals(args, node)
        self.frame.captured = True
        return Dict(as_entries(self.frame.names))

    def _type(self, args: Arguments, node: cst.CSTNode) -> Value:
        found = class_of(args.positional[0]) if args.positional else None
        return found or self.unknown(node, dotted(node))

    def _partial(self, args: Arguments, node: cst.CSTNode) -> Value:
        if not args.positional:
            return self.unknown(node, "partial()")
        return Partial(args.positional[0], Arguments(args.positional[1:], args.keywords, args.open))

    def _identity(self, args: Arguments, node: cst.CSTNode) -> Value:
        return args.positional[0] if args.positional else self.unknown(node, dotted(node))

    def _len(self, args: Arguments, node: cst.CSTNode) -> Value:
        return self.length(args.positional[0]) if args.positional else self.unknown(node, "len()")

    def _extreme(self, op: str, args: Arguments, node: cst.CSTNode) -> Value:
        values = args.positional
        if len(values) == 1:
            values = self.items_of(values[0]) or []
        if values and all(type(value).__module__ == "sched_lint.quantities" for value in values):
            return operate(op, *values)
        several = next((value for value in values if isinstance(value, Alternatives)), None)
        if several is not None:
            others = [value for value in values if value is not several]
            return self.each(several, lambda option: self._extreme(op, Arguments([*others, option]), node))
        return self.unknown(node, dotted(node))

    def _deepcopy(self, args: Arguments, node: cst.CSTNode) -> Value:
        value = args.positional[0] if args.positional else NONE
        return self.each(value, lambda option: self._copied(option, node))

    def _copied(self, value: Value, node: cst.CSTNode) -> Value:
        if isinstance(value, Dict):
            return Dict(dict(value.entries), value.namespace, value.text)
        if isinstance(value, List):
            return List(dict(value.slots))
        if isinstance(value, (OptimizerValue, SchedulerValue, Instance)):
            return self.unknown(node, "copy")
        return value

    def _filter(self, args: Arguments, node: cst.CSTNode) -> Value:
        return args.positional[1] if len(args.positional) > 1 else self.unknown(node, "filter()")

    def _map(self, args: Arguments, node: cst.CSTNode) -> Value:
        if len(args.positional) == 2:
            function, collection = args.positional
            items = self.items_of(collection)
            if items is not None and len(items) <= 8:
                if isinstance(function, External) and function.name in ("builtins.int", "builtins.float"):
                    return List({i: operate(function.name.rpartition(".")[2], item) for i, item in enumerate(items)})
                return List({i: self.call(function, Arguments([item]), node) for i, item in enumerate(items)})
            if isinstance(collection, (Symbol, Op)):
                return collection
        return self.unknown(node, "map()")

    def _import_module(self, args: Arguments, node: cst.CSTNode) -> Value:
        name = args.get(0, "name")
        if isinstance(name, Const) and isinstance(name.value, str) and name.value and not name.value.startswith("."):
            return self.import_module(name.value)
        return self.unknown(node, "import_module()")

    def _exit(self, args: Arguments, node: cst.CSTNode) -> Value:
        return ExternalObject("sys.exit")


Handler = Callable[[Any, Arguments, cst.CSTNode], Value]
_TABLE: dict[str, Handler] = {
    "builtins.range": Builtins._range,
    "builtins.enumerate": Builtins._enumerate,
    "builtins.zip": Builtins._zip,
    "itertools.zip_longest": Builtins._zip,
    "builtins.iter": Builtins._same_iteration,
    "builtins.reversed": Builtins._sequence,
    "builtins.sorted": Builtins._sequence,
    "itertools.cycle": Builtins._same_iteration,
    "itertools.chain": Builtins._same_iteration,
    "itertools.islice": Builtins._islice,
    "builtins.next": Builtins._next,
    "builtins.list": Builtins._sequence,
    "builtins.tuple": Builtins._sequence,
    "builtins.set": Builtins._sequence,
    "builtins.dict": Builtins._made_dict,
    "collections.OrderedDict": Builtins._made_dict,
    "types.SimpleNamespace": Builtins._namespace,
    "argparse.Namespace": Builtins._namespace,
    "easydict.EasyDict": Builtins._namespace,
    "addict.Dict": Builtins._namespace,
    "ml_collections.ConfigDict": Builtins._namespace,
    "yacs.config.CfgNode": Builtins._namespace,
    "box.Box": Builtins._namespace,
    "collections.namedtuple": Builtins._namedtuple,
    "dataclasses.replace": Builtins._dataclass_replace,
    "dataclasses.asdict": lambda self, args, node: self._vars(args, node),
    "sched_lint.namedtuple": Builtins._make_namedtuple,
    "builtins.eval": Builtins._eval,
    "builtins.getattr": Builtins._getattr,
    "builtins.setattr": Builtins._setattr,
    "builtins.vars": Builtins._vars,
    "builtins.globals": Builtins._globals,
    "builtins.locals": Builtins._locals,
    "builtins.type": Builtins._type,
    "functools.partial": Builtins._partial,
    "functools.wraps": lambda self, args, node: External("sched_lint.identity"),
    "sched_lint.identity": Builtins._identity,
    "functools.lru_cache": lambda self, args, node: External("sched_lint.identity"),
    "builtins.len": Builtins._len,
    "builtins.min": lambda self, args, node: self._extreme("min", args, node),
    "builtins.max": lambda self, args, node: self._extreme("max", args, node),
    "copy.deepcopy": Builtins._deepcopy,
    "copy.copy": Builtins._deepcopy,
    "builtins.filter": Builtins._filter,
    "builtins.map": Builtins._map,
    "importlib.import_module": Builtins._import_module,
    "sys.exit": Builtins._exit,
    "builtins.exit": Builtins._exit,
    "builtins.quit": Builtins._exit,
    "os._exit": Builtins._exit,
    "argparse.ArgumentParser": Builtins._parser,
    "configargparse.ArgumentParser": Builtins._parser,
    "configargparse.ArgParser": Builtins._parser,
    "builtins.print": lambda self, args, node: NONE,
}
