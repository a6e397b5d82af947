from .hooks import CheckpointHook, EvalHook, HookBase, LrHook
from .runner import Runner
