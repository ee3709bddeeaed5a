"""What is written for a region: every file in the agreed shape, the same bytes every time, all behaviour in it."""

import csv
import hashlib
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.bsn import eleven_test, is_synthetic
from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.store.workspace import load
from graadmeter.synth import region as region_module
from graadmeter.synth import write_region
from graadmeter.synth.domains.write import CLAIMS, TABLES


def hashes(workspace: Path) -> dict[str, str]:
    files = (path for path in sorted(workspace.rglob("*")) if path.is_file())
    return {str(path.relative_to(workspace)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def small(workspace: Path, **changed: object) -> Path:
    arguments = {"seed": 4, "fraction": 0.01, "municipalities": ["GM0147", "GM0183", "GM1774"], "first": "2025KW02"}
    write_region(workspace, **{**arguments, "claims_quarters": 2, "processes": 1, **changed})
    return workspace


def test_a_folder_per_municipality_and_quarter(region):
    folders = sorted(path.name for path in (region / "inbox").iterdir())
    assert len(folders) == 2 * 28
    assert folders[0] == "0141-2019KW01"
    assert folders[-1] == "0153-2025KW04"
    for folder in folders:
        expected = {"berichten.zip", "voorzieningen.csv"} | ({"bevolking.csv"} if folder.endswith("KW01") else set())
        found = {path.name for path in (region / "inbox" / folder).iterdir()}
        assert found - {f"{name}.csv" for name in (CLAIMS, *TABLES)} == expected
        assert bool(found - expected) == (folder[5:] >= "2024KW01"), "other domains: the last eight quarters"


def test_csv_files_have_the_columns_of_their_layout(region):
    for name, table in (("voorzieningen.csv", "voorziening"), ("bevolking.csv", "bevolking")):
        header = (region / "inbox/0141-2025KW01" / name).read_text("utf-8").splitlines()[0].split(";")
        assert header == [field.name for field in layouts()[table].fields]


def test_the_workspace_can_be_loaded(region):
    loaded = load(region).region
    assert (loaded.name, loaded.code, loaded.vintage, loaded.fictitious) == ("Twente", "JZ14", 2024, True)
    configuration = tomllib.loads((region / "graadmeter.toml").read_text("utf-8"))
    assert [item["code"] for item in configuration["gemeenten"]] == ["GM0141", "GM0153"]
    assert len([area for area in loaded.areas if area.parent == "GM0153"]) == 10
    with (region / "aanbieders.csv").open(encoding="utf-8") as file:
        assert loaded.providers == {row["agb"]: row["naam"] for row in csv.DictReader(file)}


def test_the_same_arguments_give_the_same_bytes_however_many_processes(tmp_path, monkeypatch):
    one = small(tmp_path / "one")
    monkeypatch.setattr(region_module, "_WORTH_A_PROCESS", 0)
    assert hashes(one) == hashes(small(tmp_path / "two", processes=2))


def test_another_seed_gives_other_persons(tmp_path):
    one, two = small(tmp_path / "one"), small(tmp_path / "two", seed=5)
    name = "inbox/0147-2025KW04/voorzieningen.csv"
    assert (one / name).read_text() != (two / name).read_text()


def test_a_municipality_is_the_same_whichever_others_are_written(tmp_path):
    few = hashes(small(tmp_path / "few", municipalities=["GM0183"], defects=False))
    more = hashes(small(tmp_path / "more", defects=False))
    inbox = {name: value for name, value in few.items() if name.startswith("inbox/")}
    assert inbox
    assert all(more[name] == value for name, value in inbox.items())


def test_progress_and_summary(tmp_path):
    told = []
    summary = write_region(
        tmp_path,
        seed=1,
        fraction=0.01,
        municipalities=["GM0147", "GM0168"],
        first="2025KW04",
        progress=lambda *what: told.append(what),
        processes=1,
    )
    assert told == [("synth", 1, 2), ("synth", 2, 2)]
    assert summary.municipalities == summary.deliveries == 2
    messages = 0
    for path in tmp_path.glob("inbox/*/berichten.zip"):
        with zipfile.ZipFile(path) as archive:
            messages += len(archive.namelist())
    faulty = (tmp_path / "truth/defects.csv").read_text("utf-8").count("berichten.zip")
    assert messages == summary.messages + faulty


def test_an_unknown_municipality_is_refused(tmp_path):
    with pytest.raises(ValueError, match="GM9999"):
        write_region(tmp_path, seed=1, municipalities=["GM9999"])


def test_messages_are_dated_in_the_quarter_they_are_delivered(region, reader):
    ends = {"KW01": "03-31", "KW02": "06-30", "KW03": "09-30", "KW04": "12-31"}
    for kind in ("JW301", "JW305", "WMO307", "WMO323", "JW315"):
        for delivery, root in reader.messages(kind):
            year, quarter = delivery[5:9], delivery[9:]
            sent = root.findtext(".//Dagtekening")
            assert f"{year}-{int(quarter[3]) * 3 - 2:02d}-01" <= sent <= f"{year}-{ends[quarter]}"


def test_all_bsns_can_be_nobodys(reader):
    found = {row["bsn"] for row in reader.rows("voorzieningen.csv")}
    found |= {root.findtext(".//Bsn") for _, root in reader.messages("JW305")}
    assert len(found) > 2000
    assert all(eleven_test(bsn) and is_synthetic(bsn) for bsn in found)


def test_postcodes_cannot_exist(reader):
    found = {root.findtext(".//Postcode") for _, root in reader.messages("WMO301")}
    assert found
    assert all(code[4:] in {"SA", "SD", "SS"} for code in found)


def test_every_behaviour_of_messages_occurs(reader):
    versions, changes, starts, stops, products = Counter(), Counter(), Counter(), Counter(), 0
    for _, root in reader.messages("JW301"):
        products += len(root.findall(".//ToegewezenProduct")) > 1
        for item in root.iter("ToegewezenProduct"):
            versions[item.findtext("ToewijzingNummer")] += 1
            changes[item.findtext("RedenWijziging")] += 1
    for _, root in reader.messages("JW305"):
        starts.update(item.text for item in root.iter("StatusAanlevering"))
    for domain in ("JW", "WMO"):
        for _, root in reader.messages(f"{domain}307"):
            stops.update(item.findtext("RedenBeeindiging") for item in root.iter("StopProduct"))
            stops.update(f"status {item.text}" for item in root.iter("StatusAanlevering"))
    assert versions.most_common(1)[0][1] > 1
    assert {"04", "12", "13"} <= set(changes)
    assert starts["3"] > 0
    assert stops["20"] > 0
    assert stops["status 3"] > 0
    assert stops["31"] > stops["32"] > 0
    assert products > 0


def test_some_assignments_never_start(reader):
    assigned = {item.text for _, root in reader.messages("JW301") for item in root.iter("ToewijzingNummer")}
    started = {item.text for _, root in reader.messages("JW305") for item in root.iter("ToewijzingNummer")}
    assert started < assigned


def test_some_starts_are_told_a_quarter_late(reader):
    late = 0
    for delivery, root in reader.messages("JW305"):
        if not delivery.endswith("2019KW01"):
            begin = root.findtext(".//Begindatum")
            late += (int(begin[:4]) * 4 + (int(begin[5:7]) - 1) // 3) < int(delivery[5:9]) * 4 + int(delivery[-1]) - 1
    assert late > 3


def test_claims_are_corrected_by_credit_lines(reader):
    seen, credits_ = set(), []
    for _, root in reader.messages("WMO323"):
        for line in root.iter("Prestatie"):
            seen.add(line.findtext("ProductReferentie/ReferentieNummer"))
            if line.findtext("IngediendBedrag/DebetCredit") == "C":
                credits_.append(line.findtext("ProductReferentie/VorigReferentieNummer"))
    assert credits_
    assert set(credits_) <= seen
    assert len(set(credits_)) == len(credits_)


def test_claims_are_limited_to_the_last_quarters(reader):
    months = {
        line.findtext("ProductPeriode/Begindatum")[:7]
        for _, root in reader.messages("JW323")
        for line in root.iter("Prestatie")
    }
    assert min(months) == "2024-01"
    assert max(months) == "2025-11"


def test_the_extract_has_what_no_message_carries(reader):
    rows = list(reader.rows("voorzieningen.csv"))
    assert {row["leveringsvorm"] for row in rows} == {"ZIN", "PGB"}
    assert {row["wet"] for row in rows} == {"jeugdwet", "wmo", "participatiewet"}
    assert any(row["lokaal_team"] == "J" and row["hulpvorm"] == "01" and row["verwijzer"] == "06" for row in rows)
    assert any(not row["wijk"] for row in rows)
    assert any(row["crisis"] == "J" for row in rows)
    assert all(row["kwartaal"] == row["levering"][5:] and row["gemeente"] == row["levering"][:4] for row in rows)
    homes = Counter((row["gemeente"], row["huishouden"], row["bsn"]) for row in rows)
    members = Counter(home[:2] for home in homes)
    assert 1 < max(members.values()) < 15
    moved = Counter((row["bsn"], row["wijk"]) for row in rows if row["wijk"])
    assert max(Counter(bsn for bsn, _ in moved).values()) > 1


def test_the_truth_has_the_key_of_measured_cells_and_is_sorted(region):
    with (region / "truth/cells.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == (*KEY_COLUMNS, "value")
    assert rows[1:] == sorted(rows[1:])
    assert len({tuple(row[:-1]) for row in rows[1:]}) == len(rows) - 1
    assert {row[4] for row in rows[1:]} == {"regio", "gemeente", "wijk"}
