"""A region's own indicators: one YAML file in the workspace, no Python; a mistake is told with file and place."""

from pathlib import Path

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.units import unit_files
from graadmeter.cli.main import run
from graadmeter.domain.errors import CatalogueError, UnknownNameError
from graadmeter.store.own_indicators import FOLDER, read_definition, workspace_indicators

DYSLEXIE = next(file for file in unit_files("indicators", ".yaml") if file.name == "dyslexie.yaml").read_text("utf-8")


def written(root: Path, name: str, text: str) -> Path:
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_own_files_it_is_the_catalogue(tmp_path: Path) -> None:
    assert workspace_indicators(tmp_path) == indicators()


def test_an_own_indicator_joins_and_one_of_the_same_id_replaces(tmp_path: Path) -> None:
    written(tmp_path, "nieuw.yaml", DYSLEXIE.replace("id: dyslexie", "id: dyslexie_hier"))
    written(tmp_path, "anders.yaml", DYSLEXIE.replace("version: 1", "version: 7"))
    known = workspace_indicators(tmp_path)
    assert set(known) == {*indicators(), "dyslexie_hier"}
    assert known["dyslexie"].version == 7
    assert list(known) == sorted(known)


def test_a_region_chooses_what_it_publishes(tmp_path: Path) -> None:
    assert list(workspace_indicators(tmp_path, ["wmo_clienten", "dyslexie"])) == ["dyslexie", "wmo_clienten"]
    with pytest.raises(UnknownNameError, match="dyslexie"):
        workspace_indicators(tmp_path, ["dyslexi"])


def test_two_own_files_with_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        written(tmp_path, name, DYSLEXIE)
    with pytest.raises(CatalogueError, match=r"b\.yaml: id 'dyslexie' is taken"):
        workspace_indicators(tmp_path)


def test_a_policy_that_does_not_exist_is_told_before_anything_is_counted(tmp_path: Path, capsys) -> None:
    path = written(tmp_path, "streng.yaml", DYSLEXIE.replace("policy: tmsd-10", "policy: tmsd10"))
    with pytest.raises(CatalogueError, match=r"streng\.yaml: no policy 'tmsd10'\. Did you mean: tmsd-10"):
        workspace_indicators(tmp_path)
    assert run(["indicators", "--test", str(path)]) == 6
    assert "'tmsd10' bestaat niet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: [", r"fout\.yaml: not valid YAML \(line 1\)"),
        ("- een lijst", "this is no mapping"),
        (DYSLEXIE.replace("version: 1", "version: een"), "the field 'version' is a whole number"),
        (DYSLEXIE.replace("\ncounts:", "\ncuonts:"), r"no field 'cuonts'\. Did you mean: counts"),
    ],
)
def test_a_mistake_is_told_with_the_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(CatalogueError, match=told):
        read_definition(written(tmp_path, "fout.yaml", text))


def test_the_command_works_out_the_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = written(tmp_path, "goed.yaml", DYSLEXIE)
    assert run(["indicators", "--test", str(right)]) == 0
    assert "uitkomsten van het voorbeeld kloppen" in capsys.readouterr().out
    wrong = written(tmp_path, "fout.yaml", DYSLEXIE.replace("value: 1}", "value: 11}", 1))
    assert run(["indicators", "--test", str(wrong)]) == CatalogueError.exit_code
    told = capsys.readouterr()
    assert "niet alle uitkomsten van het voorbeeld kloppen (1 van 5 fout)" in told.err
    assert "11" in told.out


def test_the_command_says_why_there_is_no_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queue = next(file for file in unit_files("indicators", ".yaml") if file.name == "wachtenden.yaml").read_text()
    at = queue.index("    levering:")
    untold = queue[:at] + queue[queue.index("    wachttijd:", at) :]
    assert run(["indicators", "--test", str(written(tmp_path, "rij.yaml", untold))]) == CatalogueError.exit_code
    assert "not_delivered: geef bij" in capsys.readouterr().out


def test_the_command_tells_what_is_seldom_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "dyslexie.yaml", DYSLEXIE)
    assert run(["indicators", "--test", str(path)]) == 0
    assert "Let op" not in capsys.readouterr().out
    odd = written(tmp_path, "dyslexi.yaml", DYSLEXIE.replace("theme: jeugd", "theme: jeugt"))
    assert run(["indicators", "--test", str(odd)]) == 0
    said = capsys.readouterr().out
    assert "het thema 'jeugt' is nieuw" in said
    assert "het bestand heet dyslexi.yaml, de indicator dyslexie" in " ".join(said.split())
