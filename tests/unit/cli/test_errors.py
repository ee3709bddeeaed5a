"""Every way a command can end: its exit code, one clear message, and never a traceback or a delivered value."""

import functools

import pytest

from graadmeter.cli.commands import status
from graadmeter.cli.main import main, run
from graadmeter.domain.errors import (
    CatalogueError,
    DeliveryRefusedError,
    DisclosureError,
    EngineError,
    ReleaseError,
    UsageError,
    WorkspaceError,
)
from graadmeter.domain.text import Text


@pytest.fixture
def failing(monkeypatch):
    """Makes `graadmeter status` end with this exception."""

    original = status.status

    def make(error):
        @functools.wraps(original)
        def command(**_):
            raise error

        monkeypatch.setattr(status, "status", command)

    return make


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UsageError, 2),
        (DeliveryRefusedError, 4),
        (WorkspaceError, 5),
        (CatalogueError, 6),
        (DisclosureError, 7),
        (ReleaseError, 8),
        (EngineError, 9),
    ],
)
def test_each_class_of_error_has_its_code_and_language(capsys, failing, kind, code) -> None:
    failing(kind(Text("zo is het", "so it is")))
    assert run(["status"]) == code
    assert capsys.readouterr().err == "Fout: zo is het\n"
    assert run(["status", "--lang", "en"]) == code
    assert capsys.readouterr().err == "Error: so it is\n"


def test_a_fault_in_the_program_names_its_place_but_not_its_message(capsys, failing) -> None:
    failing(KeyError("111222333"))
    assert run(["status", "--lang", "en"]) == 70
    said = capsys.readouterr()
    assert "KeyError in " in said.err
    assert ".py:" in said.err
    assert "111222333" not in said.out + said.err
    assert "Traceback" not in said.err
    assert "CONTRIBUTING.md" in said.err


def test_interrupted(capsys, failing) -> None:
    failing(KeyboardInterrupt())
    assert run(["status"]) == 130
    assert "Afgebroken" in capsys.readouterr().err


def test_main_exits_with_the_code(capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    assert "Gebruik: graadmeter" in capsys.readouterr().out
