"""Optimizers, schedulers, loaders and checkpoints: how they are made, and the events of their lives."""

from __future__ import annotations

import libcst as cst

from sched_lint.branches import Path
from sched_lint.evaluate.sizes import Sizes
from sched_lint.evaluate.snippets import closed_form, snippet
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import (
    LOST,
    NONE,
    Alternatives,
    Arguments,
    CheckpointValue,
    Class,
    Dict,
    Function,
    Instance,
    List,
    LoaderValue,
    Method,
    OptimizerValue,
    Partial,
    SchedulerValue,
    Tuple,
)  # fmt: skip
from sched_lint.knowledge import torch_api
from sched_lint.project.trees import walk
from sched_lint.quantities import Const, Either, Items, Symbol, Value, kept_id, known, text
from sched_lint.timeline import (
    GROUP_RATES,
    NO_RATE,
    BaseBuilt,
    Built,
    Escaped,
    InitialRateSet,
    Optimizer,
    OptimizerStepped,
    RateWritten,
    Rebound,
    Scheduler,
    Stepped,
)  # fmt: skip

LOADER_BASES = ("DataLoader", "StatefulDataLoader", "PrefetchLoader", "MultiEpochsDataLoader", "DALIGenericIterator")


class Tracked(Sizes):
    """The objects the timeline is about."""

    __slots__ = ("_optimizer_values", "constructing", "sampling")

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._optimizer_values: dict[int, OptimizerValue] = {}
        self.sampling = False
        self.constructing: set[int] = set()  # numbers of the project's own schedulers whose constructor is running

    # -- building ----------------------------------------------------------------------------------------------

    def snapshot(self, value: Value) -> Value:
        """An argument as rules can compare it: lists frozen, functions turned into snippets."""
        if isinstance(value, Alternatives):
            options = tuple((path, self.snapshot(option)) for path, option in self.options(value))
            return options[0][1] if len(options) == 1 else Either(("either", kept_id(value)), "?", options=options)
        if isinstance(value, (List, Tuple)):
            items = self.items_of(value)
            if items is None:
                return Symbol(("list", kept_id(value)), "?")
            return Items(tuple(self.snapshot(item) for item in items))
        if isinstance(value, Instance) and isinstance(call := value.cls.find("__call__"), Function):
            value = Method(call, value)
        if isinstance(value, (Function, Method, Partial)):
            return snippet(self, value)
        if type(value).__module__ == "sched_lint.quantities":
            return value
        if isinstance(value, CheckpointValue):
            return Symbol(("checkpoint", value.number, value.entry), value.text)
        return Symbol(("object", kept_id(value)), "?")

    def bind_signature(self, parameters: tuple[torch_api.Parameter, ...], args: Arguments) -> tuple[dict[str, Value], bool]:
        """Arguments by parameter name, and whether all of them are known."""
        bound: dict[str, Value] = {}
        for parameter, value in zip(parameters, args.positional, strict=False):
            bound[parameter.name] = self.snapshot(value)
        for name, value in args.keywords.items():
            bound[name] = self.snapshot(value)
        return bound, not args.open

    def build_optimizer(
        self, name: str, parameters: tuple[torch_api.Parameter, ...], args: Arguments, node: cst.CSTNode,
        known_class: bool = True, instance: Instance | None = None,
    ) -> OptimizerValue:  # fmt: skip
        bound, complete = self.bind_signature(parameters, args)
        rates = self._group_rates(args)
        if rates is not None:
            bound[GROUP_RATES] = rates
        wrapped = tuple(inner for _, inner in self._optimizers_among(args))
        optimizer = Optimizer(self.serial(), self.site(node), name, bound, complete, known_class, wrapped)
        value = OptimizerValue(optimizer, instance)
        self._optimizer_values[optimizer.number] = value
        self.emit(Built, node, subject=optimizer)
        given = [part for _, option in self.options(args.get(0, "params") or NONE) for part in self.parts_of(option)]
        groups = [option for part in given for _, option in self.options(part)]
        if any(isinstance(group, Dict) and "initial_lr" in group.entries for group in groups):
            self.emit(InitialRateSet, node, subject=optimizer)
        return value

    def _group_rates(self, args: Arguments) -> Value | None:
        """The `lr` of each param group, where groups are given and one has its own."""
        groups = self.items_of(args.get(0, "params") or NONE)
        if groups is None or not groups or not all(isinstance(group, Dict) for group in groups):
            return None
        rates = [group.entries.get("lr") for group in groups if isinstance(group, Dict)]
        if not any(rates):
            return None
        return Items(tuple(self.snapshot(rate) if rate is not None else Const(NO_RATE) for rate in rates))

    def optimizer_value(self, optimizer: object) -> Value:
        assert isinstance(optimizer, Optimizer)
        return self._optimizer_values[optimizer.number]

    def build_scheduler(
        self, name: str, api: torch_api.SchedulerApi | None, args: Arguments, node: cst.CSTNode, *,
        custom: bool = False, factory: str = "", units: dict[str, str] | None = None, instance: Instance | None = None,
        parameters: tuple[torch_api.Parameter, ...] | None = None,
    ) -> SchedulerValue:  # fmt: skip
        """A scheduler object and its Built event; its parts are told that they are parts."""
        chosen = parameters if parameters is not None else api.parameters if api is not None else ()
        bound, complete = self.bind_signature(chosen, args)
        parts = self._parts_among(args)
        optimizers = self._optimizers_among(args)
        if not optimizers:
            for part in parts:
                optimizers.extend(part.optimizers)
        scheduler = Scheduler(
            self.serial(), self.site(node), name, api, bound, complete, tuple(optimizers), tuple(parts), custom=custom,
            factory=factory, units=units if units is not None else dict(api.unit_arguments) if api is not None else {},
        )  # fmt: skip
        scheduler.positional, scheduler.keywords = len(args.positional), tuple(args.keywords)
        scheduler.spelled = _spelled(node, chosen, args)
        scheduler.settled = complete or args.settled
        for part in parts:
            part.part_of = scheduler
        self.emit(Built, node, subject=scheduler)
        return SchedulerValue(scheduler, instance)

    def _parts_among(self, args: Arguments) -> list[Scheduler]:
        parts: list[Scheduler] = []
        for value in args.all():
            for _, option in self.options(value):
                candidates = (
                    [option]
                    if isinstance(option, SchedulerValue)
                    else [inner for part in self.parts_of(option) for _, inner in self.options(part)]
                )
                parts.extend(c.scheduler for c in candidates if isinstance(c, SchedulerValue))
        return parts

    def _optimizers_among(self, args: Arguments) -> list[tuple[Path, Optimizer]]:
        found: list[tuple[Path, Optimizer]] = []
        for value in args.all():
            for path, option in self.options(value):
                if isinstance(option, OptimizerValue):
                    found.append((path, option.optimizer))
                elif isinstance(option, Instance):
                    # A wrapper that is an optimizer to its user: the scheduler drives the one inside.
                    inner = [v for v in option.attrs.values() if isinstance(v, OptimizerValue)]
                    if len(inner) == 1:
                        found.append((path, inner[0].optimizer))
        return found

    def instantiate_tracked(self, cls: Class, args: Arguments, node: cst.CSTNode) -> Value | None:
        """Project subclasses of torch's schedulers, optimizers and data loaders."""
        for base in cls.external_bases:
            api = torch_api.at_path(base)
            short = base.rpartition(".")[2]
            if isinstance(api, torch_api.SchedulerApi) or short in torch_api.scheduler_base_names():
                return self._custom_scheduler(cls, args, node)
            if isinstance(api, torch_api.OptimizerApi) or base in (
                "torch.optim.Optimizer",
                "torch.optim.optimizer.Optimizer",
            ):
                instance = Instance(cls, number=self.serial())
                return self.build_optimizer(cls.name, self._parameters_of(cls), args, node, False, instance)
            if short in LOADER_BASES:
                return LoaderValue(self.serial(), "", dict(args.keywords))
        return None

    def _custom_scheduler(self, cls: Class, args: Arguments, node: cst.CSTNode) -> Value:
        instance = Instance(cls, number=self.serial())
        value = self.build_scheduler(
            cls.name, None, args, node, custom=True, instance=instance, parameters=self._parameters_of(cls)
        )
        init = cls.find("__init__")
        if isinstance(init, Function):
            # Its own constructor runs, so that the parts it builds and its call of the base class are seen.
            self.constructing.add(value.scheduler.number)
            self.call(Method(init, value), args, node)
            self.constructing.discard(value.scheduler.number)
            self._keep_parts(value.scheduler, instance)
        elif init is None and not cls.unknown_bases:
            self.base_built(value, args, node)  # the constructor it inherits
        inherited = all(cls.find(name) is None for name in ("step", "state_dict", "load_state_dict", "__getattr__"))
        whole = "warm" not in cls.name.lower()  # a warm-up may well be meant to begin again
        value.scheduler.plain = inherited and whole and not cls.unknown_bases and not value.scheduler.parts and closed_form(cls)
        load = cls.find("load_state_dict")
        if (
            isinstance(load, Function)
            and isinstance(load.node, cst.FunctionDef)
            and writes_rate(load.env.module.whole(load.node))
        ):
            value.scheduler.writes_on_load = load.env.module.site(load.node)
        return value

    def _keep_parts(self, scheduler: Scheduler, instance: Instance) -> None:
        """Schedulers that a scheduler of the project builds and keeps are its parts, as those are that it is given."""
        for held in [part for value in instance.attrs.values() for part in self.reachable(value)]:
            if isinstance(held, SchedulerValue) and held.scheduler is not scheduler and held.scheduler.part_of is None:
                held.scheduler.part_of = scheduler
                scheduler.parts = (*scheduler.parts, held.scheduler)

    def _parameters_of(self, cls: Class) -> tuple[torch_api.Parameter, ...]:
        init = cls.find("__init__")
        if not isinstance(init, Function):
            return ()
        parameters = [*init.node.params.posonly_params, *init.node.params.params][1:]
        found = []
        for parameter in (*parameters, *init.node.params.kwonly_params):
            name = parameter.name.value
            default = known(init.defaults.get(name))
            value = default.value if default is not None else torch_api.OPAQUE
            found.append(torch_api.Parameter(name, parameter.default is not None, value, False, None, None))
        return tuple(found)

    # -- the events of an optimizer's life -----------------------------------------------------------------------

    def optimizer_stepped(self, value: OptimizerValue | None, node: cst.CSTNode) -> None:
        self.emit(OptimizerStepped, node, subject=value.optimizer if value is not None else None)
        for depth, loop in enumerate(reversed(self.loops)):
            loop.trains = True
            if depth == 0:
                loop.own_training = True
        for path, hook in self.post_hooks.get(value.optimizer.number, ()) if value is not None else ():
            with self.under(path):
                self.call(hook, Arguments([value, NONE, NONE] if value is not None else []), node)

    def scheduler_stepped(self, value: SchedulerValue, args: Arguments, node: cst.CSTNode, by: str = "") -> None:
        given = tuple(self.snapshot(v) for v in args.all())
        if isinstance(node, cst.Call) and len(node.args) == len(given):
            # Of what is not known at least the name says something: a loss, an epoch.
            given = tuple(_named(value, arg.value) for value, arg in zip(given, node.args, strict=True))
        self.emit(Stepped, node, subject=value.scheduler, arguments=given, complete=not args.open, by=by)

    def rebound(self, old: OptimizerValue, new: OptimizerValue, path: Path) -> None:
        """Another optimizer takes the name of one."""
        self.emit_at(Rebound, new.optimizer.site, path, old=old.optimizer, new=new.optimizer)

    def unpickled(self, old: SchedulerValue, path: Path) -> None:
        """A scheduler from the checkpoint takes the place of one built here: from there on neither's place is known."""
        self.emit_at(Escaped, old.scheduler.site, path, subject=old.scheduler, to="checkpoint")

    def adjusted(self, value: SchedulerValue, name: str, node: cst.CSTNode) -> None:
        """The scheduler's own lists are reached for: what it does from there on is not known."""
        self.emit(Escaped, node, subject=value.scheduler, to=name)

    def base_built(self, value: SchedulerValue, args: Arguments, node: cst.CSTNode) -> None:
        """`super().__init__(...)` in a scheduler of the project."""
        self.emit(
            BaseBuilt,
            node,
            subject=value.scheduler,
            positional=len(args.positional),
            keywords=tuple(args.keywords),
            complete=not args.open,
            base=_torch_base(value.instance),
        )

    def rate_written(self, value: OptimizerValue, node: cst.CSTNode) -> None:
        self.emit(RateWritten, node, subject=value.optimizer)

    def escape(self, args: Arguments, to: str, node: cst.CSTNode) -> None:
        """Code that is not seen gets hold of the objects among the arguments."""
        seen: set[int] = set()
        for value in args.all():
            for found in self.reachable(value):
                if id(found) in seen:
                    continue
                seen.add(id(found))
                subject = found.optimizer if isinstance(found, OptimizerValue) else found.scheduler
                self.emit(Escaped, node, subject=subject, to=to)

    def lose(self) -> None:
        """At the end of a program: what was among too many alternatives to be followed may be stepped and restored anywhere."""
        lost = list(LOST)
        LOST.clear()
        self.escape(Arguments(lost), "one of many alternatives", self.module.tree)

    def hand_over(self, owner: str, values: list[Value]) -> None:
        """A framework wraps the objects and keeps them: it can step and restore them by itself."""
        kept = [found for value in values for found in self.reachable(value)]
        if kept:
            self.handed.setdefault(owner, []).extend(kept)


