"""From bytes to text, and the filter in front."""

from __future__ import annotations

import importlib.util
import random
import tokenize
from collections import Counter
from pathlib import Path

import pytest

from sched_lint.knowledge.torch_api import scheduler_names
from sched_lint.sources.nesting import parseable_text
from sched_lint.sources.reading import SourceError, decode, encode, read_source
from sched_lint.sources.relevance import CLASS_WORDS, LOWERED_WORDS, PLACE_WORDS, has_place, is_relevant

PATH = Path("/example.py")

TEXTS = {
    b"": "",
    b"x = 1\n": "x = 1\n",
    b"a\r\nb\rc\n\rd": "a\nb\nc\n\nd",
    b"\xef\xbb\xbfx = 1": "x = 1",
    b"\xef\xbb\xbf# coding: utf-8\nx": "# coding: utf-8\nx",
    b"# coding: latin-1\n'\xe9'": "# coding: latin-1\n'\xe9'",
    b"#!/bin/sh\n# vim: set fileencoding=cp1252 :\n'\x80'": "#!/bin/sh\n# vim: set fileencoding=cp1252 :\n'\u20ac'",
    b"\r\n# coding: latin-1\r\n'\xe9'": "\n# coding: latin-1\n'\xe9'",
    b"x = 1\n# coding: latin-1\n'\xc3\xa9'": "x = 1\n# coding: latin-1\n'\xe9'",
    b"\n\n# coding: latin-1\n'\xc3\xa9'": "\n\n# coding: latin-1\n'\xe9'",
    b"x = 1  # coding: latin-1\n'\xc3\xa9'": "x = 1  # coding: latin-1\n'\xe9'",
    b"\x0c # coding: latin-1\n'\xe9'": "\x0c # coding: latin-1\n'\xe9'",
    b"# coding: UTF_8\n'\xc3\xa9'": "# coding: UTF_8\n'\xe9'",
}


@pytest.mark.parametrize("data", TEXTS)
def test_decoding(data: bytes) -> None:
    assert decode(data, PATH) == TEXTS[data]


@pytest.mark.parametrize("data", TEXTS)
def test_decoding_agrees_with_the_tokenizer_of_python(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "example.py").write_bytes(data)
    with tokenize.open(tmp_path / "example.py") as stream:
        assert decode(data, PATH) == stream.read()


@pytest.mark.parametrize("text", [*TEXTS.values(), "# coding: ascii\n'\xe9'", "# coding: klingon\n", "'\udce9'"])
def test_encoding_undoes_decoding(text: str) -> None:
    data = encode(text, PATH)
    try:
        assert decode(data, PATH) == text
    except SourceError:
        # Text that contradicts its own cookie stays an error, as it would be on disk.
        assert data == text.encode("utf-8", "surrogatepass")


def test_an_error_names_its_place() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"x = 1\r\n\r\ny = '\xff'", PATH)
    assert (caught.value.path, caught.value.line, caught.value.column) == (PATH, 3, 6)


def test_reading_a_missing_file() -> None:
    with pytest.raises(SourceError, match="cannot be read: No such file or directory"):
        read_source(Path("/no/such/file.py"))


@pytest.mark.parametrize(
    "text",
    [
        "lr_scheduler = 1", "from a import LRScheduler", "SCHEDULERS = {}", "lr_sched.step()", "import StepLR",
        "MultiStepLR", "ReduceLROnPlateau", "CosineAnnealingWarmRestarts", "import OneCycleLR",
    ],
)  # fmt: skip
def test_relevant(text: str) -> None:
    assert is_relevant(text.encode())


@pytest.mark.parametrize("text", ["", "import torch", "optimizer.step()", "MLR = 1", "LR = 0.1", "WarmRestart"])
def test_irrelevant(text: str) -> None:
    assert not is_relevant(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "parts[name].load_state_dict(state)", "getattr(part, 'load_state_dict')(state)", "self.s.step()", "getattr(s, 'step')()",
        "optimizer(lr=0.1)", "import torch.optim as o", "optimise(optimizer)", "torch.save({'states': s.state_dict()}, path)",
        "torch.save(state, f'{step}.pt')", "o.add_param_group({'params': p, 'step': 0})", "log(global_step, s.get_lr())",
    ],
)  # fmt: skip
def test_places(text: str) -> None:
    assert has_place(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "", "return torch.relu(x)", "for timestep in range(steps): pass", "def convert(state_dict): return state_dict",
        "# an optimized version, not optimal: optimization, optimised", "model.save('last.h5')", "self.get_lr()",
    ],
)  # fmt: skip
def test_files_without_any_place(text: str) -> None:
    assert not has_place(text.encode())


def test_words_are_found_wherever_they_stand() -> None:
    """The searches stop at single letters of the words; this looks for the words themselves."""
    spoken = ("step", "state_dict", "optim")
    words = [*(word.decode() for word in (*LOWERED_WORDS, *CLASS_WORDS, *PLACE_WORDS)), *spoken]
    pieces = sorted({word[:end] for word in words for end in range(1, len(word))} | {word[1:] for word in words})
    chosen = random.Random(0)
    seen: Counter[tuple[bool, bool]] = Counter()
    for _ in range(3000):
        parts = [chosen.choice(chosen.choice((pieces, pieces, words))) for _ in range(3)]
        text = "".join(chosen.choice((part, part, part.upper(), part[::-1])) for part in parts).encode()
        relevant = any(word in text.lower() for word in LOWERED_WORDS) or any(word in text for word in CLASS_WORDS)
        place = any(word in text for word in (*PLACE_WORDS, b"optim")) and any(word.encode() in text for word in spoken)
        assert (is_relevant(text), has_place(text)) == (relevant, place), text
        seen[relevant, place] += 1
    assert len(seen) == 4 and min(seen.values()) > 20


def test_every_scheduler_of_torch_is_relevant() -> None:
    names = scheduler_names()
    assert len(names) >= 15
    assert [name for name in names if not is_relevant(f"from ours import {name}".encode())] == []


def test_ordinary_code_is_not_taken_for_deep() -> None:
    """The standard library has the largest literals and the longest chains of conditions that people write."""
    spec = importlib.util.find_spec("argparse")
    assert spec is not None and spec.origin is not None
    folder = Path(spec.origin).parent
    files = sorted(folder.glob("*.py"))
    assert len(files) > 100
    for file in files:
        parseable_text(file.read_bytes(), file)
