"""What is told of pieces that a copy of the process makes."""

import time
from pathlib import Path
from typing import Any

import pytest

from graadmeter.site import workers


def test_the_last_word_is_that_all_is_done_whoever_made_the_last_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: Any = ("a", "b", "c")
    monkeypatch.setattr(workers, "_make", lambda _material, _read, order: (tmp_path / order).touch())
    nothing: Any = None
    told: list[int] = []
    with workers.making_beside(nothing, nothing, orders, processes=2, progress=told.append):
        for _ in range(600):
            if len(list(tmp_path.iterdir())) == len(orders):
                break
            time.sleep(0.05)
        else:
            pytest.skip("processes cannot be copied here")
    assert told == [3], "the copy made them all"
