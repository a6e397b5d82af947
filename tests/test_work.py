"""How much is done, counted: the suite measures no time, so this is what notices that a run does more than it must.

Counts are of one process in which nothing ran before; what they are is in `sched_lint.work`.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import RESTORES_OPTIMIZER_FIRST, RESTORES_SCHEDULER_FIRST, ROOT, Project, script

from sched_lint.evaluate.roots import Evaluator

READS_OF_A_FILE = 1
"""How often a run may read one file."""

# No file of these may ever be parsed: the second one speaks of what training does, and still not of schedulers.
MODEL = "import torch\n\nclass Net(torch.nn.Module):\n    def forward(self, x):\n        return x\n"
CONVERTER = """\
import torch

def convert(model, path):
    state_dict = torch.load(path)
    for step, key in enumerate(state_dict):
        print(step, key)
    model.load_state_dict(state_dict)
"""

PROGRAM = """\
import json
import sys
from sched_lint.cli import main
from sched_lint.sources import stamps
stamps.MARGIN = -(10**10)  # files may be believed that were written a moment ago
try:
    status = main(sys.argv[2:])
finally:
    from sched_lint.work import WORK
    with open(sys.argv[1], "w") as file:
        json.dump({"status": status, "counts": WORK.counts(), "modules": sorted(sys.modules)}, file)
"""


@dataclass
class Run:
    """One run of the command in a process of its own.

    Attributes:
        counts: what `sched_lint.work` counted.
        modules: names of all Python modules that were imported.
    """

    status: int
    counts: dict[str, int]
    modules: set[str]

    def imported(self, package: str) -> list[str]:
        """The modules of a package that were imported."""
        return sorted(name for name in self.modules if name == package or name.startswith(f"{package}."))


def run(*arguments: str) -> Run:
    """Runs `sched-lint` in the working directory, and asks afterwards what it did."""
    result = Path("../work.json").resolve()
    result.unlink(missing_ok=True)
    command = [sys.executable, "-c", PROGRAM, str(result), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.exists(), done.stderr
    told = json.loads(result.read_text())
    return Run(told["status"], told["counts"], set(told["modules"]))


def check(*arguments: str) -> Run:
    """A run that no cache helps."""
    return run("check", "--no-cache", *arguments)


@pytest.fixture
def tree(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """As `project`, in a directory that is a repository and has room beside it."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        project({"tree/.git/HEAD": "", **{f"tree/{name}": content for name, content in files.items()}})
        monkeypatch.chdir(tmp_path / "tree")
        return tmp_path / "tree"

    return write


def neighbours(number: int) -> dict[str, str]:
    """That many files without schedulers, half of which speak of steps and state dicts."""
    return {f"part_{n}/module_{n}.py": f"{CONVERTER if n % 2 else MODEL}\nNUMBER = {n}\n" for n in range(number)}


def test_files_without_schedulers_are_read_and_never_parsed(tree: Project) -> None:
    tree(neighbours(40))
    done = check()
    assert done.status == 0
    assert 40 <= done.counts["files_read"] <= 40 * READS_OF_A_FILE
    assert done.counts["directories_listed"] == 1 + 40
    assert (done.counts["modules_parsed"], done.counts["functions_evaluated"]) == (0, 0)
    assert done.counts["files_compiled"] <= 40


def test_a_tree_without_schedulers_needs_no_analysis(tree: Project) -> None:
    tree(neighbours(40))
    done = check()
    assert done.imported("libcst") == []
    for part in ("analysis", "evaluate", "project", "rules", "knowledge", "timeline"):
        assert done.imported(f"sched_lint.{part}") == [], part
    assert done.counts["torch_knowledge_loaded"] == 0


def test_files_without_schedulers_are_not_even_compiled_in_a_large_tree(tree: Project) -> None:
    tree({f"{n}.py": f"{MODEL}\nTABLE = {'x' * 50_000!r}\n" for n in range(10)})
    assert check().counts["files_compiled"] == 0


@pytest.mark.parametrize(("more", "asked"), [("", 0), ("match TABLE:\n    case 1: pass\n", 1)])
def test_what_looks_deep_is_only_asked_about_before_libcst_parses_it(tree: Project, more: str, asked: int) -> None:
    tree({"train.py": f"{RESTORES_SCHEDULER_FIRST}\nTABLE = [{'1, ' * 1000}]\n{more}"})
    done = check()
    assert (done.status, done.counts["files_compiled"]) == (1, asked)


