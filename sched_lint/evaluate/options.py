"""Options: argparse's parsers and the namespaces they fill."""

from __future__ import annotations

import libcst as cst

from sched_lint.branches import Path
from sched_lint.evaluate.containers import Containers
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import NONE, Arguments, Dict, ExternalObject, Function, List, Method, Partial, Tuple, choose
from sched_lint.quantities import Const, Items, Symbol, Value, operate


class Options(Containers):
    """argparse and the libraries built like it."""

    __slots__ = ()

    def _parser(self, args: Arguments, node: cst.CSTNode) -> Value:
        return ExternalObject("argparse.ArgumentParser", {"__namespace__": Dict({}, True, "args")})

    def parser_method(self, parser: ExternalObject, name: str, args: Arguments, node: cst.CSTNode) -> Value | None:
        """Methods of argparse's parsers and groups, which all fill one namespace."""
        namespace = parser.attrs.get("__namespace__")
        if not isinstance(namespace, Dict):
            return None
        if name in ("add_argument", "add"):
            self._add_argument(namespace, args)
            return NONE
        if name in ("add_argument_group", "add_mutually_exclusive_group", "add_subparsers", "add_parser"):
            destination = args.keywords.get("dest")
            if isinstance(destination, Const) and isinstance(destination.value, str):
                self._option(namespace, destination.value, None)
            return ExternalObject("argparse.ArgumentParser", {"__namespace__": namespace})
        if name == "set_defaults":
            for option, value in args.keywords.items():
                if isinstance(value, (Function, Method, Partial)):
                    number = self.fresh_condition(f"{option} chosen")
                    earlier = namespace.entries.get(option)
                    options: list[tuple[Path, Value]] = [(frozenset({number}), value)]
                    if earlier is not None:
                        options.append((frozenset({-number}), earlier))
                    self.store.write(namespace.entries, option, choose(options))
                else:
                    self._option(namespace, option, value)
            return NONE
        if name in ("parse_args", "parse_intermixed_args", "parse"):
            return namespace
        if name in ("parse_known_args",):
            return Tuple((namespace, List({"*": self.unknown(node)})))
        if name == "parse_args_into_dataclasses":
            return self.unknown(node, dotted(node))
        return NONE

    def _add_argument(self, namespace: Dict, args: Arguments) -> None:
        flags = [str(value.value) for value in args.positional if isinstance(value, Const)]
        destination = args.keywords.get("dest")
        if isinstance(destination, Const) and isinstance(destination.value, str):
            name = destination.value
        elif flags:
            long = next((flag for flag in flags if flag.startswith("--")), flags[0])
            name = long.lstrip("-").replace("-", "_")
        else:
            return
        default = args.keywords.get("default")
        action = args.keywords.get("action")
        if default is None and isinstance(action, Const):
            default = {"store_true": Const(False), "store_false": Const(True), "count": Const(0)}.get(str(action.value))
        self._option(namespace, name, default)

    def _option(self, namespace: Dict, name: str, default: Value | None) -> None:
        if isinstance(default, Const) and isinstance(default.value, str):
            converted = operate("float", default)  # argparse passes a string default through `type`
            default = converted if isinstance(converted, Const) and name not in ("resume",) else default
        if isinstance(default, (List, Tuple)):
            items = self.items_of(default)
            default = Items(tuple(items)) if items is not None else None
        symbol = Symbol(("option", id(namespace), name), f"args.{name}", default)
        self.store.write(namespace.entries, name, symbol)
