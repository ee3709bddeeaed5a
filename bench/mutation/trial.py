"""Runs the tests against one mutant in a process of its own; nothing on disk is touched."""

import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from types import CodeType, ModuleType

import pytest

_HEAVY = (
    "numpy", "pyarrow", "pyarrow.compute", "pyarrow.parquet", "pyarrow.csv", "yaml", "duckdb", "sqlglot",
    "rich.table", "cyclopts", "hypothesis.strategies",
)  # fmt: skip
"""Loaded once, before processes are forked off: importing these costs more than most tests."""


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    TIMEOUT = "timeout"


def preload() -> None:
    """Loads what every trial needs; our own package must not be loaded yet, since a mutant takes its place."""
    for name in _HEAVY:
        importlib.import_module(name)
    if any(name.split(".")[0] == "graadmeter" for name in sys.modules):
        raise RuntimeError("graadmeter is loaded already: a mutant could not take its place")


def trial(module: str, code: CodeType, tests: Sequence[str], seconds: float) -> Fate:
    """Whether tests fail when the module is this code; a run that takes longer counts as noticed (TIMEOUT).

    Raises RuntimeError when pytest finds no tests.
    """
    child = os.fork()
    if child == 0:
        os._exit(_in_child(module, code, tests))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code_of_exit = os.waitstatus_to_exitcode(status)
            if code_of_exit == pytest.ExitCode.NO_TESTS_COLLECTED:
                raise RuntimeError(f"no tests in {', '.join(tests)}")
            return Fate.SURVIVED if code_of_exit == 0 else Fate.KILLED
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return Fate.TIMEOUT


def _in_child(module: str, code: CodeType, tests: Sequence[str]) -> int:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.meta_path.insert(0, _Finder(module, code))
    try:
        return int(pytest.main([*tests, "-x", "-q", "--tb=no", "--no-header", "-p", "no:cacheprovider"]))
    except BaseException:  # noqa: BLE001 - a mutant may break anything, and that is noticed
        return 1


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutant when its module is imported, and leaves all others to the rest."""

    def __init__(self, module: str, code: CodeType) -> None:
        self._module = module
        self._code = code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The specification of the mutant, None for any other module."""
        del path, target
        if fullname != self._module:
            return None
        return importlib.util.spec_from_loader(fullname, self, origin=str(Path(self._code.co_filename)))

    def exec_module(self, module: ModuleType) -> None:
        """Runs the mutant."""
        module.__file__ = self._code.co_filename
        exec(self._code, module.__dict__)  # noqa: S102 - our own code, with a fault of our own
