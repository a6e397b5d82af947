"""The trees that are linted: two real ones, and generated ones."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from templates import EXPERIMENT, LAYER, STATEFUL

TRANSFORMERS = "5.23.0"
_WORDS = (b"scheduler", b"lr_sched", b"LR", b"WarmRestarts")  # no file with one of these counts as free of schedulers
_PLACE_WORDS = (b".step(", b"load_state_dict", b"torch.optim")
_SOURCES = (".py", ".pyi", ".toml", ".cfg", ".ini", ".flake8", ".gitignore")


@dataclass(frozen=True, slots=True)
class Tree:
    """A directory of Python files.

    Attributes:
        name: as the tables call it.
        folder: where it is.
        origin: where it comes from, in words, with a hash.
    """

    name: str
    folder: Path
    origin: str

    def files(self) -> list[Path]:
        """Its Python files, sorted."""
        return sorted(path for path in self.folder.rglob("*.py") if path.is_file())

    def fact(self) -> dict[str, object]:
        """What a reader of the results should know about it."""
        sizes = [path.stat().st_size for path in self.files()]
        return {"name": self.name, "origin": self.origin, "files": len(sizes), "bytes": sum(sizes)}

    def copy(self, purpose: str) -> Tree:
        """What decides about a run on it, in another folder: one whose caches and changes are its own."""
        folder = self.folder.parent / f"{self.folder.name}-{purpose}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder, ignore=_only_sources)
        return Tree(self.name, folder, self.origin)

    def without_schedulers(self, count: int, with_place_words: bool) -> list[str]:
        """Some files of middling size that mention no scheduler, for a commit that touches them.

        Args:
            count: how many.
            with_place_words: whether something is stepped or restored in them, or torch's optimizers are at hand.
        """
        found = []
        for path in self.files():
            data = path.read_bytes()
            if any(word in data or word in data.lower() for word in _WORDS):
                continue
            if any(word in data for word in _PLACE_WORDS) is with_place_words:
                found.append(path)
        found.sort(key=lambda path: (path.stat().st_size, path))
        start = max(0, (len(found) - count) // 2)
        return [str(path.relative_to(self.folder)) for path in found[start : start + count]]


def transformers(cache: Path, python: str) -> Tree:
    """The sdist of transformers, from the package index."""
    downloads = cache / "downloads"
    archive = downloads / f"transformers-{TRANSFORMERS}.tar.gz"
    if not archive.exists():
        command = [python, "-m", "pip", "--disable-pip-version-check", "-q", "download", "--no-deps"]
        command += ["--no-binary", ":all:", "-d", str(downloads), f"transformers=={TRANSFORMERS}"]
        subprocess.run(command, check=True)
    folder = cache / "trees" / f"transformers-{TRANSFORMERS}"
    if not folder.exists():
        with tarfile.open(archive) as packed:
            packed.extractall(folder.parent, filter="data")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    return Tree("transformers", folder, f"sdist {TRANSFORMERS}, sha256 {digest}")


def local(cache: Path, name: str, source: Path) -> Tree:
    """A copy of a clone: what is measured changes files."""
    folder = cache / "trees" / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git", "__pycache__", ".*_cache"))
    (folder / ".git").mkdir()  # a project of its own, wherever the cache folder is
    digest = hashlib.sha256()
    tree = Tree(name, folder, "")
    for path in tree.files():
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return Tree(name, folder, f"copy of {source.name}, sha256 of its Python files {digest.hexdigest()}")


def diluted(cache: Path, tree: Tree, times: int) -> Tree:
    """A real tree, with generated files that speak of no scheduler until it has `times` as many, of the same sizes."""
    folder = cache / "trees" / f"{tree.name}-times-{times}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree.folder, folder, ignore=_only_sources)
    sizes = [path.stat().st_size for path in tree.files()]
    for turn in range(1, times):
        for number, size in enumerate(sizes):
            _write(folder / "generated" / f"part_{turn}" / f"module_{number}.py", _irrelevant(turn * len(sizes) + number, size))
    return Tree(folder.name, folder, f"{tree.name} and {(times - 1) * len(sizes)} generated files without schedulers")


def generated(cache: Path, files: int) -> Tree:
    """One project of `files` files that all speak of schedulers: experiments of five modules each."""
    folder = cache / "trees" / f"generated-{files}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / ".git").mkdir(parents=True)
    for number in range(files // len(EXPERIMENT)):
        for name, text in EXPERIMENT.items():
            _write(folder / f"experiment_{number:04}" / name, text.replace("%NUMBER%", str(number)))
    return Tree(folder.name, folder, f"{files} generated files, all of them with schedulers")


def changer(tree: Tree, wanted: Callable[[bytes], bool]) -> tuple[str, Callable[[], None]]:
    """The name of a file of the tree, and what gives it content that it never had before."""
    chosen = next(path for path in tree.files() if wanted(path.read_bytes()))
    original = chosen.read_bytes()
    turn = iter(range(1_000_000))
    salt = os.urandom(4).hex()

    def change() -> None:
        chosen.write_bytes(original + f"\nCHANGED = '{salt} {next(turn)}'\n".encode())

    return str(chosen.relative_to(tree.folder)), change


def _only_sources(folder: str, names: list[str]) -> list[str]:
    """What no linter looks at, for shutil.copytree."""
    return [name for name in names if not name.endswith(_SOURCES) and not os.path.isdir(os.path.join(folder, name))]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _irrelevant(number: int, size: int) -> str:
    """A module of about `size` characters. Every third speaks of steps and state dicts, as real models do."""
    parts = list(_header(number))
    length = sum(map(len, parts))
    block = 0
    while length < size:
        parts.append((LAYER if number % 3 else STATEFUL).replace("%NUMBER%", str(block)))
        length += len(parts[-1])
        block += 1
    return "".join(parts)


def _header(number: int) -> Iterator[str]:
    yield f'"""Generated module {number}."""\n\nimport torch\nfrom torch import nn\n'
    if number:
        yield f"from . import module_{number - 1} as neighbour  # noqa: F401\n"
    yield "\n"
