"""Work is spread over processes, told about, ended by the first error, and never outlives the process that began it."""

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graadmeter.engine.processes import rarely_tidying, spread, step


def double(number: int) -> int:
    step()
    return number * 2


def fail(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def where(_: int) -> int:
    time.sleep(0.2)
    return os.getpid()


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_order_and_steps_are_counted(processes) -> None:
    told: list[int] = []
    assert spread(double, [3, 1, 2], processes=processes, progress=told.append) == [6, 2, 4]
    assert told[-1] == 3
    assert told == sorted(told)


def test_work_is_done_elsewhere_unless_there_is_little_of_it() -> None:
    assert os.getpid() not in spread(where, [1, 2], processes=2, progress=lambda _: None)
    assert spread(where, [1], processes=2, progress=lambda _: None) == [os.getpid()]
    assert spread(where, [], processes=2, progress=lambda _: None) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_the_first_error_ends_the_whole(processes) -> None:
    with pytest.raises(ValueError, match="three"):
        spread(fail, [1, 2, 3, 4], processes=processes, progress=lambda _: None)


def test_step_outside_of_work_does_nothing() -> None:
    step()


def slow_after_failing(number: int) -> int:
    if number == 1:
        raise ValueError("one")
    time.sleep(60)
    return number


def test_an_error_does_not_wait_for_the_others() -> None:
    since = time.monotonic()
    with pytest.raises(ValueError, match="one"):
        spread(slow_after_failing, [1, 2], processes=2, progress=lambda _: None)
    assert time.monotonic() - since < 40


SLOW = """
import os, sys, time
from pathlib import Path
from graadmeter.engine.processes import spread

def slow(number):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)

if __name__ == "__main__":
    spread(slow, [1, 2], processes=2, progress=lambda _: None)
"""


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_killed_with_its_parent(tmp_path) -> None:
    script, marks = tmp_path / "slow.py", tmp_path / "marks"
    script.write_text(SLOW, encoding="utf-8")
    marks.mkdir()
    parent = subprocess.Popen([sys.executable, str(script), str(marks)], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 40
    while len(list(marks.iterdir())) < 2:
        assert time.monotonic() < until, "the processes did not start"
        time.sleep(0.1)
    workers = [int(path.name) for path in marks.iterdir()]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until = time.monotonic() + 20
    while any(alive(worker) for worker in workers):
        assert time.monotonic() < until, "a process outlived its parent"
        time.sleep(0.1)


def test_tidying_is_as_it_was_after_the_block() -> None:
    before = gc.get_threshold()
    with rarely_tidying():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
