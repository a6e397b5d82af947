"""Calls that leave the project: torch, the frameworks around it, and what nobody knows."""

from __future__ import annotations

import re
from dataclasses import replace

import libcst as cst

from sched_lint.evaluate.attributes import RECONFIGURES
from sched_lint.evaluate.distributed import Distributed
from sched_lint.evaluate.snippets import closed_form
from sched_lint.evaluate.spelling import dotted, last_name
from sched_lint.evaluate.tracked import LOADER_BASES
from sched_lint.evaluate.values import (
    ANY,
    NONE,
    Arguments,
    CheckpointValue,
    External,
    ExternalObject,
    Function,
    Instance,
    Iteration,
    LoaderValue,
    Method,
    NativeMethod,
    OptimizerValue,
    Partial,
    SchedulerValue,
    StateOf,
    Tuple,
)  # fmt: skip
from sched_lint.knowledge import frameworks, torch_api
from sched_lint.knowledge.optimizers import OPTIMIZERS
from sched_lint.quantities import Length, Op, Symbol, Value, key, varying
from sched_lint.timeline import Backward, GroupAdded, InitialRateSet, PositionSet, RateAsked

OPTIMIZER_NAME = re.compile(r"optim|(^|_)opts?(_|$)|^opt|opt$|adam|sgd", re.IGNORECASE)
ENGINE_NAME = re.compile(r"engine|model", re.IGNORECASE)
DEEPSPEED = "DeepSpeed's engine"
SCHEDULER_NAME = re.compile(r"sched", re.IGNORECASE)
LOAD_FUNCTIONS = frozenset(
    {
        "torch.load",
        "joblib.load",
        "pickle.load",
        "dill.load",
        "torch.jit.load",
        "cloudpickle.load",
        "accelerate.utils.load",
    }
)
SAVE_FUNCTIONS = frozenset(
    {"torch.save", "torch_xla.core.xla_model.save", "joblib.dump", "pickle.dump", "dill.dump", "accelerate.utils.save"}
)
SPAWN = frozenset({"spawn", "start_processes", "Process", "notebook_launcher", "launch", "elastic_launch", "start_process"})
HARMLESS = re.compile(
    r"^(?:builtins|os|sys|math|logging|json|time|datetime|collections|copy|pprint|warnings|re|random|numpy|shutil|glob|"
    r"torch\.(?:cuda|nn|tensor|no_grad|autograd|distributed|backends|utils\.tensorboard|utils\.clip|manual_seed)|wandb|"
    r"tensorboardX|tqdm|matplotlib|rich|loguru|prettytable|typing|argparse|contextlib|itertools|functools)\b"
)
DETERMINISTIC = re.compile(
    r"^(?:os\.path|os\.environ|torch\.cuda|torch\.distributed|pathlib|sys|platform|builtins\.(?:hasattr|isinstance|bool))\b|(?:^|\.)(?:is_\w+|get_rank|get_world_size|exists|isfile|world_size|rank)$"
    r"|^(?:lower|upper|strip|casefold|title)$"
)


