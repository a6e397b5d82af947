"""Which files a path stands for, and which project a file belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import RESTORES_SCHEDULER_FIRST, Command, Project, script

from sched_lint.incremental import Incremental
from sched_lint.sources import discover
from sched_lint.sources.discover import Exclusion, Walk, project_files


def _names(root: Path, *patterns: str) -> list[str]:
    files, failures = Walk(Exclusion(patterns)).python_files(str(root))
    assert failures == []
    return [Path(file).relative_to(root).as_posix() for file in files]


def project_root(path: Path, argument: Path | None = None) -> Path:
    return Path(discover.project_root(str(path), None if argument is None else str(argument)))


def test_a_walk_finds_python_files_only_and_sorts_them(project: Project) -> None:
    root = project({"b.py": "", "a/z.py": "", "a/data.txt": "", "a/stub.pyi": "", "c.pyc": b"", ".hidden.py": ""})
    assert _names(root) == [".hidden.py", "a/z.py", "b.py"]


def test_a_walk_skips_what_is_not_the_projects_own(project: Project, sched_lint: Command) -> None:
    skipped = [*sorted(discover.SKIPPED_DIRECTORIES), "thing.egg-info", "thing.egg"]
    root = project({f"{folder}/train.py": RESTORES_SCHEDULER_FIRST for folder in skipped})
    project({"my_env/pyvenv.cfg": "", "my_env/lib/train.py": "", "own/train.py": ""})
    assert _names(root) == ["own/train.py"]
    assert sched_lint("check", "build/train.py").codes == [("build/train.py", "SCH101")]
    assert sched_lint("check", "build").codes == [("build/train.py", "SCH101")]


def test_links_to_files_are_followed_links_to_directories_are_not(project: Project) -> None:
    root = project({"real/train.py": ""})
    (root / "linked").symlink_to("real", target_is_directory=True)
    (root / "linked.py").symlink_to("real/train.py")
    assert _names(root) == ["linked.py", "real/train.py"]
    assert _names(root / "linked") == ["train.py"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ((), ["a.py", "old/a.py", "old/b.py", "src/old/c.py"]),
        (("old",), ["a.py"]),
        (("a.py",), ["old/b.py", "src/old/c.py"]),
        (("[ab].py",), ["src/old/c.py"]),
        (("{root}/old",), ["a.py", "src/old/c.py"]),
        (("{root}/*/a.py",), ["a.py", "old/b.py", "src/old/c.py"]),
        (("{root}/old/b*", "src"), ["a.py", "old/a.py"]),
        (("ol",), ["a.py", "old/a.py", "old/b.py", "src/old/c.py"]),
    ],
)
def test_exclusion_is_the_same_for_a_walk_and_for_a_named_file(
    project: Project, patterns: tuple[str, ...], left: list[str]
) -> None:
    names = ["a.py", "old/a.py", "old/b.py", "src/old/c.py"]
    root = project(dict.fromkeys(names, ""))
    exclusion = Exclusion(tuple(pattern.format(root=root.as_posix()) for pattern in patterns))
    assert _names(root, *exclusion.patterns) == left
    assert [name for name in names if not exclusion.covers(str(root / name), str(root))] == left
    for paths in ([root], [root / name for name in names]):
        requested, failures = discover.discover(paths, Walk(exclusion))
        assert [Path(file.path).relative_to(root).as_posix() for file in requested] == left
        assert failures == ()


def test_the_root_is_the_nearest_repository(project: Project) -> None:
    root = project({".git/HEAD": "", "pyproject.toml": "", "sub/pyproject.toml": "", "sub/pkg/train.py": ""})
    assert project_root(root / "sub/pkg/train.py") == root


def test_a_worktree_has_a_file_for_its_repository(project: Project) -> None:
    root = project({".git/HEAD": "", "tree/.git": "gitdir: ../.git/worktrees/tree", "tree/train.py": ""})
    assert project_root(root / "tree/train.py") == root / "tree"


@pytest.mark.parametrize("marker", discover.PROJECT_MARKERS)
def test_without_repository_the_root_is_the_nearest_configured_directory(project: Project, marker: str) -> None:
    root = project({"setup.py": "", f"sub/{marker}": "", "sub/pkg/train.py": ""})
    assert project_root(root / "sub/pkg/train.py") == root / "sub"
    assert project_root(root / "sub/pkg/train.py", argument=root / "sub/pkg") == root / "sub"


def test_without_marks_the_root_is_what_the_user_pointed_at(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = project({"pkg/__init__.py": "", "pkg/sub/__init__.py": "", "pkg/sub/train.py": ""})
    train = root / "pkg/sub/train.py"
    assert project_root(train, argument=root / "pkg") == root / "pkg"
    assert project_root(train) == root  # the working directory
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert project_root(train) == root  # above the topmost package


def test_a_shared_directory_is_no_project(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dotfiles repository in the home directory does not make all that lies there one project."""
    root = project({".git/HEAD": "", "setup.py": "", "work/train.py": "", "train.py": "", "helper.py": ""})
    monkeypatch.setenv("HOME", str(root))
    assert project_root(root / "work/train.py") == root / "work"
    assert project_root(root / "train.py") == root
    files, failures = project_files(str(root), [str(root / "train.py")])
    assert [Path(file).name for file in files] == ["helper.py", "setup.py", "train.py"]
    assert failures == []


def test_projects_of_one_run_do_not_mix(project: Project, sched_lint: Command) -> None:
    restore = "def restore(scheduler, optimizer, s):\n    {}.load_state_dict(s)\n    {}.load_state_dict(s)\n"
    train = script("restore(scheduler, optimizer, checkpoint)", imports="from restoring import restore")
    for folder, order in (("wrong", ("scheduler", "optimizer")), ("right", ("optimizer", "scheduler"))):
        project({f"{folder}/setup.py": "", f"{folder}/train.py": train})
        project({f"{folder}/restoring.py": restore.format(*order)})
    assert sched_lint("check").codes == [("wrong/restoring.py", "SCH101")]
    assert sched_lint("check", "right", "wrong").codes == [("wrong/restoring.py", "SCH101")]


def test_a_project_is_analysed_once(project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from sched_lint import lint

    analyse, roots = lint._analyse_project, []

    def count(project: Incremental, *arguments: object) -> object:
        roots.append(project.root)
        return analyse(project, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(lint, "_analyse_project", count)
    root = project({f"{folder}/train.py": RESTORES_SCHEDULER_FIRST for folder in ("a", "b", "c")})
    project({"setup.py": "", "none/setup.py": "", "none/model.py": "import torch\n"})
    assert len(sched_lint("check", "a", "b/train.py", "c", "none").codes) == 3
    assert roots == [root]