def test_a_relevant_file_among_many_others_is_parsed_alone(tree: Project) -> None:
    tree({"train.py": RESTORES_SCHEDULER_FIRST, **neighbours(50)})
    done = check()
    assert done.status == 1
    assert done.counts["modules_parsed"] == 1
    assert done.counts["trees_located"] == 1
    assert done.counts["files_read"] <= 51 * READS_OF_A_FILE
    assert done.counts["torch_knowledge_loaded"] == 1


def test_only_what_a_program_uses_is_parsed_with_it(tree: Project) -> None:
    program = script(
        "restore(checkpoint, scheduler, optimizer)", "model = Net()", imports="from resuming import restore\nfrom net import Net"
    )
    restoring = "def restore(checkpoint, *parts):\n    for part in parts:\n        part.load_state_dict(checkpoint)\n"
    files = {"train.py": program, "resuming.py": restoring, "net.py": MODEL, "main.py": "import train\n", **neighbours(50)}
    tree(files)
    assert check().counts["modules_parsed"] <= 4


LOCAL_NORM = """\
    def norm(size):
        return functools.partial(torch.nn.BatchNorm2d, affine=True)(size)

"""
SCHEDULE = """\
def schedule(optimizer):
    return torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
"""
TRAINER = """\
    def __init__(self, name):
        self.optimizer = torch.optim.SGD(define(name).parameters(), lr=0.1)
        self.scheduler = schedule(self.optimizer)

    def train(self):
        for epoch in range(90):
            for batch in load():
                self.optimizer.step()
            self.scheduler.step()
"""

NETWORK = """\
class Net{number}(torch.nn.Module):
    def __init__(self, norm_layer):
        super().__init__()
        self.layers = torch.nn.Sequential(*[norm_layer(size) for size in SIZES])
        self.blocks = [Block(norm_layer, size) for size in SIZES]
        {many}

    def forward(self, x):
        return self.layers(x)

"""


@pytest.mark.parametrize("number", [4, 12])
def test_models_are_not_built_for_a_trainer_has_a_constructor_too(tree: Project, number: int) -> None:
    many = "\n        ".join(f"self.layer_{layer} = torch.nn.Conv2d({layer}, {layer}, 3)" for layer in range(20))
    networks = "".join(NETWORK.format(number=each, many=many) for each in range(number))
    choice = "".join(f"    if name == 'net{each}':\n        return Net{each}(norm)\n" for each in range(number))
    models = f"import functools\nimport torch\n\nSIZES = (1, 2)\n\n{networks}def define(name):\n{LOCAL_NORM}{choice}\n{SCHEDULE}"
    trainer = f"import torch\nfrom models import define, schedule\n\nclass Trainer:\n{TRAINER}\n"
    tree({"models.py": models, "train.py": f"{trainer}\nTrainer(open('name').read()).train()\n"})
    counts = check().counts
    # Trainer's constructor and `train`, `schedule`, and `define` if it is short: no network, none of its blocks, no layer.
    assert counts["functions_evaluated"] <= 4


@pytest.mark.parametrize(("name", "evaluated"), [("test_net.py", 3), ("net_test.py", 3), ("net_use.py", 43)])
def test_tests_of_other_things_do_not_train(tree: Project, name: str, evaluated: int) -> None:
    uses = "".join(f"def test_{number}():\n    epochs = {number}\n    Trainer(epochs).train()\n\n" for number in range(10))
    trainer = f"import torch\nfrom models import define, schedule\n\nclass Trainer:\n{TRAINER}\n"
    main = "from trainer import Trainer\n\nepochs = 1\nTrainer(epochs).train()\n"
    tree({"models.py": SCHEDULE, "trainer.py": trainer, "main.py": main, name: f"from trainer import Trainer\n\n{uses}"})
    # What `main.py` does: the constructor, `schedule` and `train`; then the ten others as well.
    assert check().counts["functions_evaluated"] == evaluated


