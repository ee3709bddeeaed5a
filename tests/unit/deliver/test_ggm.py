"""GGM tables become rows of the extract, judged by its checks, under the deliverer's own file and line."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import csv
from tests.support.raw_rows import AREAS

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.products import base_products
from graadmeter.check.result import CheckResult
from graadmeter.deliver.assess import assess
from graadmeter.deliver.reader import read_files
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.store.workspace import load
from graadmeter.synth import write_region
from graadmeter.synth.domains.ggm import ggm_tables, write_ggm

CLIENT = "code;burgerservicenummer;geboortedatum;geslachtsaanduiding;wijkcode;huishouden"
FILES = {
    "client.csv": f"{CLIENT}\nC1;009999991;17-05-2010;V;WK014110;H1\nC2;000000012;2000-01-02;M;;\n",
    "beschikking.csv": "code;client_code;datumAfgifte\nB1;C1;2025-09-01\nB2;C2;2025-09-01\nB3;C9;2025-09-01\n",
    "beschikte.csv": (
        "code;beschikking_code;voorziening_code;wet;leveringsvorm;datumStart;datumEinde\n"
        "BV1;B1;V1;Jeugdwet;ZIN;01-10-2025;\n"
        "BV2;B2;V2;Wmo 2015;PGB;2025-01-01;2025-11-30\n"
        "BV3;B3;V1;Jeugdwet;PGB;2025-10-01;\n"
        "BV4;B1;V1;Jeugdwet;ZIN;2024-01-01;2024-12-31\n"
    ),
    "voorziening.csv": "code;productcode;hulpvorm;lokaal team\nV1;45A01;;N\nV2;;;N\n",
    "toewijzing.csv": "toewijzingnummer;beschikte_voorziening_code;leverancier\n77;BV1;01010101\n",
    "verzoek.csv": "referentieAanbieder;beschikking_code;soortVerwijzer;crisis\nR1;B1;02;J\n",
}
REGION = Region("Twente", "JZ14", 2025, AREAS, 8076, 8103, {"01010101": "A"}, fictitious=True)
WORDS = ["gemeente", "kwartaal", "bsn", "geboortedatum", "geslacht", "wet", "toewijzingnummer", "voorziening_id"]


def judged(folder: Path, files: dict[str, str]) -> CheckResult:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with DuckDBEngine(threads=1) as engine:
        raw = read_files([folder])
        return assess(engine, raw, deliverer="GM0141", period="2025KW04", products=base_products(), region=REGION)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> CheckResult:
    return judged(tmp_path_factory.mktemp("ggm"), FILES)


def test_joined_tables_are_rows_of_the_extract(result: CheckResult) -> None:
    (first,) = [row for row in result.good["voorziening"].to_pylist() if row["regel"] == 2]
    told = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in first.items()}
    assert [told[name] for name in WORDS] == [
        "0141", "2025KW04", "009999991", "2010-05-17", "2", "jeugdwet", "77", "BV1-77",
    ]  # fmt: skip
    assert (told["productcode"], told["aanbieder"], told["verwijzer"], told["crisis"]) == (
        "45A01", "01010101", "02", "J",
    )  # fmt: skip
    assert (told["begindatum"], told["einddatum"], told["wijk"]) == ("2025-10-01", None, "WK014110")
    assert told["bestand"].endswith("beschikte.csv")


def test_the_synthetic_extract_comes_back_from_ggm_tables(tmp_path: Path) -> None:
    write_region(tmp_path, seed=6, fraction=0.01, municipalities=["GM0141"], first="2025KW04", processes=1)
    workspace, folder = load(tmp_path), tmp_path / "inbox/0141-2025KW04"
    options = csv.ConvertOptions(column_types=dict.fromkeys(columns("voorziening"), pa.string()))
    extract = csv.read_csv(
        folder / "voorzieningen.csv", parse_options=csv.ParseOptions(delimiter=";"), convert_options=options
    )
    write_ggm(folder, extract)
    found = {}
    with DuckDBEngine(threads=1) as engine:
        for way, files in (
            ("extract", ["voorzieningen.csv"]),
            ("ggm", [f"{name}.csv" for name in ggm_tables(extract)]),
        ):
            raw = read_files([folder / name for name in files])
            judged = assess(
                engine,
                raw,
                deliverer="GM0141",
                period="2025KW04",
                products=workspace.products,
                region=workspace.region,
            )
            rows = judged.good["voorziening"].drop_columns(["bestand", "regel"]).to_pylist()
            found[way] = sorted(
                (row | {"voorziening_id": row["voorziening_id"].split("-")[1]} for row in rows), key=str
            )
    assert len(found["extract"]) > 50
    assert found["ggm"] == found["extract"]


def columns(table: str) -> list[str]:
    return [field.name for field in layouts()[table].fields]


def test_what_cannot_be_joined_is_told_on_the_line_of_the_granted_provision(result: CheckResult) -> None:
    told = {(finding.code, finding.row) for finding in result.findings if finding.file.endswith("beschikte.csv")}
    assert ("GM-V001", 4) in told, "a provision whose client is not delivered lacks a BSN"
    assert any(row == 3 for _, row in told), "a Wmo provision without a product is asked about"
    assert ("DL-GGM-NIETACTIEF", None) in told


def test_the_extract_goes_before_the_ggm(tmp_path: Path) -> None:
    extract = (
        "gemeente;kwartaal;bsn;geboortedatum;geslacht;wet;voorziening_id;leveringsvorm;lokaal_team;begindatum;crisis\n"
        "0141;2025KW04;009999991;2010-05-17;2;participatiewet;X1;ZIN;N;2025-01-01;N\n"
    )
    found = judged(tmp_path, FILES | {"uittreksel.csv": extract})
    assert found.good["voorziening"]["voorziening_id"].to_pylist() == ["X1"]
    assert "DL-GGM-NIETGEBRUIKT" in {finding.code for finding in found.findings}


SUPPLY = (
    "code;beschikte_voorziening_code;datumStart;datumStop;omvang;eenheid\n"
    "L1;BV1;2025-10-06;;4;04\nL2;BV2;2025-01-01;2025-10-31;;\n"
)
CLAIMS = (
    "code;beschikte_voorziening_code;levering_code;datumStart;datumEinde;bedrag\n"
    "D1;BV1;L1;2025-10-06;2025-10-31;360,00\n"
    "D2;BV1;;2025-11-01;2025-11-30;-12.5\n"
    "D3;BV2;L2;2025-10-01;2025-10-31;1000\n"
    "D4;BV1;;2026-01-01;2026-01-31;90\n"
)


def test_claim_lines_and_supplies_of_the_ggm(tmp_path: Path) -> None:
    found = judged(tmp_path, FILES | {"levering.csv": SUPPLY, "declaratieregel.csv": CLAIMS})
    fields = ("regelnummer", "toewijzingnummer", "aanbieder", "volume", "eenheid", "bedrag", "leveringsvorm", "regel")
    rows = found.good["declaratie_uittreksel"].to_pylist()
    assert [tuple(row[name] for name in fields) for row in rows] == [
        ("D1", "77", "01010101", 4, "04", 36_000, "ZIN", 2),
        ("D2", "77", "01010101", 1_250, "83", -1_250, "ZIN", 3),
        ("D3", None, None, 100_000, "83", 100_000, "PGB", 4),
    ]
    assert {row["bestand"].rpartition("/")[2] for row in rows} == {"declaratieregel.csv"}
    days = {row["regel"]: (row["begindatum"], row["einddatum"]) for row in found.good["voorziening"].to_pylist()}
    assert [str(day) for day in days[2]] == ["2025-10-06", "None"], "the care began when the supply did"


def test_a_claims_extract_goes_before_the_ggm(tmp_path: Path) -> None:
    extract = (
        "gemeente;kwartaal;bsn;wet;regelnummer;leveringsvorm;periode_begin;periode_eind;bedrag\n"
        "0141;2025KW04;009999991;jeugdwet;X1;PGB;2025-10-01;2025-10-31;100\n"
    )
    found = judged(tmp_path, FILES | {"declaratieregel.csv": CLAIMS, "declaraties.csv": extract})
    assert found.good["declaratie_uittreksel"]["regelnummer"].to_pylist() == ["X1"]
    assert "DL-GGM-DECLARATIES" in {finding.code for finding in found.findings}