class Natives(Distributed):
    """Calls of external functions and of methods on values that are no project instances."""

    __slots__ = ()

    def call_external(self, callee: External, args: Arguments, node: cst.CSTNode) -> Value:
        """Call something imported from outside the project."""
        name = callee.name
        known = self._torch_class(name, args, node)
        if known is None:
            known = self.call_standard(name, args, node)
        if known is None:
            known = self._framework(name, args, node) or self.distributed(name, args, node)
        if known is not None:
            return known
        short = name.rpartition(".")[2]
        if short == "__init__" and name.split(".")[-2] in torch_api.scheduler_base_names() and args.positional:
            for _, option in self.options(args.positional[0]):
                if isinstance(option, SchedulerValue):
                    self.base_built(option, Arguments(args.positional[1:], args.keywords, args.open), node)
            return NONE
        if short in LOADER_BASES and not name.startswith("builtins"):
            return self.build_loader(name, args)
        if name in LOAD_FUNCTIONS:
            return self.open_checkpoint(args, node)
        if name in SAVE_FUNCTIONS:
            return self.save_checkpoint(args, node)
        if short in SPAWN:
            self._spawn(args, node)
        if short == "backward":
            self._backward(node)
        self._call_back(args, name, node)
        if not (HARMLESS.match(name) or frameworks.is_harmless(name)) or name.startswith("torch.optim"):
            self.escape(args, name, node)
        if DETERMINISTIC.search(name) and not any(self.reachable(a) for a in args.all()):
            varies = frozenset().union(*(varying(a) for a in args.all()))
            return Symbol(("call", name, *(key(a) for a in args.all())), f"{name}()", None, varies)
        if short == "from_argparse_args":  # a Trainer of Lightning
            name = name.removesuffix(f".{short}")
            short = name.rpartition(".")[2]
        return self.note_items(name, args, ExternalObject(name) if short[:1].isupper() else self.unknown(node, dotted(node)))

    # -- torch -------------------------------------------------------------------------------------------------

    def _torch_class(self, name: str, args: Arguments, node: cst.CSTNode) -> Value | None:
        if not name.startswith("torch.") or ".optim" not in name:
            return None
        api = torch_api.at_path(name)
        if isinstance(api, torch_api.OptimizerApi):
            return self.build_optimizer(api.name, api.parameters, args, node)
        if isinstance(api, torch_api.SchedulerApi):
            return self.build_scheduler(api.name, api, args, node)
        if name in ("torch.optim.lr_scheduler.?", "torch.optim.swa_utils.?"):
            return self.build_scheduler("scheduler", None, args, node)
        if name in ("torch.optim.?",) and args.all():
            return self.build_optimizer("optimizer", (), args, node, known_class=False)
        return None

    def _framework(self, name: str, args: Arguments, node: cst.CSTNode) -> Value | None:
        factory = frameworks.scheduler_factory(name)
        if factory is not None:
            return self.build_scheduler(
                factory.returns, None, args, node, factory=factory.name, units=dict(factory.unit_arguments),
                parameters=factory.parameters,
            )  # fmt: skip
        if frameworks.is_optimizer(name):
            third = OPTIMIZERS[name]
            return self.build_optimizer(third.name, third.parameters, args, node, known_class=False)
        handed = frameworks.hands_back(name)
        if handed is not None:
            return self._handed_back(handed, args, node)
        stepped = frameworks.steps_optimizer(name)
        if stepped is not None:
            self._step_given(args, node)
            return self.unknown(node, dotted(node))
        return None

    def _handed_back(self, positions: frameworks.HandBack, args: Arguments, node: cst.CSTNode) -> Value:
        values = [args.get(position, keyword) for position, keyword in positions.arguments]
        if positions.variadic:
            values = list(args.positional)
        present = [value if value is not None else NONE for value in values]
        if positions.variadic or len(positions.arguments) > 2:
            self.hand_over(dotted(node), present)
        if len(positions.arguments) > 2:  # deepspeed.initialize(): the engine steps the scheduler
            kept = [option for value in present for _, option in self.options(value) if isinstance(option, SchedulerValue)]
            self.escape(Arguments(list(kept)), dotted(node), node)
            self.hand_over(DEEPSPEED, list(kept))
            self.engine_keys.append(key(present[0]))
        if positions.single or (positions.variadic and len(present) == 1):
            return present[0] if present else self.unknown(node, dotted(node))
        if positions.drops_missing:
            present = [value for value in values if value is not None]
            if len(present) == 1:
                return present[0]
        return Tuple(tuple(present))

    # -- methods -----------------------------------------------------------------------------------------------

    def call_native(self, callee: NativeMethod, args: Arguments, node: cst.CSTNode) -> Value:
        """Call a method of an optimizer, scheduler, loader, container, checkpoint or unknown object."""
        receiver, name = callee.receiver, callee.name
        if isinstance(receiver, OptimizerValue):
            return self._optimizer_method(receiver, name, args, node)
        if isinstance(receiver, SchedulerValue):
            return self._scheduler_method(receiver, name, args, node)
        if isinstance(receiver, ExternalObject):
            if receiver.cls == "argparse.ArgumentParser":
                found = self.parser_method(receiver, name, args, node)
                if found is not None:
                    return found
            return self._object_method(receiver, name, args, node)
        if isinstance(receiver, (Instance, Tuple)) and name in ("_replace", "_asdict"):
            return self.replaced(receiver, name, args)
        if isinstance(receiver, LoaderValue):
            return receiver if name == "__iter__" else self.unknown(node, dotted(node))
        if isinstance(receiver, CheckpointValue):
            return self._checkpoint_method(receiver, name, args, node)
        if isinstance(receiver, NativeMethod) and name == "setdefault" and args.positional:
            self.set_other_entry(receiver, args.positional[0], NONE, node)
        found = self.container_method(receiver, name, args, node)
        if found is not None:
            return found
        return self.call_by_name(name, receiver, args, node)

    def _optimizer_method(self, receiver: OptimizerValue, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        instance = receiver.instance
        if instance is not None and not name.startswith("super."):
            own = instance.cls.find(name)
            if isinstance(own, Function) and name not in ("step", "load_state_dict", "state_dict", "zero_grad"):
                return self.call(Method(own, receiver), args, node)
        if name == "step":
            for value in args.all():
                if isinstance(value, (Function, Method, Partial)):
                    self.call(value, Arguments(), node)
            self.optimizer_stepped(receiver, node)
        elif name == "load_state_dict":
            self.state_loaded(receiver, args, node)
        elif name in ("state_dict", "get_state"):
            return StateOf(receiver)
        elif name == "add_param_group":
            self.emit(GroupAdded, node, subject=receiver.optimizer)
        elif name == "register_step_post_hook" and args.positional:
            self.post_hooks.setdefault(receiver.optimizer.number, []).append((self.path, args.positional[0]))
        elif name.startswith("register_"):
            self.escape(args, name, node)
        elif name not in ("zero_grad", "train", "eval", "super.__init__", "param_groups"):
            return self.unknown(node, dotted(node))
        return NONE

    def _scheduler_method(self, receiver: SchedulerValue, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        instance = receiver.instance
        if instance is not None and not name.startswith("super."):
            own = instance.cls.find(name)
            if isinstance(own, Function) and name not in (
                "step",
                "load_state_dict",
                "state_dict",
                "get_lr",
                "get_last_lr",
            ):
                return self.call(Method(own, receiver), args, node)
        if name == "super.__init__":
            self.base_built(receiver, args, node)
            return NONE
        if name == "get_lr" and not self._within(receiver) and not (instance is not None and closed_form(instance.cls)):
            self.emit(RateAsked, node, subject=receiver.scheduler)
        if name in ("step", "step_update"):
            if receiver.scheduler.number not in self.constructing:
                self.scheduler_stepped(receiver, args, node)
            return NONE
        if name == "load_state_dict":
            self.state_loaded(receiver, args, node)
            return NONE
        if name == "state_dict":
            return StateOf(receiver)
        return self.unknown(node, dotted(node))

    def _within(self, receiver: SchedulerValue) -> bool:
        """Is this code of the scheduler's own class?"""
        function = self.current_function()
        order = receiver.instance.cls.order if receiver.instance is not None else []
        return function is not None and any(cls.node is function.owner.node for cls in order if function.owner is not None)

    def _checkpoint_method(self, receiver: CheckpointValue, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        if name in ("get", "pop") and args.positional:
            return self.each(self.item(receiver, args.positional[0], node), lambda entry: _asked_for(entry, name, args))
        if name == "items":
            # The names are of this checkpoint: a dict of objects looked up by one tells which entry it is.
            keyed = ("keys", receiver.number, receiver.entry)
            place = f"{receiver.entry}.?".strip(".")
            content = CheckpointValue(receiver.target, receiver.number, place, "?", self.site(node), keyed=keyed)
            names = Symbol(keyed, "?", None, frozenset({receiver.number}))
            return Iteration("unknown", receiver.text, None, Tuple((names, content)))
        if name in ("values", "keys"):
            return Iteration("unknown", receiver.text, None, None)
        return self.unknown(node, dotted(node))

    def _object_method(self, receiver: ExternalObject, name: str, args: Arguments, node: cst.CSTNode) -> Value:
        handed = frameworks.hands_back_method(receiver.cls, name)
        if handed is not None:
            return self._handed_back(handed, args, node)
        return self.call_by_name(name, receiver, args, node)

    def call_unknown(self, callee: Value, args: Arguments, node: cst.CSTNode) -> Value:
        """Call a value that only the run knows; a method call goes by its name and arguments."""
        func = node.func if isinstance(node, cst.Call) else None
        if isinstance(callee, Symbol) and isinstance(func, cst.Attribute):
            return self.call_by_name(func.attr.value, Symbol(_base_key(callee), dotted(func.value)), args, node)
        label = dotted(func) if func is not None else "call"
        if isinstance(func, cst.Name) and "scaler" in func.value.lower():
            self._step_given(args, node)
            return self.unknown(node, dotted(node))
        if isinstance(callee, Instance):
            label = callee.cls.name
        if isinstance(callee, ExternalObject) and "scaler" in label.lower():
            self._step_given(args, node)
        self._call_back(args, label, node)
        if not isinstance(callee, StateOf):
            self.escape(args, label, node)
        if isinstance(callee, Symbol) and DETERMINISTIC.search(label) and not args.all():
            return Symbol(("call", callee.key), f"{label}()", None, callee.varying)
        return self.unknown(node, dotted(node))

    def call_by_name(self, name: str, receiver: Value, args: Arguments, node: cst.CSTNode) -> Value:
        """A method of an object of unknown class: step, backward, prepare, state_dict and their like."""
        spelled = (
            receiver.text
            if isinstance(receiver, Symbol)
            else dotted(node.func.value)
            if (isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute))
            else ""
        )
        owner = last_name(spelled)
        if RECONFIGURES.match(name) and args.all() and isinstance(receiver, (Symbol, ExternalObject)):
            self.loosen(receiver)
        if name == "step":
            if self._step_given(args, node) or SCHEDULER_NAME.search(owner):
                pass
            elif OPTIMIZER_NAME.search(owner):
                self.optimizer_stepped(None, node)
            elif self.handed and not args.all():
                self._engine_stepped(receiver, owner, node)
            return self.unknown(node, dotted(node))
        if name == "backward":
            self._backward(node)
            return NONE
        if name in ("load_state", "load_checkpoint", "restore", "restore_checkpoint", "load"):
            self.restored_by_framework(name, node)
        if name in ("unscale_", "minimize", "maybe_step", "optimizer_step", "step_optimizer"):
            if name != "unscale_":
                self._step_given(args, node)
            return NONE
        if name == "get" and len(args.positional) == 2 and isinstance(args.positional[1], (Op, Length)):
            # A default that is computed says what the setting counts.
            return self.unknown(node, dotted(node), args.positional[1])
        if name == "state_dict":
            return StateOf(receiver)
        if name in (
            "prepare",
            "prepare_optimizer",
            "prepare_scheduler",
            "setup",
            "setup_optimizers",
            "auto_optim",
            "configure",
        ):
            values = list(args.positional)
            if any(self.reachable(value) for value in values):
                return values[0] if len(values) == 1 else Tuple(tuple(values))
        if name in ("to", "cuda", "train", "eval", "float", "half", "requires_grad_", "__iter__") and isinstance(
            receiver, Symbol
        ):
            return receiver
        if name == "parse_args" and not args.all():
            return self.unknown(node, "args")
        self._call_back(args, f"{spelled}.{name}", node)
        self.escape(args, f"{spelled}.{name}", node)
        if DETERMINISTIC.search(name):
            return Symbol(("call", name, key(receiver), *(key(a) for a in args.all())), dotted(node), None, varying(receiver))
        return self.keep_items(receiver, name, self.unknown(node, dotted(node)))

    def _step_given(self, args: Arguments, node: cst.CSTNode) -> bool:
        """An optimizer among the arguments is stepped by the callee: `scaler.step(optimizer)`."""
        found = False
        for value in args.all():
            for path, option in self.options(value):
                if isinstance(option, OptimizerValue):
                    with self.under(path):
                        self.optimizer_stepped(option, node)
                    found = True
                elif isinstance(option, Symbol) and OPTIMIZER_NAME.search(last_name(option.text)):
                    self.optimizer_stepped(None, node)
                    found = True
        return found

    def _engine_stepped(self, receiver: Value, name: str, node: cst.CSTNode) -> None:
        """`engine.step()` steps the optimizer that was given to deepspeed.initialize(), and the scheduler."""
        for values in self.handed.values():
            for value in values:
                if isinstance(value, OptimizerValue):
                    self.optimizer_stepped(value, node)
        if key(receiver) in self.engine_keys or ENGINE_NAME.search(name):
            for value in self.handed.get(DEEPSPEED, ()):
                if isinstance(value, SchedulerValue):
                    self.scheduler_stepped(value, Arguments(), node, by=DEEPSPEED)

    def _backward(self, node: cst.CSTNode) -> None:
        self.emit(Backward, node)
        for loop in self.loops:
            loop.backward = True

    def _spawn(self, args: Arguments, node: cst.CSTNode) -> None:
        """`mp.spawn(worker, args=(...))`, `Process(target=worker, args=(...))`: the worker runs."""
        target = args.get(0, "fn") or args.keywords.get("target") or args.keywords.get("function")
        if not isinstance(target, (Function, Method, Partial)):
            return
        given = args.keywords.get("args") or (args.positional[1] if len(args.positional) > 1 else None)
        items = self.items_of(given) if given is not None else None
        leading: list[Value] = [] if "target" in args.keywords else [Symbol(("rank", id(node)), "rank")]
        self.call(target, Arguments([*leading, *(items or [])], {}, items is None and given is not None), node)

    def _call_back(self, args: Arguments, name: str, node: cst.CSTNode) -> None:
        """Functions of the project that are handed to a launcher run there (`fire.Fire(main)`, `app.run(main)`)."""
        if name in ("fire.Fire", "absl.app.run", "typer.run", "hydra.main") or name.endswith((".Fire", "app.run")):
            for value in args.positional[:1]:
                if isinstance(value, (Function, Method)):
                    self.call(value, Arguments([], {}, True), node)

    # -- assignments on tracked objects --------------------------------------------------------------------------

    def set_other_attribute(self, owner: Value, name: str, value: Value, node: cst.CSTNode) -> None:
        if isinstance(owner, SchedulerValue) and name == "optimizer" and isinstance(value, OptimizerValue):
            scheduler = owner.scheduler
            scheduler.optimizers = (*scheduler.optimizers, (self.path, value.optimizer))
        if isinstance(owner, SchedulerValue) and (name == "last_epoch" or (name == "best" and owner.scheduler.takes_metric)):
            self.emit(PositionSet, node, subject=owner.scheduler, value=self.snapshot(value))
        if isinstance(owner, (OptimizerValue, SchedulerValue)) and owner.instance is not None:
            self.store.write(owner.instance.attrs, name, value)

    def set_other_entry(self, owner: Value, index: Value, value: Value, node: cst.CSTNode) -> None:
        if not isinstance(owner, NativeMethod) or owner.name != "param_groups":
            return
        if isinstance(owner.receiver, OptimizerValue):
            if self.slot_of(index) in ("lr", ANY):
                self.rate_written(owner.receiver, node)
            elif self.slot_of(index) == "initial_lr":
                self.emit(InitialRateSet, node, subject=owner.receiver.optimizer)


def _asked_for(entry: Value, method: str, args: Arguments) -> Value:
    """An entry read by `get`, or by `pop` with a default: it may be missing."""
    if isinstance(entry, CheckpointValue) and (method == "get" or len(args.positional) > 1):
        return replace(entry, lenient=True)
    return entry


def _base_key(symbol: Symbol) -> object:
    if isinstance(symbol.key, tuple) and len(symbol.key) == 3 and symbol.key[0] == ".":
        return symbol.key[1]
    return ("of", symbol.key)
