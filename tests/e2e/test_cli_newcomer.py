"""A newcomer at the command line: every command, in both languages, on a small region."""

import csv
import io
import re
import shutil

import pytest
from tests.e2e.region import LAST, graadmeter, newest
from tests.support.few import RECOUNTED


def test_init_tells_what_to_fill_in_and_run_tells_what_is_missing(tmp_path) -> None:
    said = graadmeter("init", tmp_path / "mine")
    assert said.code == 0
    for name in ("graadmeter.toml", "gebieden.csv", "aanbieders.csv", "producten.csv", "afspraken.yaml"):
        assert name in said.out
        assert (tmp_path / "mine" / name).exists()
    assert "Bewaar een kopie" in said.out
    again = graadmeter("init", tmp_path / "mine", "--lang", "en")
    assert again.code == 5
    assert "already" in again.err
    empty = graadmeter("run", "--workspace", tmp_path / "mine")
    assert empty.code != 0
    assert "Fout:" in empty.err
    assert "Traceback" not in empty.out + empty.err


@pytest.mark.parametrize("gone", [False, True], ids=["empty", "gone"])
def test_nothing_in_the_inbox_is_said_plainly(tmp_path, gone) -> None:
    workspace = tmp_path / "mine"
    graadmeter("init", workspace)
    if gone:
        (workspace / "inbox").rmdir()
    run, status, receive = (graadmeter(command, "--workspace", workspace) for command in ("run", "status", "receive"))
    assert (run.code, status.code, receive.code) == (5, 0, 0)
    assert "Zet aanleveringen in 'inbox'" in run.err
    assert f"Zet aanleveringen in {workspace / 'inbox'}" in status.out
    assert f"Er ligt niets in {workspace / 'inbox'}" in receive.out
    (workspace / "inbox" / "0141-2025KW04").mkdir(parents=True)
    named = graadmeter("receive", "--workspace", workspace)
    assert "0141-2025KW04" in named.out + named.err


@pytest.mark.parametrize("command", ["run", "status", "receive", "measure jeugdhulp", "site build"])
def test_without_a_workspace_every_command_says_how_to_make_one(tmp_path, command) -> None:
    said = graadmeter(*command.split(), "--workspace", tmp_path / "nothing")
    assert said.code == 5
    assert "graadmeter init" in said.err


@pytest.mark.parametrize("command", ["explain jeugdhulp Almelo 2025KW04", "serve"])
def test_without_a_release_reading_commands_say_how_to_make_one(tmp_path, command) -> None:
    said = graadmeter(*command.split(), "--workspace", tmp_path, "--lang", "en")
    assert said.code in {5, 8}
    assert "graadmeter run" in said.err


def test_status_shows_every_municipality_and_what_to_do_next(region) -> None:
    said = graadmeter("status", "--workspace", region, "--quarters", 3)
    assert said.code == 0
    for name in ("Almelo", "Borne", "Dinkelland", LAST, "2025KW02"):
        assert name in said.out
    assert "2025KW01" not in said.out
    assert newest(region).name in said.out
    assert "graadmeter serve" in said.out
    assert "Municipality" in graadmeter("status", "--workspace", region, "--lang", "en").out.title()


def test_status_before_and_after_receiving(tmp_path, delivered_region) -> None:
    workspace = tmp_path / "region"
    shutil.copytree(delivered_region, workspace)
    before = graadmeter("status", "--workspace", workspace)
    assert "graadmeter run" in before.out
    received = graadmeter("receive", "--workspace", workspace)
    assert received.code == 0
    assert re.search(r"0141-2025KW04: ontvangen als 0141-2025KW04-[0-9a-f]{8}", received.out)
    again = graadmeter("receive", workspace / "inbox/0141-2025KW04", "--workspace", workspace)
    assert "was al ontvangen" in again.out
    assert "te doen" in graadmeter("status", "--workspace", workspace).out


