"""streefwaarden.csv is read strictly: what is wrong is told with file, line, the nearest names and what to do."""

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.targets import Bound, targets_of
from graadmeter.store.targets import TARGET_COLUMNS, read_targets, require_known
from graadmeter.store.workspace import load
from graadmeter.synth.community import Window
from graadmeter.synth.region_facts import municipalities
from graadmeter.synth.workspace import write_workspace

AREAS = (
    Area("JZ14", 2025, Level.REGION, "Twente"),
    *(Area(code, 2025, Level.MUNICIPALITY, code) for code in ("GM0141", "GM0147")),
)
GOOD = "jeugdhulp,procent,GM0141,hoogstens,8.5,2027,gemeenteraad,beleidsplan,policy plan"


def _write(folder, *lines):
    text = "\n".join((",".join(TARGET_COLUMNS), *lines)) + "\n"
    (folder / "streefwaarden.csv").write_text(text, encoding="utf-8")


def test_a_target_is_read_with_who_decided_and_where(tmp_path) -> None:
    assert read_targets(tmp_path, AREAS) == ()
    _write(tmp_path, GOOD, 'jeugdhulp,personen,,minstens,"7,5",2027KW04,raad,besluit 12,')
    one, other = read_targets(tmp_path, AREAS)
    assert (one.unit, one.bound, one.value, one.period) == (Unit.PERCENT, Bound.AT_MOST, 8.5, parse_period("2027JJ00"))
    assert (one.source.nl, one.source.en, one.decided_by) == ("beleidsplan", "policy plan", "gemeenteraad")
    assert (other.area, other.value, other.period.code, other.source.en) == ("", 7.5, "2027KW04", "besluit 12")
    require_known(tmp_path, AREAS, indicators())


def test_what_holds_for_all_gives_way_to_an_own_target(tmp_path) -> None:
    _write(tmp_path, GOOD.replace("GM0141", "").replace("8.5", "9"), GOOD)
    told = read_targets(tmp_path, AREAS)
    assert [[one.value for one in targets_of(told, area)] for area in AREAS] == [[9.0], [8.5], [9.0]]
    assert targets_of(told, Area("WK014101", 2025, Level.WIJK, "wijk", "GM0141")) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (GOOD.replace("GM0141", "GM0148"), "gebied 'GM0148' bestaat niet. Bedoelt u: GM0147, GM0141? Kies uit"),
        (GOOD.replace("procent", "procenten"), "Bedoelt u: procent"),
        (GOOD.replace("hoogstens", "hooguit"), "Kies uit: hoogstens, minstens"),
        (GOOD.replace("8.5", "veel"), "'waarde' moet een getal zijn"),
        (GOOD.replace("8.5", "101"), "van procent hoogstens 100"),
        (GOOD.replace("8.5", "nan"), "'waarde' moet een getal zijn"),
        (GOOD.replace("2027", "ooit"), "'periode' moet een jaar zijn"),
        (GOOD.replace("beleidsplan", ""), "'bron' is leeg"),
        (GOOD.replace("gemeenteraad", ""), "'besloten_door' is leeg"),
        (GOOD.replace("gemeenteraad", "000000012"), "staat een BSN"),
        (GOOD.replace("beleidsplan", "x" * 301), "langer dan 300 tekens"),
        (GOOD.removesuffix(",policy plan"), "moet 9 waarden hebben"),
        (GOOD + ",te veel", "moet 9 waarden hebben"),
        (GOOD, "staat er al"),
    ],
)
def test_a_line_that_is_wrong_is_named_with_what_to_do(tmp_path, line, said) -> None:
    _write(tmp_path, GOOD, line)
    with pytest.raises(WorkspaceError) as told:
        read_targets(tmp_path, AREAS)
    assert told.value.text.nl.startswith("streefwaarden.csv, regel 3: ")
    assert said in told.value.text.nl
    assert told.value.text.en.startswith("streefwaarden.csv, line 3: ")
    assert "000000012" not in told.value.text.nl


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (GOOD.replace("jeugdhulp", "jeugdhlup"), "cijfer 'jeugdhlup' bestaat niet. Bedoelt u: jeugdhulp"),
        (GOOD.replace("procent", "dagen"), "eenheid 'dagen' bestaat niet. Kies uit: "),
        (GOOD.replace("jeugdhulp,procent", "vt_binnen_5_dagen,procent"), "wordt daarvoor niet geteld"),
    ],
)
def test_a_target_needs_a_figure_that_exists(tmp_path, line, said) -> None:
    _write(tmp_path, line)
    with pytest.raises(WorkspaceError) as told:
        require_known(tmp_path, AREAS, indicators())
    assert told.value.text.nl.startswith("streefwaarden.csv, regel 2: ")
    assert said in told.value.text.nl


def test_the_made_up_region_has_targets_that_hold_and_a_wrong_one_stops_a_run_before_it_counts(tmp_path) -> None:
    last = 2025 * 4 + 3
    write_workspace(tmp_path, municipalities(), Window(last, last, 8, 0.1))
    workspace = load(tmp_path)
    assert [one.area for one in workspace.region.targets] == ["GM0141", "JZ14"]
    assert all("verzonnen" in one.decided_by and "verzonnen" in one.source.nl for one in workspace.region.targets)
    assert "jeugdhulp" in workspace.indicators
    path = tmp_path / "streefwaarden.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("jeugdhulp", "jeugdhlup"), encoding="utf-8")
    with pytest.raises(WorkspaceError, match="jeugdhlup"):
        _ = load(tmp_path).indicators
