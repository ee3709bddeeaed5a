"""Who sees several parts together, as a region writes it down, and what follows from it."""

from pathlib import Path

import pytest

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.joint_readers import linked_parts, municipalities_together
from graadmeter.domain.levels import Audience
from graadmeter.domain.region import Region
from graadmeter.store.joint_readers import read_joint_readers

AREAS = (
    Area("JZ14", 2025, Level.REGION, "Proef"),
    *(Area(code, 2025, Level.MUNICIPALITY, code, "JZ14") for code in ("GM0141", "GM0147", "GM0153")),
)
PLACE = Region("Proef", "JZ14", 2025, AREAS, 8100, 8103, {f"0000000{number}": "Zorg" for number in range(5)})
TWO_TOWNS = ("Dienst,gemeente,GM0147", "Dienst,gemeente,GM0141")


def written(folder: Path, *lines: str) -> Path:
    (folder / "lezers.csv").write_text("naam,niveau,deel\n" + "".join(f"{line}\n" for line in lines))
    return folder


def test_who_sees_two_municipalities_knows_both_and_an_analyst_of_the_region_all(tmp_path: Path) -> None:
    analyst = ("Analist,gemeente,GM0141", "Analist,gemeente,GM0153", "Analist,regio,JZ14")
    found = read_joint_readers(written(tmp_path, *TWO_TOWNS, *analyst), PLACE)
    assert [one.name for one in found] == ["Analist", "Dienst"]
    assert found[1].parts == ((Audience.MUNICIPALITY, "GM0141"), (Audience.MUNICIPALITY, "GM0147"))
    assert municipalities_together(found) == ({"GM0141", "GM0147"},)


def test_mirrors_that_hang_together_are_told_as_to_one_reader(tmp_path: Path) -> None:
    lines = ("A,aanbieder,00000001", "A,aanbieder,00000002", "B,aanbieder,00000002", "B,gemeente,GM0141")
    found = read_joint_readers(written(tmp_path, *lines, *TWO_TOWNS), PLACE)
    everything = {(Audience.PROVIDER, "00000001"), (Audience.PROVIDER, "00000002"), (Audience.MUNICIPALITY, "GM0141")}
    assert linked_parts(found, "00000001") == linked_parts(found, "00000002") == everything
    assert linked_parts(found, "00000003") == {(Audience.PROVIDER, "00000003")}


def test_without_a_file_nobody_sees_several_parts(tmp_path: Path) -> None:
    assert read_joint_readers(tmp_path, PLACE) == ()


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (("A,gemeente,GM9999", "A,gemeente,GM0141"), "line 2: GM9999 is no municipality of this region"),
        (("A,gemeente,GM0141", "A,aanbieder,12345678"), "line 3: 12345678 is no provider of this region"),
        (("A,gemeente,GM0141", "A,gemeente,GM0141"), "'A' has one part only"),
        (("A,raad,GM0141",), "line 2"),
        ((",gemeente,GM0141",), "line 2"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, lines: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(WorkspaceError) as refused:
        read_joint_readers(written(tmp_path, *lines), PLACE)
    assert complaint in refused.value.text.en
