"""Definitions and imports: functions with their decorators, classes with their bases, names from other modules."""

from __future__ import annotations

import libcst as cst

from sched_lint.evaluate.calls import DATACLASS_DECORATORS, Calls
from sched_lint.evaluate.core import MAX_STEPS, BudgetError, dotted
from sched_lint.evaluate.store import Store
from sched_lint.evaluate.values import (
    MISSING,
    Alternatives,
    Arguments,
    Class,
    External,
    Frame,
    Function,
    Imported,
    Instance,
    Method,
    Partial,
    Unparsed,
)  # fmt: skip
from sched_lint.project.modules import Module
from sched_lint.quantities import Const, Symbol, Value
from sched_lint.timeline import Segment, Timeline

PROPERTY = ("property", "cached_property", "functools.cached_property", "lazy_property")
IMPORT_DEPTH = 24
ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag"})


class Definitions(Calls):
    """def, class and import."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._executed: set[str] = set()
        self._import_depth = 0

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
        for statement in node.body.body if isinstance(node.body, cst.IndentedBlock) else ():
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
        if isinstance(statement, cst.SimpleStatementLine):
            for small in statement.body:
                if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                    cls.fields.append((small.target.value, small.value))
                    if small.value is not None and not isinstance(small.value, cst.Call):
                        self.assign(small.target, self.evaluate(small.value))
                    continue
                self._simple([small])
            return
        if isinstance(statement, cst.FunctionDef):
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

    @property
    def _getters(self) -> dict[tuple[int, str], Function]:
        found: dict[tuple[int, str], Function] = self.__dict__.setdefault("_getter_table", {})
        return found

    def _keep_getter(self, name: str, cls: Class) -> None:
        getter = self._getters.get((id(cls), name))
        if getter is not None and self.frame is not None:
            self.frame.names[name] = getter

    # -- imports -----------------------------------------------------------------------------------------------

    def run_import(self, node: cst.Import) -> None:
        """`import a.b` and `import a.b as c`."""
        for alias in node.names:
            name = dotted(alias.name)
            bound = self.import_module(name)
            self._run_for_effect(self.project.resolve(self.env.module, name))
            if alias.asname is not None:
                self.assign(alias.asname.name, bound)
                continue
            head = name.partition(".")[0]
            self._bind_name(head, self.import_module(head) if head != name else bound)

    def import_module(self, name: str) -> Value:
        found = self.project.resolve(self.env.module, name)
        return External(name) if found is None else self._module_value(found, self.env.module)

    def run_import_from(self, node: cst.ImportFrom) -> None:
        """`from a import b as c`, relative ones and stars included."""
        level = len(node.relative)
        name = dotted(node.module) if node.module is not None else ""
        found = self.project.resolve(self.env.module, name, level)
        self._run_for_effect(found)
        if isinstance(node.names, cst.ImportStar):
            exported = None
            if isinstance(found, Module):
                self.asks(found)
                exported = self.project.exported(found)
            if isinstance(found, Module) and exported is not None and found.name not in self._executed:
                for name in exported:
                    self._bind_name(name, Imported(found, name, self.env.module))
                for name, imported in self.project.passed_on(found).items():
                    self._bind_name(name, External(imported))
            elif isinstance(found, Module):
                for key, value in self.all_names(found).items():
                    if not key.startswith("_"):
                        self._bind_name(key, value)
            elif found is None and name.startswith("torch"):
                self._star_of_torch(name)
            return
        for alias in node.names:
            imported = dotted(alias.name)
            target = dotted(alias.asname.name) if alias.asname is not None else imported
            if found is None:
                self._bind_name(target, External(f"{'.' * level}{name}.{imported}".lstrip(".")))
            elif isinstance(found, Module) and found is self.env.module:
                inner = self.project.submodule(found, imported)
                self._bind_name(target, self._module_value(inner, found) if inner is not None else self.lookup(imported, node))
            else:
                self._bind_name(target, Imported(found, imported, self.env.module))

    def _bind_name(self, name: str, value: Value) -> None:
        self._assign_name(name, value)

    def _run_for_effect(self, found: Module | str | None) -> None:
        """Importing a module runs it: builders register themselves, globals are built."""
        if isinstance(found, Module) and found is not self.env.module and found.relevant:
            self._ensure_executed(found)

    def _star_of_torch(self, name: str) -> None:
        from sched_lint.knowledge import torch_api

        if name == "torch.optim":
            for optimizer in torch_api.optimizer_names():
                self._bind_name(optimizer, External(f"torch.optim.{optimizer}"))
            self._bind_name("lr_scheduler", External("torch.optim.lr_scheduler"))
        elif name == "torch.optim.lr_scheduler":
            for scheduler in torch_api.scheduler_names() | {"LRScheduler", "_LRScheduler"}:
                self._bind_name(scheduler, External(f"torch.optim.lr_scheduler.{scheduler}"))

    def all_names(self, module: Module) -> dict[str, Value]:
        """Every global name of a project module."""
        self.not_plain()
        self._ensure_executed(module)
        return self.environment(module).names

    def imported_name(self, module: Module, name: str) -> Value | None:
        """A global name of a module as others import it; None when the module has no such name."""
        self.asks(module)
        env = self.environment(module)
        if module.name not in self._executed:
            kind = module.top_level.get(name)
            if kind in ("def", "class") and not module.interesting:
                return Unparsed(module, name)
        self._ensure_executed(module)
        found = env.names.get(name)
        self.note(env.names, name, MISSING if found is None else found)
        if isinstance(found, Const) and name in module.augmented:
            self.not_plain()
        if isinstance(found, Imported):
            if found.home is module and found.name == name:
                return None
            if self._import_depth > IMPORT_DEPTH:
                return Symbol(("name", module.name, name), name)
            self._import_depth += 1
            loaded = self.load(found)
            self._import_depth -= 1
            return loaded
        if found is not None and isinstance(found, Const) and self.loops and name in module.augmented:
            if isinstance(found.value, (bool, int, float)):
                return Symbol(("global", module.name, name, self.loops[-1].number), name, None, self.loop_numbers())
        return self.narrowed(found) if found is not None else None

    def force(self, value: Unparsed) -> Value:
        self._ensure_executed(value.module)
        found = self.environment(value.module).names.get(value.name)
        return (
            found
            if found is not None and not isinstance(found, Unparsed)
            else Symbol(("name", value.module.name, value.name), value.name)
        )

    def _ensure_executed(self, module: Module) -> None:
        """Run a module's body once as an import: outside every branch and loop, for good."""
        self.asks(module)
        if module.name not in self._executed:
            self._executed.add(module.name)
            self._execute_import(module)
        self._replay(module)

    def _execute_import(self, module: Module) -> None:
        if not module.parses or len(self.active) > 200:
            return
        kept = self.__dict__.copy()
        self.store = Store()
        budget = self.steps, self.limit
        self.reset(Timeline(module.name), Segment("import", None, 0))
        self.limit = MAX_STEPS  # whoever imports it first, it has a budget of its own
        self.env = self.environment(module)
        self.env.names.setdefault("__name__", Const("imported"))
        self.env.names.setdefault("__file__", Const(module.name))
        try:
            self.execute(module.tree)
            events = self.timeline.events
        except BudgetError:
            events = []
        self.__dict__.update({name: value for name, value in kept.items() if name in _TRANSIENT})
        self.steps, self.limit = budget
        if events:
            self.import_events[module.name] = events

    def _replay(self, module: Module) -> None:
        """What a module does when it is imported is part of the program that first imports it."""
        if module.name not in self.import_events:
            return
        self.not_plain()
        if module.name in self.touched_imports:
            return
        self.touched_imports.add(module.name)
        from dataclasses import replace

        for event in self.import_events[module.name]:
            self.tracked_exist = True
            self.timeline.events.append(replace(event, index=len(self.timeline.events), segment=self.segment))


_TRANSIENT = (
    "store", "timeline", "segment", "path", "loops", "calls", "active", "scopes", "overlay", "touched_imports",
    "wanted", "tracked_exist", "notes", "handed", "engine_keys", "post_hooks", "frame", "env",
)  # fmt: skip


def _own(value: Value, cls: Class, functions: dict[int, Function], outer: Frame | None) -> None:
    """Methods know their class and do not see the names of the class body."""
    if isinstance(value, Alternatives):
        for _, option in value.options:
            _own(option, cls, functions, outer)
    if isinstance(value, Function) and value.owner is None:
        value.owner = cls
        value.frame = outer
        functions[id(value.node)] = value
