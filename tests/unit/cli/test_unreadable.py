"""A file that cannot be read: the message says which, why, and what to do, as the system itself refuses it."""

import errno
from pathlib import Path

import pytest

from graadmeter.cli.rounding_key import rounding_key
from graadmeter.cli.table_files import read_cells
from graadmeter.cli.unreadable import unreadable
from graadmeter.domain.errors import UsageError


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        read_cells(tmp_path / "cellen.csv", tmp_path / "sommen.csv")
    assert told.value.text.nl == f"{tmp_path}/cellen.csv bestaat niet. Kijk na of de naam klopt."
    assert told.value.text.en == f"{tmp_path}/cellen.csv does not exist. Check its name."


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        rounding_key(tmp_path, tmp_path / "uit")
    assert told.value.text.nl == f"{tmp_path} is een map. Noem een bestand daarin."


def test_a_file_inside_what_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("b")
    with pytest.raises(UsageError, match="does not exist"):
        rounding_key(tmp_path / "a" / "key", tmp_path / "uit")


def test_a_file_of_somebody_else() -> None:
    """Who runs the tests may be allowed everything, so the refusal is made here."""
    told = unreadable(Path("key"), PermissionError(errno.EACCES, "no"))
    assert told.text.nl == "key mag u niet lezen. Vraag het recht aan wie het bestand beheert."


def test_a_disk_that_fails() -> None:
    assert (
        "key kan niet worden gelezen (Input/output error)." in unreadable(Path("key"), OSError(errno.EIO, "no")).text.nl
    )
