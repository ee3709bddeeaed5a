"""The money commands on a small workspace: tables, CSV that adds up, and what cannot be asked."""

import csv
import io
from contextlib import nullcontext
from datetime import date

import pytest
from tests.support.raw_rows import AREAS, BRAM, assignment, claim, events_of, model_of, start, stop

from graadmeter.cli.commands import money_invoicing
from graadmeter.cli.main import run
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.statistics.invoicing import CRITERIA, Lines
from graadmeter.store import records
from graadmeter.store.workspace import init

SPEND = """jaar,verslag,gm_code,taakveld,lasten_keur
2024,begroting,GM0141,6.72,12
2024,jaarrekening,GM0141,6.72,2.5
2024,jaarrekening,GM0141,6.2,3
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Two years of one provider: three claims in 2024, two dearer ones in 2025, one trajectory ended in 2024."""
    root = tmp_path_factory.mktemp("geld")
    first, last = parse_period("2024KW01").first, parse_period("2025KW04").first
    made = init(root, Region("Twente", "JZ14", 2025, AREAS, first, last, {"01010101": "Hulp Twente"}))
    tables = {
        "toewijzing": [assignment(), assignment(toewijzingnummer="2", bsn=BRAM)],
        "start": [start(), start(toewijzingnummer="2", bsn=BRAM)],
        "stop": [stop(date(2024, 11, 30))],
        "prestatie": [
            *(claim(f"{month}", date(2024, month, 1), 10_000) for month in (2, 3)),
            claim("9", date(2024, 9, 1), 10_000, toewijzingnummer="2", bsn=BRAM),
            *(claim(f"n{month}", date(2025, month, 1), 12_500, toewijzingnummer="2", bsn=BRAM) for month in (1, 5)),
        ],
    }
    with DuckDBEngine(threads=1) as engine:
        model_of(engine, events_of(engine, **tables))
        records.write_model(engine, made.warehouse)
    return root


def _csv(capsys, *words):
    assert run([*words, "--csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_growth_adds_up_and_is_shown_as_a_waterfall(workspace, capsys) -> None:
    where = ("--workspace", str(workspace))
    (row,) = _csv(capsys, "money", "growth", "Almelo", *where)
    parts = [int(row[name]) for name in ("nieuw", "beeindigd", "clienten", "mix", "eenheden", "prijs")]
    assert (int(row["voor"]), int(row["na"])) == (30_000, 25_000)
    assert sum(parts) == -5_000
    assert parts[-1] > 0 > parts[2]
    assert run(["money", "growth", "--lang", "en", *where]) == 0
    told = capsys.readouterr()
    assert "must not leave the region" in told.err
    assert "2025 is not final yet" in told.err
    assert "number of clients" in told.out


def test_payment_is_neutral_for_the_region(workspace, capsys) -> None:
    where = ("--workspace", str(workspace))
    rows = _csv(capsys, "money", "payment", "--year", "2024", *where)
    assert [(row["groep"], row["naam"], row["nu"], row["per_resultaat"]) for row in rows] == [
        ("aanbieder", "01010101", "200", "200"),
        ("profiel", "jeugdhulp 02", "200", "200"),
    ]
    assert rows[0]["kans_op_verlies"] == ""  # one trajectory says nothing of chance
    assert run(["money", "payment", "--year", "2024", *where]) == 0
    assert "Hulp Twente" in " ".join(capsys.readouterr().out.split())


def test_payment_with_tariffs_of_ones_own(workspace, capsys, tmp_path) -> None:
    where = ("--year", "2024", "--workspace", str(workspace), "--tariffs", str(tmp_path / "tarieven.csv"))
    (tmp_path / "tarieven.csv").write_text("profiel,bedrag\njeugdhulp 02,150\nwmo verblijf,10\n", encoding="utf-8")
    rows = _csv(capsys, "money", "payment", *where)
    assert [(row["nu"], row["per_resultaat"], row["verschil"]) for row in rows] == [("200", "150", "-50")] * 2
    for wrong in (
        "profiel,bedrag\njeugdhulp 02,veel\n",
        "profiel\nx\n",
        "profiel,bedrag\na,1\na,2\n",
        "profiel,bedrag\na,-1\n",
    ):
        (tmp_path / "tarieven.csv").write_text(wrong, encoding="utf-8")
        assert run(["money", "payment", *where]) == 2
        assert "regel" in capsys.readouterr().err
    assert run(["money", "payment", *where[:-1], str(tmp_path / "niets.csv")]) == 2


def test_invoicing_scores_the_lines_of_stored_deliveries(workspace, capsys, monkeypatch) -> None:
    where = ("--workspace", str(workspace))
    assert run(["money", "invoicing", *where]) == 5  # nothing was delivered: the model was put there by hand
    lines = [Lines("01010101", frozenset(CRITERIA), 3), Lines("01010101", frozenset(CRITERIA[:4]), 1)]
    monkeypatch.setattr(money_invoicing, "analysed", lambda *_, **__: nullcontext(None))
    monkeypatch.setattr(money_invoicing, "claim_lines", lambda *_: lines)
    (row,) = _csv(capsys, "money", "invoicing", *where)
    assert (row["regels"], row["score"], row["zonder_correctie"], row["product"]) == ("4", "0.75", "0.75", "1")
    assert run(["money", "invoicing", *where]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Hulp Twente" in told
    assert "75%" in told


def test_claims_beside_iv3(workspace, capsys, tmp_path) -> None:
    where = ("--year", "2024", "--workspace", str(workspace))
    assert run(["money", "spend", "Almelo", *where]) == 2
    assert "reference add" in capsys.readouterr().err
    (tmp_path / "lasten.csv").write_text(SPEND, encoding="utf-8")
    assert run(["reference", "add", str(tmp_path / "lasten.csv"), "--workspace", str(workspace)]) == 0
    capsys.readouterr()
    rows = {row["groep"]: row for row in _csv(capsys, "money", "spend", "Almelo", *where)}
    assert {group: (row["iv3"], row["gedeclareerd"]) for group, row in rows.items()} == {
        "jeugdhulp": ("250000", "30000"), "toegang": ("300000", "0"),
    }  # fmt: skip
    for row in rows.values():
        causes = ("zonder_declaraties", "niet_geleverde_kwartalen", "nog_te_declareren", "niet_verklaard")
        assert sum(int(row[name]) for name in causes) == int(row["iv3"]) - int(row["gedeclareerd"])
    assert int(rows["jeugdhulp"]["niet_geleverde_kwartalen"]) == 90_000  # one of four quarters was delivered
    budget = _csv(capsys, "money", "spend", "Almelo", "--report", "begroting", *where)
    assert [row["iv3"] for row in budget] == ["1200000"]
    assert run(["money", "spend", "Almelo", *where]) == 0
    assert "jaarrekening" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [("growth", "Zwolle"), ("growth", "--year", "2019"), ("payment", "--law", "zvw"), ("spend", "Twente")]
)
def test_what_cannot_be_asked_is_told(workspace, words) -> None:
    assert run(["money", *words, "--workspace", str(workspace)]) == 2
