"""How a path is shown."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: str) -> str:
    """An absolute path relative to the working directory, with `/`; as it is where the two share no drive."""
    if not path:
        return path
    try:
        return Path(os.path.relpath(path)).as_posix()
    except (ValueError, OSError):  # another drive; a working directory that is gone
        return path
