"""Which providers have one owner, as a region writes it down."""

from datetime import date
from pathlib import Path

import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.holdings import holding_of
from graadmeter.store.concerns import read_concerns

HEADER = "agb,concern,geldig_van,geldig_tot\n"


def written(folder: Path, *lines: str) -> Path:
    (folder / "concerns.csv").write_text(HEADER + "".join(f"{line}\n" for line in lines))
    return folder


def test_a_provider_belongs_to_a_holding_for_some_time(tmp_path: Path) -> None:
    owned = read_concerns(written(tmp_path, "00000001,Noord,2020-01-01,2024-12-31", "00000001,Zuid,2025-01-01,"))
    assert holding_of(owned, "00000001", date(2024, 12, 31)) == "Noord"
    assert holding_of(owned, "00000001", date(2025, 1, 1)) == "Zuid"
    assert holding_of(owned, "00000001", date(2019, 12, 31)) == "00000001"
    assert holding_of(owned, "00000002", date(2025, 1, 1)) == "00000002"


def test_without_a_file_nobody_owns_anybody(tmp_path: Path) -> None:
    assert read_concerns(tmp_path) == ()


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (("1,Noord,2020-01-01,",), "line 2"),
        (("00000001,,2020-01-01,",), "line 2"),
        (("00000001,Noord,gisteren,",), "line 2"),
        (("00000001,Noord,2020-01-01,", "00000001,Zuid,2023-01-01,"), "line 3: 00000001 belongs to Noord"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, lines: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(WorkspaceError) as refused:
        read_concerns(written(tmp_path, *lines))
    assert complaint in refused.value.text.en
