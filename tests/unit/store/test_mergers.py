"""Which wijken a region takes together, as it writes it down."""

from pathlib import Path

import pytest

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.mergers import WijkGroup
from graadmeter.store.mergers import MERGER_COLUMNS, merger_bytes, read_mergers

AREAS = tuple(Area(f"WK00010{place}", 2025, Level.WIJK, f"Wijk {place}", "GM0001") for place in range(4))


def read(folder: Path, *lines: str) -> tuple[WijkGroup, ...]:
    text = ",".join(MERGER_COLUMNS) + "\n" + "".join(f"{line}\n" for line in lines)
    (folder / "samenvoegingen.csv").write_text(text, encoding="utf-8")
    return read_mergers(folder, AREAS)


def test_a_line_per_wijk_makes_groups(tmp_path: Path) -> None:
    groups = read(
        tmp_path,
        "Noord,GM0001,WK000101,2020,2024",
        "Noord,GM0001,WK000100,2020,2024",
        "Noord,GM0001,WK000100,2025,",
        "Noord,GM0001,WK000102,2025,",
    )
    assert {(one.wijken, one.first_year, one.last_year) for one in groups} == {
        (("WK000100", "WK000101"), 2020, 2024),
        (("WK000100", "WK000102"), 2025, None),
    }
    assert len({one.code for one in groups}) == 2
    (tmp_path / "samenvoegingen.csv").write_bytes(merger_bytes(groups))
    assert read_mergers(tmp_path, AREAS) == groups


def test_without_a_file_nothing_is_merged(tmp_path: Path) -> None:
    assert read_mergers(tmp_path, AREAS) == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["Noord,GM0001,WK000109,2020,"], "regel 2: WK000109 is geen wijk van GM0001"),
        (["Noord,GM0002,WK000101,2020,"], "is geen wijk van GM0002"),
        (["Noord,GM0001,WK000101,2020,"], "groep 'Noord' heeft 1 van de 4 wijken"),
        ([f"Alles,GM0001,{area.code},2020," for area in AREAS], "heeft 4 van de 4 wijken"),
        (["Noord,GM0001,WK000101,2020,2024", "Zuid,GM0001,WK000101,2024,"], "regel 3: WK000101 is dan al samengevoegd"),
        (["Noord,GM0001,WK000101,2024,2020"], "regel 2"),
        (["Noord,GM0001,WK000101,nu,"], "regel 2"),
        ([",GM0001,WK000101,2020,"], "regel 2"),
    ],
)
def test_a_wrong_file_is_refused_with_the_line(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(WorkspaceError) as error:
        read(tmp_path, *lines)
    assert message in error.value.text.nl