def _spelled(node: cst.CSTNode, parameters: tuple[torch_api.Parameter, ...], args: Arguments) -> dict[str, str]:
    """The arguments that the call gives as plain names (`num_warmup_steps=self.total_steps`), and how these end."""
    if not isinstance(node, cst.Call):
        return {}
    plain = [arg for arg in node.args if arg.keyword is None and not arg.star]
    ordered = len(plain) == len(args.positional)  # nothing was bound before, no splat among them
    places = {id(arg): parameter.name for arg, parameter in zip(plain, parameters, strict=False)} if ordered else {}
    found = {}
    for arg in node.args:
        name = arg.keyword.value if arg.keyword is not None else places.get(id(arg))
        if name is not None and isinstance(arg.value, (cst.Name, cst.Attribute)):
            found[name] = arg.value.value if isinstance(arg.value, cst.Name) else arg.value.attr.value
    return found


def _torch_base(instance: Instance | None) -> str:
    """The class of torch that a scheduler of the project derives from."""
    names = [base.rpartition(".")[2] for base in instance.cls.external_bases] if instance is not None else []
    return names[0] if names else ""


def writes_rate(node: cst.FunctionDef) -> bool:
    """Does a method assign a learning rate (`group["lr"] = ...`)?"""

    targets = (each.target for each in walk(node) if isinstance(each, cst.AssignTarget))
    return any(isinstance(target, cst.Subscript) and dotted(target).endswith(("['lr']", '["lr"]')) for target in targets)


def _named(value: Value, node: cst.BaseExpression) -> Value:
    name = dotted(node)
    if "?" not in text(value) or "?" in name or name.endswith(")"):
        return value
    return Symbol(("argument", id(node)), name)
