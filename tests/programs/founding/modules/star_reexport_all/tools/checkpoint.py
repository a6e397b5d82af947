import torch

__all__ = ["resume"]


def resume(path, **modules):
    state = torch.load(path, map_location="cpu")
    _apply(state, modules)
    return state["epoch"]


def _apply(state, modules):
    for name in modules:
        modules[name].load_state_dict(state[name])  # expect: SCH101
