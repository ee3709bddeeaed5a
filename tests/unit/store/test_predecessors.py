"""voorgangers.csv is read strictly: each earlier area, of an area that the region has."""

import pytest

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import UnknownNameError, WorkspaceError
from graadmeter.domain.predecessors import Predecessor
from graadmeter.store.predecessors import read_predecessors

AREAS = tuple(Area(code, 2024, Level.MUNICIPALITY, code) for code in ("GM1774", "GM1735"))
HEADER = "gebied,vanaf,voorganger,voorganger_code"


def _write(folder, *lines):
    (folder / "voorgangers.csv").write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")


def test_earlier_areas_are_in_order_and_none_without_a_file(tmp_path) -> None:
    assert read_predecessors(tmp_path, AREAS) == ()
    _write(tmp_path, "GM1774,2001,Weerselo,GM0186", "GM1774,2001,Denekamp,", "GM1735,2001,Goor,")
    assert read_predecessors(tmp_path, AREAS) == (
        Predecessor("GM1735", "Goor", 2001),
        Predecessor("GM1774", "Denekamp", 2001),
        Predecessor("GM1774", "Weerselo", 2001, "GM0186"),
    )


@pytest.mark.parametrize("line", ["GM1774,2001,,", "GM1774,later,Denekamp,", "GM1774,2001"])
def test_a_line_that_is_wrong_is_named(tmp_path, line) -> None:
    _write(tmp_path, "GM1774,2001,Weerselo,", line)
    with pytest.raises(WorkspaceError, match="3"):
        read_predecessors(tmp_path, AREAS)


def test_an_area_that_the_region_does_not_have_is_refused(tmp_path) -> None:
    _write(tmp_path, "GM1775,2001,Weerselo,")
    with pytest.raises(UnknownNameError, match="GM1775"):
        read_predecessors(tmp_path, AREAS)
