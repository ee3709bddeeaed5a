"""`graadmeter compare` speaks in words that follow from thresholds, and says why when it cannot compare."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.comparing import INDICATORS, TOWNS, Figures, small_region

from graadmeter.catalogue.load_policies import policies
from graadmeter.cli.main import run
from graadmeter.domain.cells import MEASURED
from graadmeter.domain.errors import ReleaseError, UnknownNameError, UsageError
from graadmeter.engine.arrow import schema_of
from graadmeter.release.build import Draft, build
from graadmeter.release.compared import beside
from graadmeter.release.edition import Inputs
from graadmeter.release.lineage import LINEAGE
from graadmeter.release.read import read


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A workspace with a release: nine municipalities over six years, a rising one among them."""
    figures = Figures()
    for year in range(2020, 2026):
        period = f"{year}JJ00"
        figures.young("JZ99", period, 900, 9000)
        for at, code in enumerate(TOWNS):
            figures.young(code, period, 100 + (20 * (year - 2020) if at == 0 else 3 * at), 1000)
    figures.young("WK010101", "2025JJ00", 30, 150)
    figures.put("uitgaven", "euro", "GM0101", "2025JJ00", 1234567.0)
    rows = figures.published.to_pylist()
    base = {(row["area"], row["year"]): float(row["inhabitants"]) for row in figures.inhabitants}
    for row in rows:
        row["denominator"] = base[row["area"], int(row["period"][:4])] if row["unit"] == "procent" else None
        row |= {"numerator": None, "contributors": 500, "providers": 9}
    measured = figures.published.from_pylist(rows, schema=schema_of(MEASURED))
    draft = Draft(
        cells=figures.published,
        audit={},
        measured=measured,
        lineage=schema_of(LINEAGE).empty_table(),
        indicators=INDICATORS,
        policies=policies(),
        region=small_region(TOWNS[:5]),
        inputs=Inputs(8103, (), "c", "r", "graadmeter"),
        deliveries=(),
    )
    root = tmp_path_factory.mktemp("werkmap")
    build(root / "releases", draft, previous=None)
    return root


def said(place, capsys, *words: str) -> str:
    assert run(["compare", *words, "--workspace", str(place)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_a_figure_beside_others(place, capsys) -> None:
    out = said(place, capsys, "jeugdhulp", "Plaats 1")
    assert "Plaats 1 - 2025" in out
    assert "20 procent (definitief): 200 van 1.000; marge 17,6 tot 22,6" in out
    assert "regio 10 duidelijk hoger" in out
    assert "eigen vergelijkgroep 10,8 duidelijk hoger" in out
    assert "gemeenten van deze grootte - niet geladen" in out
    assert "gemeente van de wijk" not in out
    assert "In vijf jaar: gestegen, ongunstig." in out
    assert "200 personen (definitief); marge 173 tot 230" in out
    assert said(place, capsys, "jeugdhulp", "GM0101", "2025JJ00") == out


def test_no_difference_is_called_so(place, capsys) -> None:
    out = said(place, capsys, "jeugdhulp", "GM0102", "--lang", "en")
    assert "region 10 no demonstrable difference" in out
    assert "Over five years: no demonstrable change." in out
    assert "With the usual differences between municipalities taken into account: no demonstrable difference." in out


def test_a_wijk_has_its_municipality_beside_it(place, capsys) -> None:
    out = said(place, capsys, "jeugdhulp", "wk010101")
    assert "gemeente van de wijk 20 geen aantoonbaar verschil" in out
    assert "In vijf jaar: niet te zeggen (minder dan vijf cijfers op rij)." in out


def test_an_amount_has_no_interval_and_no_table(place, capsys) -> None:
    out = said(place, capsys, "uitgaven", "GM0101")
    assert "1.234.567 euro (definitief); zonder marge: een bedrag is geen telling" in out
    assert "naast" not in out


def test_what_is_not_there_is_said(place, capsys) -> None:
    release = read(next((place / "releases").iterdir()))
    with pytest.raises(UnknownNameError, match="Did you mean: jeugdhulp"):
        beside(release, "jeugdhul", "GM0101")
    with pytest.raises(UsageError, match="No figure of 'crisis' is published for Plaats 1 in -"):
        beside(release, "crisis", "GM0101")
    with pytest.raises(UsageError, match="in 2025KW01"):
        beside(release, "jeugdhulp", "GM0101", "2025KW01")
    old = replace(release, files={})
    with pytest.raises(ReleaseError, match="before there were comparisons"):
        beside(old, "jeugdhulp", "GM0101")
    assert run(["compare", "jeugdhulp", "GM0101", "--kleur", "rood", "--workspace", str(place)]) == 2
    assert "kleur" in capsys.readouterr().err


def test_the_release_says_what_its_words_mean(place) -> None:
    release = read(next((place / "releases").iterdir()))
    told = json.loads(release.files["open/catalogue.json"])["comparison"]
    for row in release.comparison.to_pylist():
        for name, value in row.items():
            if name.endswith("_status"):
                assert value in told["statuses"]
            elif name.endswith("_class") and value is not None:
                assert value in told["classes"]
    assert release.region["peer_groups"] == [{"name": "groep 0", "municipalities": list(TOWNS[:5])}]
