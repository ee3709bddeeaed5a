"""A copy of this process takes turns beside it, is told to be well or not, and never outlives the block."""

import os
import time
from functools import partial
from pathlib import Path

import pytest

from graadmeter.engine.twin import Turns, twin


def _take(turns: Turns, folder: Path) -> None:
    for turn in turns:
        (folder / f"{turn}-{os.getpid()}").touch()
        time.sleep(0.01)


def _fail() -> None:
    raise SystemExit(3)


def _last(folder: Path) -> None:
    time.sleep(1.0)
    (folder / "late").touch()


@pytest.mark.parametrize("wanted", [True, False])
def test_every_turn_is_taken_once_by_one_of_the_two(tmp_path, wanted) -> None:
    turns = Turns(40)
    with twin(partial(_take, turns, tmp_path), wanted=wanted) as other:
        time.sleep(0.1)
        _take(turns, tmp_path)
    done = [path.name.partition("-") for path in tmp_path.iterdir()]
    assert sorted(int(turn) for turn, _, _ in done) == list(range(40))
    assert len({process for _, _, process in done}) == (2 if wanted else 1)
    assert other.ended_well
    assert turns.taken == 40


def test_a_copy_that_fails_is_told() -> None:
    with twin(_fail, wanted=True) as other:
        pass
    assert not other.ended_well


def test_an_error_in_the_block_ends_the_copy(tmp_path) -> None:
    with pytest.raises(ValueError, match="here"), twin(partial(_last, tmp_path), wanted=True):
        raise ValueError("here")
    time.sleep(1.2)
    assert not (tmp_path / "late").exists()
