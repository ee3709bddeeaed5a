"""Which parts a run makes, whom the open release must hold against, and what later runs remember of that."""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from tests.unit.protect.inside import place, protected, small

from graadmeter.catalogue.load_levels import levels
from graadmeter.domain.areas import Level
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.joint_readers import JointReader
from graadmeter.domain.levels import Audience
from graadmeter.processing.parts import Levels
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.release.closed import Closed, read_closed
from graadmeter.store.workspace import Workspace


def chosen(root: Path, *names: str, before: Closed | None = None) -> Levels:
    return Levels(Workspace(root, place(), (), levels=tuple(levels()[name] for name in names)), before)


def told(*, attacked: list[int], kept: list[int]) -> ProtectedRelease:
    report = {"insiders": {"years": attacked}, "earlier_releases": {"years_in_which_nothing_new_is_shown": kept}}
    return ProtectedRelease(pa.table({}), report, pa.table({}))


def earlier(*years: int) -> Closed:
    return Closed(Path(), "before", [], frozenset(years))


@pytest.mark.parametrize(
    ("names", "before", "whom"),
    [
        ((), None, None),
        (("regio", "aanbieder"), None, None),
        (("gemeente",), None, Level.MUNICIPALITY),
        ((), earlier(2024), Level.MUNICIPALITY),  # who read a part goes on knowing it
        ((), earlier(), None),
    ],
)
def test_whom_the_open_release_must_hold_against(tmp_path, names, before, whom) -> None:
    assert chosen(tmp_path, *names, before=before).insiders is whom


def test_who_sees_parts_together_stays_an_attacker_and_comes_with_every_year_proven_anew(tmp_path) -> None:
    towns = [(Audience.MUNICIPALITY, code) for code in ("GM0141", "GM0147", "GM0153")]
    one, other = JointReader("Dienst", tuple(towns[:2])), JointReader("Samen", tuple(towns[1:]))
    before = replace(earlier(2023), readers=(one,))
    found = chosen(tmp_path, "gemeente", before=before)
    assert (found.together, found.joined) == (({"GM0141", "GM0147"},), False), "it was taken out of lezers.csv"
    found = Levels(replace(found.workspace, joint_readers=(one, other)), before)
    assert (found.together, found.joined) == (({"GM0141", "GM0147"}, {"GM0147", "GM0153"}), True)
    cells, indicators = small()
    found.write("2024KW04-0", protected(Level.MUNICIPALITY), cells, indicators, place())
    assert read_closed(tmp_path / "closed", "2024KW04-0").readers == (one, other)
    assert Levels(Workspace(tmp_path, place(), (), joint_readers=(one,)), None).together == ()


def test_a_year_holds_when_it_was_attacked_now_or_did_not_change_since(tmp_path) -> None:
    found = chosen(tmp_path, "gemeente", before=earlier(2022, 2023))
    assert found.years_of(told(attacked=[2025], kept=[2021, 2023])) == [2023, 2025]


def test_a_region_may_decide_that_a_year_holds_against_outsiders_only(tmp_path) -> None:
    found = chosen(tmp_path, "gemeente", before=earlier(2023, 2024))
    assert found.withstood == {2023, 2024}
    found = Levels(replace(found.workspace, outsiders_only=frozenset({2024})), found.before)
    assert found.withstood == {2023}
    assert found.years_of(told(attacked=[2025], kept=[2023, 2024])) == [2023, 2025]


def test_every_municipality_and_the_region_get_their_part(tmp_path) -> None:
    cells, indicators = small()
    release = protected(Level.MUNICIPALITY)
    folder = chosen(tmp_path, "gemeente", "regio").write("2024KW04-0", release, cells, indicators, place())
    assert folder == tmp_path / "closed" / "2024KW04-0"
    found = read_closed(tmp_path / "closed", "2024KW04-0")
    assert [part["folder"] for part in found.parts] == [
        "gemeente/GM0141",
        "gemeente/GM0147",
        "gemeente/GM0153",
        "regio/JZ14",
    ]
    assert found.years == {2024}
    assert found.parts[-1]["figures"] == cells.num_rows
    assert all(part["not_in_the_open_release"] > 20 for part in found.parts)


def test_from_a_release_that_holds_against_outsiders_only_a_municipality_gets_no_more_than_everybody(tmp_path) -> None:
    cells, indicators = small()
    chosen(tmp_path, "gemeente").write("2024KW04-0", protected(None), cells, indicators, place())
    parts = read_closed(tmp_path / "closed", "2024KW04-0").parts
    assert [part["not_in_the_open_release"] for part in parts] == [0, 0, 0]


def test_without_levels_nothing_is_written(tmp_path) -> None:
    cells, indicators = small()
    assert chosen(tmp_path).write("2024KW04-0", protected(None), cells, indicators, place()) is None
    assert not (tmp_path / "closed").exists()


def test_rows_of_somebody_else_stop_everything(tmp_path) -> None:
    cells, indicators = small()
    good = protected(Level.MUNICIPALITY)
    at = good.cells.column_names.index("area")
    moved = good.cells.set_column(at, good.cells.schema.field(at), pa.array(["GM9999"] * cells.num_rows))
    with pytest.raises(DisclosureError, match=r"part gemeente/GM0141: .*somebody else"):
        chosen(tmp_path, "gemeente").write(
            "2024KW04-0", replace(good, cells=moved, audit={}), cells, indicators, place()
        )
    assert not (tmp_path / "closed").exists()
