"""One run at a time, also across processes, and never a lock that outlives its holder."""

import subprocess
import sys
from pathlib import Path

import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.store.lock import locked

HOLD = """
import sys
from pathlib import Path
from graadmeter.store.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_holder_is_refused_and_told_who_is_first(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path), pytest.raises(WorkspaceError) as refused, locked(path):
        pass
    assert "proces " in refused.value.text.nl


def test_it_is_free_again_afterwards(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    for _ in range(2):
        with locked(path):
            pass


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceError) as refused, locked(path):
            pass
        assert str(holder.pid) in refused.value.text.en
        holder.kill()
    with locked(path):
        pass
