"""How many items tensors and data sets hold, and how many batches a data loader makes of them, where the source says it."""

from __future__ import annotations

from sched_lint.evaluate.builtins import Builtins
from sched_lint.evaluate.values import NONE, Arguments, ExternalObject, Function, Instance, LoaderValue
from sched_lint.quantities import Const, Op, Symbol, Value, known, operate
from sched_lint.timeline import is_unset

SHAPED = frozenset({"randn", "rand", "zeros", "ones", "empty"})
"""Functions of torch and of numpy (where "randn" and "rand" are in numpy.random) that are given a shape."""
COPIED = frozenset({"tensor", "as_tensor", "from_numpy", "FloatTensor", "LongTensor", "Tensor", "array", "asarray"})
ELEMENTWISE = frozenset(
    {"float", "double", "half", "long", "int", "bool", "clone", "detach", "contiguous", "requires_grad_", "astype", "numpy"}
    | {"abs", "sin", "cos", "tan", "tanh", "exp", "log", "sqrt", "square", "sigmoid", "relu", "sign", "neg", "pow", "clamp"}
    | {"round", "cumsum", "cumprod", "softmax", "log_softmax"}
)
LOADER = (
    "dataset",
    "batch_size",
    "shuffle",
    "sampler",
    "batch_sampler",
    "num_workers",
    "collate_fn",
    "pin_memory",
    "drop_last",
)
"""The arguments of torch's DataLoader that may be given by position."""


class Sizes(Builtins):
    """Numbers of items, kept beside the values that hold them."""

    __slots__ = ()

    def build_loader(self, name: str, args: Arguments) -> LoaderValue:
        """A data loader of torch or of another library; of torch's, the arguments by name."""
        bound = dict(args.keywords)
        if name.startswith("torch.utils.data.") and name.endswith(".DataLoader") and not args.open:
            bound = {**dict(zip(LOADER, args.positional, strict=False)), **bound}
            items = self.items_in(bound.get("dataset", NONE))
            if items is not None:
                bound[""] = items
        return LoaderValue(self.serial(), "", bound)

    def batches(self, loader: LoaderValue) -> Value | None:
        """How many batches a loader gives; None where a sampler or what is not known decides."""
        items = loader.arguments.get("")
        if items is None or any(not is_unset(loader.arguments.get(name)) for name in ("sampler", "batch_sampler")):
            return None
        size = loader.arguments.get("batch_size", Const(1))
        drops = loader.arguments.get("drop_last", Const(False))
        if not isinstance(drops, Const) or not isinstance(size, (Const, Symbol, Op)) or is_unset(size):
            return None
        return operate("//", items, size) if drops.value else operate("ceil", operate("/", items, size))

    def items_in(self, value: Value) -> Value | None:
        """How many items a tensor, a list or a data set holds; None where it is not known."""
        options = self.options(value)
        if len(options) != 1:
            return None
        value = options[0][1]
        if isinstance(value, Symbol):
            return self.overlaid(("items", value.key))
        if isinstance(value, ExternalObject):
            return value.attrs.get("items in it")
        if isinstance(value, Op):
            return self._items_of_operation(value)
        if isinstance(value, Instance):
            length = value.cls.find("__len__")
            if not isinstance(length, Function) or id(length.node) in self.active:
                return None
            found = self.call_method(value, "__len__", [], length.node)
            return found if known(found) is not None else None
        items = self.items_of(value)
        return Const(len(items)) if items is not None else None

    def _items_of_operation(self, value: Op) -> Value | None:
        if value.op not in ("+", "-", "*", "/") or not value.args:
            return None
        sized = [self.items_in(arg) for arg in value.args]
        found = [size for size in sized if size is not None]
        if any(size is None and known(arg) is None for size, arg in zip(sized, value.args, strict=True)):
            return None
        return found[0] if len(found) == 1 else None

    def note_items(self, name: str, args: Arguments, result: Value) -> Value:
        """Remember how many items the result of an external call holds, if the call says it."""
        items = None if args.open else self._items_made(name, args)
        if items is not None:
            if isinstance(result, Symbol):
                self.write_over(("items", result.key), items)
            elif isinstance(result, ExternalObject):
                result.attrs["items in it"] = items
        return result

    def _items_made(self, name: str, args: Arguments) -> Value | None:
        library, _, short = name.rpartition(".")
        if library in ("torch", "numpy", "numpy.random"):
            return self._items_of_array(short, args)
        if library.startswith("torch.utils.data"):
            if short == "TensorDataset":
                sizes = [self.items_in(value) for value in args.positional]
                return next((size for size in sizes if size is not None), None)
            if short == "Subset":
                return self.items_in(args.get(1, "indices") or NONE)
            if short == "ConcatDataset":
                parts = self.items_of(args.get(0, "datasets") or NONE) or []
                sizes = [self.items_in(part) for part in parts]
                found = [size for size in sizes if size is not None]
                return _sum(found) if found and len(found) == len(sizes) else None
        return None

    def _items_of_array(self, short: str, args: Arguments) -> Value | None:
        if "size" in args.keywords or "shape" in args.keywords:
            return self._first_dimension(args.keywords.get("size") or args.keywords["shape"])
        if short in SHAPED and args.positional:
            return self._first_dimension(args.positional[0])
        if short == "randint" and args.positional:
            return self._first_dimension(args.positional[-1]) if len(args.positional) in (2, 3) else None
        if short in COPIED and args.positional:
            return self.items_in(args.positional[0])
        if short == "arange" and len(args.positional) == 1:
            return _plain(args.positional[0])
        if short == "linspace" and len(args.positional) == 3:
            return _plain(args.positional[2])
        if short in ELEMENTWISE and len(args.positional) == 1:
            return self.items_in(args.positional[0])
        return None

    def _first_dimension(self, shape: Value) -> Value | None:
        items = self.items_of(shape)
        if items is not None:
            return _plain(items[0]) if items else None
        return _plain(shape)

    def keep_items(self, receiver: Value, name: str, result: Symbol) -> Symbol:
        """A method that works on each item gives as many as there were."""
        items = self.items_in(receiver) if name in ELEMENTWISE and isinstance(receiver, Symbol) else None
        if items is not None:
            self.write_over(("items", result.key), items)
        return result


def _plain(value: Value) -> Value | None:
    return value if isinstance(value, (Const, Symbol, Op)) else None


def _sum(values: list[Value]) -> Value:
    total = values[0]
    for value in values[1:]:
        total = operate("+", total, value)
    return total
