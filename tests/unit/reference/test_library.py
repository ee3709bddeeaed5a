"""The library of reference data: recognised by content, whole or absent, the same bytes once, from file and server."""

import hashlib
import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.support.reference import FAKE_V3, FAKE_V4, SHARED, needs, save, value
from tests.support.statline_server import Server

from graadmeter.cli.main import run
from graadmeter.deliver.reference.entries import entries, table
from graadmeter.deliver.reference.library import add, add_statline
from graadmeter.deliver.reference.recognise import items_in, recognise
from graadmeter.deliver.reference.statline import load_statline
from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.reference import AREAS, POPULATION, STATLINE

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TOWNS = "jaar,gm_code,gm_naam\n2021,GM0141,Almelo\n"
FILES = {
    "gemeenten.csv": (TOWNS, "gemeenten"),
    "wissel_2022_2024.csv": ("van,naar,adressen\nWK014110,WK014110,5\n", "gebiedswissel"),
    "taken.csv": ("jaar,code,titel\n2025,6.751,Jeugdhulp\n", "taakvelden"),
    "mensen.csv": ("jaar;gm_code;inwoners\n2024;GM0141;73000\n", "inwoners"),
    "wijken_2024.csv": ("code,naam,soort,gm_code,inwoners\nGM0141,Almelo,gemeente,GM0141,7\n", "gebieden-inwoners"),
    "gepubliceerd.csv": ("periode,gebied,indicator,waarde\n2023,Twente,jeugd,1\n", "publicaties"),
    "regios_2022.csv": ("gm_code,jeugdregio_code,jeugdregio\nGM0141,JZ14,Twente\n", "gebiedsindeling"),
}


def files_in(root: Path) -> dict[str, str]:
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_told_by_what_it_holds(tmp_path: Path, name: str) -> None:
    text, kind = FILES[name]
    path = write(tmp_path, name, text)
    assert recognise(path).name == kind
    added = add(tmp_path / "library", path, now=NOW)
    assert added.entry.kind == kind
    assert min(added.entry.tables.values()) > 0
    kept = tmp_path / "library" / added.entry.id / "received" / name
    assert kept.read_bytes() == path.read_bytes()


def test_the_same_file_again_changes_nothing_and_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "mensen.csv", FILES["mensen.csv"][0])
    first = add(tmp_path / "a", path, now=NOW)
    before = files_in(tmp_path / "a")
    assert first.is_new
    again = add(tmp_path / "a", path, now=datetime(2030, 1, 1, tzinfo=UTC))
    assert (again.is_new, again.entry) == (False, first.entry)
    assert files_in(tmp_path / "a") == before
    add(tmp_path / "b", path, now=NOW)
    assert files_in(tmp_path / "b") == before
    changed = write(tmp_path, "mensen.csv", FILES["mensen.csv"][0].replace("73000", "73001"))
    assert add(tmp_path / "a", changed, now=NOW).is_new
    assert len(entries(tmp_path / "a")) == 2


def test_the_manifest_says_where_it_comes_from(tmp_path: Path) -> None:
    path = write(tmp_path, "wijken_2024.csv", FILES["wijken_2024.csv"][0])
    entry = add(tmp_path / "library", path, now=NOW).entry
    told = json.loads((tmp_path / "library" / entry.id / "manifest.json").read_text())
    assert told["added_at"] == "2026-01-02T03:04:05+00:00"
    assert (told["source"], told["vintage"], told["bytes"]) == ("wijken_2024.csv", [2024], path.stat().st_size)
    assert told["tables"] == {"gebieden": 1, "inwoners": 1}
    assert table(tmp_path / "library", entry, POPULATION)["inwoners"].to_pylist() == [7]
    assert table(tmp_path / "library", entry, AREAS)["naam"].to_pylist() == ["Almelo"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("notes.md", "# nothing\n", "RF-SOORT"),
        ("other.csv", "a,b\n1,2\n", "RF-SOORT"),
        ("other.json", "[]", "RF-SOORT"),
        ("wijken.csv", "code,naam,soort,gm_code\nGM0141,Almelo,gemeente,GM0141\n", "RF-JAAR"),
        ("pc4_2021.csv", "postcode,plaats,gemeente,inwoners\n7601,Almelo,Almelo,5\n", "RF-GEMEENTEN"),
        ("mensen.csv", "jaar,gm_code,inwoners\n2024,GM0141,many\n", "RF-WAARDE"),
        ("broken.json", "{", "RF-JSON"),
    ],
)
def test_what_cannot_be_used_leaves_nothing_behind(tmp_path: Path, name: str, text: str, code: str) -> None:
    words = {
        "RF-SOORT": "no reference file",
        "RF-JAAR": "--vintage",
        "RF-GEMEENTEN": "list of municipalities of 2021",
        "RF-WAARDE": "'inwoners'",
        "RF-JSON": "JSON",
    }
    with pytest.raises(DeliveryRefusedError) as refused:
        add(tmp_path / "library", write(tmp_path, name, text), now=NOW)
    assert words[code] in refused.value.text.en
    assert files_in(tmp_path / "library") == {}
    assert not list((tmp_path / "library").glob(".*"))


def test_a_list_of_municipalities_helps_a_later_file(tmp_path: Path) -> None:
    add(tmp_path / "library", write(tmp_path, "gemeenten.csv", TOWNS), now=NOW)
    path = write(tmp_path, "pc4_2021.csv", "postcode,plaats,gemeente,inwoners\n7601,Almelo,Almelo,5\n")
    entry = add(tmp_path / "library", path, now=NOW).entry
    assert table(tmp_path / "library", entry, AREAS)["ouder"].to_pylist() == ["GM0141"]


