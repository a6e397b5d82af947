"""A process that has torch imported and runs training scripts on request, each in a fork of its own.

Reads one JSON request a line from standard input and answers with one JSON line; `Runner` in record.py is the client.
Importing torch takes over a second and a fork some milliseconds, so a few hundred runs stay bearable.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

import torch

from proof.recorder import Recorder, forget_states

TIME_LIMIT = 60  # seconds, then the kernel ends the script


def _run(request: dict[str, Any]) -> None:
    signal.alarm(TIME_LIMIT)
    directory = Path(request["directory"])
    os.chdir(directory)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(null, stream)
    sys.path[:] = [entry for entry in sys.path if entry not in request["hidden"]]
    if request["forget_states"]:
        forget_states()
    record = Recorder(directory, request["killed_after"]).run(shlex.split(request["command"]), request["path"])
    Path(request["answer"]).write_text(json.dumps(record), encoding="utf-8")


def main() -> None:
    torch.set_num_threads(1)  # an OpenMP pool does not survive a fork
    torch.optim.SGD([torch.zeros(1)])  # a process's first optimizer imports half of torch: once here, not in each fork
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _run(request)
                status = 0
            except BaseException:
                traceback.print_exc()  # os._exit below would swallow it
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        print(json.dumps({"exit": os.waitstatus_to_exitcode(status)}), flush=True)


if __name__ == "__main__":
    main()
