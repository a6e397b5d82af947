"""What tells, without reading it, that a file is as it was: its size, its times and its inode, as git's index has them.

Whoever restores a file's modification time after an edit changes its `ctime`, which nobody can set. What no stamp can
show is a second edit within one tick of the file system's clock, so a file that had just been changed has none.
"""

from __future__ import annotations

import os

Stamp = tuple[int, int, int, int]
"""Size, `mtime` and `ctime` in nanoseconds, inode."""

MARGIN = 2_000_000_000
"""Nanoseconds for which a changed file counts as just changed: the coarsest clock of a file system ticks every 2 s."""

_MEANINGFUL = os.name == "posix"
"""Elsewhere `ctime` is when a file was made, and inodes may be missing."""


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file, whether or not it can be relied on."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def lasting(status: os.stat_result, now: int) -> Stamp | None:
    """The stamp of a file, where no later change can leave it as it is; else None.

    Args:
        status: of the file, taken before it was read.
        now: a time before that, in nanoseconds since the epoch.
    """
    latest = max(status.st_mtime_ns, status.st_ctime_ns)
    return stamp_of(status) if _MEANINGFUL and status.st_ino and 0 < latest < now - MARGIN else None
