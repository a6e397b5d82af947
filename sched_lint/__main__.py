"""`python -m sched_lint`, and the command that is installed."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from sched_lint.cli import main


def run() -> NoReturn:
    """Run the command in a process of its own, which ends with it.

    Trees are hundreds of thousands of objects: neither looking for cycles among them nor taking them down one by one is
    worth the time when the process ends anyway.
    """
    gc.disable()
    status = main()
    with suppress(OSError, ValueError, AttributeError):  # closed, or none at all; what could be said has been said
        sys.stdout.flush()
        sys.stderr.flush()
    if sys.getprofile() is None and sys.gettrace() is None:
        os._exit(status)
    sys.exit(status)  # who watches the process has something to write


if __name__ == "__main__":
    run()
