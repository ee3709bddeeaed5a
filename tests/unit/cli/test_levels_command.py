"""`graadmeter levels` tells who may see more, and which parts the newest release has."""

import json
from pathlib import Path

import pytest

from graadmeter.catalogue.load_levels import levels
from graadmeter.cli.main import run
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import PUBLISHED
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.release.closed import Part, write_closed
from graadmeter.store.workspace import CONFIGURATION, init, load

EDITION = "2025KW04-00000000"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    town = Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ14")
    when = [parse_period(code).first for code in ("2025KW03", "2025KW04")]
    whole = Area("JZ14", 2025, Level.REGION, "Proef")
    made = init(tmp_path / "regio", Region("Proef", "JZ14", 2025, (whole, town), *when, {}))
    settings = made.root / CONFIGURATION
    settings.write_text(settings.read_text().replace("[region]", '[region]\nniveaus = ["gemeente"]', 1), "utf-8")
    return made.root


def told(workspace: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["levels", *words, "--workspace", str(workspace), "--lang", "en"]) == 0
    return capsys.readouterr().out


def test_every_level_is_listed_with_whether_it_was_chosen(workspace, capsys) -> None:
    lines = told(workspace, capsys).splitlines()
    assert [line.split()[0] for line in lines if line.split()[:1] and line.split()[0] in levels()] == sorted(levels())
    assert "yes" in next(line for line in lines if "gemeente" in line)
    assert "no" in next(line for line in lines if "regio" in line).split()


def test_who_sees_several_parts_is_listed(workspace, capsys) -> None:
    (workspace / "lezers.csv").write_text("naam,niveau,deel\nAnalist,gemeente,GM0141\nAnalist,regio,JZ14\n")
    assert "Analist sees together: gemeente/GM0141, regio/JZ14" in told(workspace, capsys)


def test_without_parts_it_says_what_to_do(workspace, capsys) -> None:
    assert "Add it to 'niveaus'" in told(workspace, capsys, "regio")


def test_the_parts_of_the_newest_release_are_listed(workspace, capsys) -> None:
    (workspace / "releases" / EDITION).mkdir()
    (workspace / "releases" / EDITION / "manifest.json").write_text(json.dumps({"number": 1}), "utf-8")
    cells = schema_of(PUBLISHED).empty_table()
    part = Part(levels()["gemeente"], "GM0141", "Almelo", cells, {"not_in_the_open_release": 17})
    write_closed(workspace / "closed", EDITION, [part], cells=cells, years=[2025])
    out = told(workspace, capsys, "gemeente")
    assert levels()["gemeente"].ground[:40] in out
    assert all(word in out for word in ("GM0141", "Almelo", "17", "gemeente/GM0141", EDITION))


def test_an_unknown_level_is_named_with_those_that_exist(workspace, capsys) -> None:
    assert run(["levels", "gemeent", "--workspace", str(workspace), "--lang", "en"]) == 2
    assert "gemeente" in capsys.readouterr().err


def test_an_unknown_level_in_the_configuration_is_refused(workspace, capsys) -> None:
    settings = workspace / CONFIGURATION
    settings.write_text(settings.read_text().replace('"gemeente"', '"raad"'), "utf-8")
    assert run(["levels", "--workspace", str(workspace)]) == 2
    assert "raad" in capsys.readouterr().err


def test_years_for_outsiders_only_are_numbers(workspace, capsys) -> None:
    settings = workspace / CONFIGURATION
    text = settings.read_text()
    settings.write_text(text.replace("[region]", "[region]\nalleen_buitenstaanders = [2025]", 1), "utf-8")
    assert load(workspace).outsiders_only == {2025}
    settings.write_text(text.replace("[region]", '[region]\nalleen_buitenstaanders = ["2025"]', 1), "utf-8")
    assert run(["levels", "--workspace", str(workspace)]) != 0
    assert "alleen_buitenstaanders" in capsys.readouterr().err