@pytest.mark.parametrize("number", [20, 200])
def test_of_a_helper_only_what_is_asked_for_is_parsed(tree: Project, number: int) -> None:
    functions = "".join(f"def epochs_{n}(x):\n    return x + TABLE_{n}[{n}]\n\n" for n in range(number))
    classes = "".join(f"class Epochs{n}:\n    size = TABLE_{n}\n\n    def take(self):\n        pass\n\n" for n in range(number))
    tables = "".join(f"TABLE_{n} = {{\n{''.join(f'    {key}: [1, 2, 3],' for key in range(30))}\n}}\n" for n in range(number))
    helper = f"{tables}EPOCHS = 90\nDROP = EPOCHS // 3\n\n{functions}{classes}def drop():\n    return DROP\n"
    program = RESTORES_SCHEDULER_FIRST.replace("step_size=30", "step_size=drop()").replace("range(90)", "range(EPOCHS)")
    tree({"helper.py": helper, "train.py": f"from helper import EPOCHS, drop\n{program}"})
    counts = check().counts
    assert counts["modules_parsed"] == 2
    # The program; of the helper `drop`, `DROP` and `EPOCHS`, each when it is asked for, however much stands beside them.
    assert counts["trees_parsed"] == 4
    assert counts["functions_evaluated"] == 1


def test_classes_that_records_only_keep_are_not_parsed(tree: Project) -> None:
    kinds = {f"kinds/epochs_{n}.py": f"class Epochs{n}:\n    epochs = {n}\n" for n in range(30)}
    imports = "".join(f"from kinds.epochs_{n} import Epochs{n}\n" for n in range(30))
    entries = "".join(f"    Entry({n}, Epochs{n}),\n" for n in range(30))
    record = "@dataclass\nclass Entry:\n    number: int\n    kind: type\n"
    program = f"from dataclasses import dataclass\n{imports}\n{record}\nENTRIES = [\n{entries}]\n{RESTORES_SCHEDULER_FIRST}"
    tree({**kinds, "kinds/__init__.py": "", "train.py": program})
    assert check().counts["modules_parsed"] == 1
    tree({"train.py": f"{program}print(ENTRIES[7].kind.epochs)\n"})
    assert check().counts["modules_parsed"] == 2


def test_classes_that_are_only_asked_for_are_not_parsed(tree: Project) -> None:
    kinds = {f"kinds/epochs_{n}.py": f"class Epochs{n}:\n    epochs = {n}\n" for n in range(30)}
    imports = "".join(f"from kinds.epochs_{n} import Epochs{n}\n" for n in range(30))
    several = ", ".join(f"Epochs{n}" for n in range(1, 30))
    asked = f"if isinstance(checkpoint, Epochs0) or isinstance(checkpoint, ({several})):\n    print(checkpoint)\n"
    tree({**kinds, "kinds/__init__.py": "", "train.py": f"{imports}{RESTORES_SCHEDULER_FIRST}{asked}"})
    done = check()
    assert (done.status, done.counts["modules_parsed"]) == (1, 1)
    tree({"train.py": f"{imports}{RESTORES_SCHEDULER_FIRST}{asked.replace('checkpoint, Epochs0', 'Epochs7(), Epochs8')}"})
    assert check().counts["modules_parsed"] == 3


def test_the_evaluator_has_no_dict_to_be_searched_for_its_methods() -> None:
    assert Evaluator.__dictoffset__ == 0  # type: ignore[attr-defined]


def test_a_helper_that_is_never_asked_is_not_parsed(tree: Project) -> None:
    helper = '"""For schedulers."""\nEPOCHS = 90\n\n\ndef epochs():\n    return EPOCHS\n'
    tree({"helper.py": helper, "train.py": f"import helper\nfrom helper import EPOCHS, epochs\n{RESTORES_SCHEDULER_FIRST}"})
    done = check()
    assert (done.status, done.counts["modules_parsed"], done.counts["trees_parsed"]) == (1, 1, 1)


def test_positions_are_computed_for_findings_only(tree: Project) -> None:
    tree({f"train_{n}.py": RESTORES_OPTIMIZER_FIRST for n in range(5)})
    done = check()
    assert (done.status, done.counts["trees_located"]) == (0, 0)