def test_what_a_crash_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / "library/.adding-x/received"
    left.mkdir(parents=True)
    write(left, "half.csv", "jaar")
    add(tmp_path / "library", write(tmp_path, "gemeenten.csv", TOWNS), now=NOW)
    assert [path.name for path in (tmp_path / "library").glob(".*")] == []
    assert len(entries(tmp_path / "library")) == 1


@pytest.mark.parametrize("parts", [FAKE_V3, FAKE_V4], ids=["v3", "v4"])
def test_a_saved_statline_table_is_one_source(tmp_path: Path, parts: dict[str, object]) -> None:
    folder = save(tmp_path / "in/85000NED", parts)
    write(tmp_path / "in", "gemeenten.csv", TOWNS)
    assert [path.name for path in items_in(tmp_path / "in")] == ["85000NED", "gemeenten.csv"]
    entry = add(tmp_path / "library", folder, now=NOW).entry
    assert table(tmp_path / "library", entry, STATLINE).equals(load_statline(folder).table)


@pytest.mark.parametrize("parts", [FAKE_V3, FAKE_V4], ids=["v3", "v4"])
def test_a_statline_table_comes_from_a_server_with_its_pages_kept(tmp_path: Path, parts: dict[str, object]) -> None:
    assert run(["init", str(tmp_path / "region")]) == 0
    served = {name: page for name, page in parts.items() if "." not in name}
    server = Server()
    try:
        base = server.offer("/odata/85000NED", served)
        for name, page in parts.items():
            if name.endswith(".2"):
                root = "/odata/85000NED/" + name.removesuffix(".2")
                server.answers[root] = {**server.answers[root], "odata.nextLink": f"{server.base}{root}?p=2"}
                server.answers[f"{root}?p=2"] = page
        command = ["reference", "add", "--statline", base, "--workspace", str(tmp_path / "region")]
        assert run(command) == 0
        assert run(command) == 0, "again: nothing new"
        assert run([*command[:3], f"{server.base}/elsewhere", *command[4:]]) == 4
    finally:
        server.http.shutdown()
        server.http.server_close()
    (entry,) = entries(tmp_path / "region/reference")
    assert (entry.kind, entry.source) == ("statline", base)
    kept = load_statline(tmp_path / "region/reference" / entry.id / "received").table
    stored = table(tmp_path / "region/reference", entry, STATLINE)
    assert stored.num_rows == 4
    assert stored.drop_columns(["bron"]).equals(kept.drop_columns(["bron"]))
    assert threading.active_count() < 50


def test_a_server_cannot_choose_where_its_pages_are_kept(tmp_path: Path) -> None:
    server = Server()
    try:
        evil = {**FAKE_V3["DataProperties"]["value"][1], "Key": "../../evil"}
        rows = [FAKE_V3["DataProperties"]["value"][0], evil, *FAKE_V3["DataProperties"]["value"][2:]]
        served = {name: page for name, page in FAKE_V3.items() if "." not in name}
        served |= {"DataProperties": value(*rows), "../../evil": value({"Key": "1", "Title": "x"})}
        base = server.offer("/odata/85000NED", served)
        with pytest.raises(DeliveryRefusedError) as refused:
            add_statline(tmp_path / "library", base, now=NOW)
        assert "no usable answer: name" in refused.value.text.en
    finally:
        server.http.shutdown()
        server.http.server_close()
    assert files_in(tmp_path) == {}


def test_every_shared_file_loads_through_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = needs("data")
    workspace = ["--workspace", str(tmp_path / "region"), "--lang", "en"]
    assert run(["init", str(tmp_path / "region")]) == 0
    assert run(["reference", "list", *workspace]) == 0
    folders = sorted(path for path in data.iterdir() if path.is_dir())
    assert run(["reference", "add", *map(str, folders), *workspace]) == 0
    found = entries(tmp_path / "region/reference")
    assert len(found) == sum(1 for folder in folders for _ in items_in(folder)) >= 35
    for entry in found:
        for name, count in entry.tables.items():
            path = tmp_path / "region/reference" / entry.id / f"{name}.parquet"
            assert pq.read_metadata(path).num_rows == count
    assert {entry.kind for entry in found if not sum(entry.tables.values())} == {"statline"}, "tables without figures"
    capsys.readouterr()
    assert run(["reference", "add", str(SHARED / "data/waiting"), *workspace]) == 0
    assert capsys.readouterr().out.count("Was there already") == 2
    assert run(["reference", "list", *workspace]) == 0
    assert "kwb" in capsys.readouterr().out


def test_the_command_says_what_is_wrong_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = ["--workspace", str(tmp_path / "region"), "--lang", "en"]
    run(["init", str(tmp_path / "region")])
    capsys.readouterr()
    assert run(["reference", "add", *workspace]) == 2
    assert run(["reference", "add", str(tmp_path / "nowhere.csv"), *workspace]) == 2
    bad = write(tmp_path, "notes.md", "x")
    fine = write(tmp_path, "wijken.csv", "code,naam,soort,gm_code\nGM0141,Almelo,gemeente,GM0141\n")
    assert run(["reference", "add", str(bad), str(fine), "--vintage", "2023", *workspace]) == 4
    told = capsys.readouterr()
    assert "notes.md: This is no reference file" in told.err
    assert "Added: gebieden-wijken" in told.out
    assert [entry.vintage for entry in entries(tmp_path / "region/reference")] == [[2023]]
