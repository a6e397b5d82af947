"""One process with torch serves all proofs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from proof.record import Runner


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    with Runner(tmp_path_factory.mktemp("runs")) as started:
        yield started