def published(region) -> list[dict]:
    with (newest(region) / "open/cells.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def dimension_of(row: dict) -> list[str]:
    known = list(row)[7:18]
    return [word for name in known if row[name] != "total" for word in (f"--{name}", row[name])]


@pytest.mark.parametrize("status", ["value", "suppressed", "provisional"])
def test_explain_any_published_figure(region, status) -> None:
    rows = [row for row in published(region) if row["status"] == status]
    for row in rows[:: max(1, len(rows) // 6)]:
        words = [row["indicator"], row["area"], row["period"], *dimension_of(row)]
        said = graadmeter("explain", *words, "--workspace", region, "--lang", "en")
        assert said.code == 0, (words, said.err)
        assert newest(region).name in said.out
        assert "What counts?" in said.out
        if status == "suppressed":
            assert "This figure is hidden" in said.out


def test_explain_by_name_names_deliveries_and_checks(region) -> None:
    said = graadmeter("explain", "jeugdhulp", "borne", "2025JJ00", "--workspace", region)
    assert said.code == 0
    assert "Borne" in said.out
    assert re.search(r"0147-2025KW0[1-4]-[0-9a-f]{8}: (geaccepteerd|gedeeltelijk)", said.out)
    wrong = graadmeter("explain", "jeugdhulp", "Bornne", "2025JJ00", "--workspace", region)
    assert wrong.code == 2
    assert "Bedoelt u: Borne" in wrong.err


def test_a_mark_leads_back_to_its_release(region) -> None:
    with (region / "site/data/kenmerken.csv").open(encoding="utf-8") as lines:
        marks = {row["indicator"]: row["mark"] for row in csv.DictReader(lines)}
    page = (region / "site/cijfers/jeugdhulp.html").read_text(encoding="utf-8")
    assert f"kenmerk {marks['jeugdhulp']}." in page
    said = graadmeter("mark", marks["jeugdhulp"].upper(), "--workspace", region, "--lang", "en")
    assert said.code == 0
    assert f"{newest(region).name}: Young people with youth help" in said.out
    assert graadmeter("mark", "00000000", "--workspace", region).code == 2


def test_measure_prints_a_table_with_a_warning_and_csv_without(region) -> None:
    said = graadmeter("measure", "jeugdhulp", "--workspace", region)
    assert said.code == 0
    assert "onbeschermde cijfers" in said.err
    assert "Almelo" in said.out
    rows = list(csv.DictReader(io.StringIO(graadmeter("measure", "jeugdhulp", "--csv", "--workspace", region).out)))
    assert {row["edition"] for row in rows} == {newest(region).name}
    assert {row["level"] for row in rows} == {"regio", "gemeente", "wijk"}
    parts = graadmeter("measure", "trajecten", "--workspace", region).out
    assert "beëindigd" in parts
    assert "--csv" in parts
    unknown = graadmeter("measure", "jeugdhlp", "--csv", "--workspace", region, "--lang", "en")
    assert (unknown.code, unknown.out) == (2, "")
    assert "Did you mean: jeugdhulp" in unknown.err


def test_unprotected_figures_are_never_those_of_a_release(region) -> None:
    """What the analyst sees holds small counts; what is published holds none."""
    counts = {"personen", "trajecten", "huishoudens"}
    own = [
        float(row["value"])
        for name in RECOUNTED
        for row in csv.DictReader(io.StringIO(graadmeter("measure", name, "--csv", "--workspace", region).out))
        if row["unit"] in counts and row["value"]
    ]
    assert any(0 < value < 10 for value in own)
    shown = [float(row["value"]) for row in published(region) if row["unit"] in counts and row["value"]]
    assert shown
    assert not any(0 < value < 10 for value in shown)


def test_groups_of_wijken_are_proposed_then_written_and_then_stay(tmp_path, region) -> None:
    workspace = tmp_path / "region"
    shutil.copytree(region, workspace, ignore=shutil.ignore_patterns("warehouse", "deliveries", "inbox", "site"))
    kept = workspace / "samenvoegingen.csv"
    kept.unlink(missing_ok=True)
    words = ("merge-areas", "--workspace", workspace, "--expected", 12, "--first", 2027)
    assert "wijken gaan samen in" in graadmeter(*words).out
    assert not kept.exists()
    assert "samenvoegingen.csv" in graadmeter(*words, "--write").out
    written = kept.read_bytes()
    assert b",2027," in written
    assert "Er is niets voor te stellen" in graadmeter(*words, "--write").out
    assert kept.read_bytes() == written


def test_the_site_is_built_from_the_release(tmp_path, region) -> None:
    workspace = tmp_path / "region"
    shutil.copytree(region, workspace)
    shutil.rmtree(workspace / "site")
    said = graadmeter("site", "build", "--workspace", workspace)
    assert said.code == 0, said.err
    assert (workspace / "site/index.html").exists()