def test_the_work_grows_with_the_number_of_programs_and_not_faster(tree: Project) -> None:
    counts = []
    for number in (3, 6, 12):
        tree({f"experiment_{n}/{name}": text for n in range(number) for name, text in experiment(n).items()})
        counts.append(check().counts)
    for name in ("modules_parsed", "functions_evaluated", "files_compiled", "runs_compared"):
        one, two, four = (each[name] for each in counts)
        assert one > 0, name
        assert (two, four) == (2 * one, 4 * one), name
    one, two, four = (each["files_read"] for each in counts)
    assert four - two <= 2 * (two - one)


def experiment(number: int) -> dict[str, str]:
    """A schedule factory, a checkpoint helper, an engine, and the scripts that train and resume."""
    specification = importlib.util.spec_from_file_location("templates", ROOT / "benchmarks" / "templates.py")
    assert specification is not None and specification.loader is not None
    templates = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(templates)
    return {name: text.replace("%NUMBER%", str(number)) for name, text in templates.EXPERIMENT.items()}


EXPLAINING = ("--help", "--version", "check --help", "rule", "rule SCH201", "rule nonsense")


@pytest.mark.parametrize("arguments", EXPLAINING)
def test_what_explains_itself_starts_without_the_analysis(tree: Project, arguments: str) -> None:
    tree({})
    done = run(*arguments.split())
    assert done.imported("libcst") == [] and done.imported("torch") == []
    assert done.imported("sched_lint.evaluate") == [] and done.imported("sched_lint.project") == []
    assert done.counts == dict.fromkeys(done.counts, 0)


def test_a_commit_of_files_without_schedulers_reads_those_alone(tree: Project) -> None:
    tree({"train.py": RESTORES_SCHEDULER_FIRST, **neighbours(50)})
    done = check("part_0/module_0.py", "part_2/module_2.py", "part_4/module_4.py")
    assert done.status == 0
    assert done.counts["files_read"] <= 3 * READS_OF_A_FILE
    assert done.imported("libcst") == [] and done.imported("torch") == []
    assert done.imported("sched_lint.analysis") == []
    assert done.counts["directories_listed"] == 0


@pytest.mark.parametrize(("number", "searched"), [(40, 40), (100, 1)])
def test_many_files_are_not_each_searched_for_places_of_findings(tree: Project, number: int, searched: int) -> None:
    """Those that something was found in are, so that it makes no difference how many were asked for."""
    tree({
        "helper.py": "def restore(parts, saved, name):\n    parts[name].load_state_dict(saved[name])\n",
        "train.py": script(
            "parts = {'o': optimizer, 's': scheduler}", "restore(parts, checkpoint, 's')", "restore(parts, checkpoint, 'o')",
            imports="from helper import restore",
        ),
        **neighbours(number - 1),
    })  # fmt: skip
    done = check()
    assert (done.status, done.counts["files_searched"]) == (1, searched)


# -- with a cache ---------------------------------------------------------------------------------------------------


def warm() -> Run:
    """A run that finds what the one before left."""
    return run("check", "--cache-dir", "../cache")


def test_a_run_on_what_has_not_changed_imports_no_parser(tree: Project) -> None:
    tree({"train.py": RESTORES_SCHEDULER_FIRST, **neighbours(10)})
    first, second = warm(), warm()
    assert (first.status, second.status) == (1, 1)
    assert first.counts["modules_parsed"] == 1
    assert second.imported("libcst") == []
    assert second.counts == {**dict.fromkeys(second.counts, 0), "directories_listed": 1 + 10}


def test_a_change_where_no_schedulers_are_parses_nothing_again(tree: Project) -> None:
    top = tree({"train.py": RESTORES_SCHEDULER_FIRST, **neighbours(10)})
    warm()
    (top / "part_0/module_0.py").write_text(f"{MODEL}\nNUMBER = 1000\n")
    done = warm()
    assert (done.status, done.counts["modules_parsed"]) == (1, 0)
    assert done.counts["files_read"] <= 11 * READS_OF_A_FILE


def test_a_change_of_one_program_evaluates_that_one_again(tree: Project) -> None:
    files = {f"experiment_{n}/{name}": text for n in range(6) for name, text in experiment(n).items()}
    top = tree(files)
    cold = warm()
    (top / "experiment_0/train.py").write_text(files["experiment_0/train.py"].replace("90", "60"))
    done = warm()
    assert 0 < done.counts["functions_evaluated"] <= cold.counts["functions_evaluated"] / 6
    assert 0 < done.counts["modules_parsed"] <= cold.counts["modules_parsed"] / 6
