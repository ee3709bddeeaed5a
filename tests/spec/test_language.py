"""What the language of definitions can say beyond the catalogue, as a newcomer writes it, on both engines."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graadmeter.catalogue import norm_values, norms, predicates
from graadmeter.catalogue.load_indicators import read_indicator
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import AgeScope
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_region, model_tables
from graadmeter.measure.reference.run import measure_plainly
from graadmeter.measure.run import measure

_ABOUT = """
id: proef
version: 1
theme: jeugd
polarity: 0
title: {nl: proef, en: trial}
counts_what: {nl: proef, en: trial}
says_not: {nl: proef, en: trial}
definition: {nl: proef, en: trial}
sentence: {nl: '{value}', en: '{value}'}
caveats: []
source: proef
policy: tmsd-10
additive: []
breakdown_levels: [regio, gemeente]
"""
_PEOPLE = """
    persoon:
      - {persoon: 1, geboren: 2004-06-30}
      - {persoon: 2, geboren: 2005-01-01}
      - {persoon: 3, geboren: 1990-01-01}
"""
_HELP = """
    - {traject: 1, persoon: 1, gemeente: GM0141, soort: jeugdhulp, hulpvorm: '11', begin: 2020-02-01, einde: 2021-02-01}
    - {traject: 2, persoon: 2, gemeente: GM0141, soort: jeugdhulp, hulpvorm: '02', begin: 2021-02-01, einde: 2021-02-10}
    - {traject: 3, persoon: 3, gemeente: GM0141, soort: wmo, wmo_vorm: huishouden, begin: 2020-02-01}
"""
_REST = "levels: [regio, gemeente, wijk]\nperiods: [kwartaal, jaar]\n"

DEFINITIONS = {
    "duration by wijk, the unknown one included": f"""
counts:
  duur: {{of: trajecten, table: traject, where: soort = 'jeugdhulp', moment: ended, value: 'DAGEN(begin, einde) + 1'}}
measures: [{{unit: dagen, count: duur, statistics: [gemiddelde, mediaan]}}]
{_REST}
example:
  first: 2021KW01
  last: 2021KW04
  rows: {_PEOPLE}
    woonsituatie: [{{persoon: 1, gemeente: GM0141, kwartaal: 2021KW01, wijk: WK014101}}]
    traject: {_HELP}
  expect:
    - {{area: GM0141, period: 2021JJ00, unit: dagen, statistiek: gemiddelde, value: 188.5}}
    - {{area: WK014101, period: 2021JJ00, unit: dagen, statistiek: mediaan, value: 367, contributors: 1}}
    - {{area: WK0141XX, period: 2021JJ00, unit: dagen, statistiek: mediaan, value: 10, contributors: 1}}
""",
    "any ages: 16 on 31 December of the year before": f"""
counts:
  zestien: {{of: personen, table: traject, age: 16-16}}
  ouder: {{of: personen, table: traject, age: 17+}}
measures:
  - {{unit: procent, count: zestien, share_of: {{bevolking: 16-16}}}}
  - {{unit: personen, count: ouder}}
{_REST}
example:
  first: 2020KW01
  last: 2021KW04
  rows: {_PEOPLE}
    traject: {_HELP}
    bevolking: [{{gemeente: GM0141, wijk: WK014101, jaar: 2021, leeftijd: 16, geslacht: m, aantal: 4}}]
  expect:
    - {{area: GM0141, period: 2021JJ00, unit: procent, value: 25.0}}
    - {{area: GM0141, period: 2021JJ00, unit: personen, value: 1}}
    - {{area: GM0141, period: 2020KW04, unit: personen, value: 1}}
""",
    "a stock at a date as part of another": f"""
counts:
  zwaar: {{of: trajecten, table: traject, where: verblijf, moment: at_start}}
  alle: {{of: trajecten, table: traject, where: "begin >= DATE '2020-02-01'", moment: at_start}}
measures: [{{unit: procent, count: zwaar, share_of: alle}}]
{_REST}
example:
  first: 2021KW01
  last: 2021KW04
  rows: {_PEOPLE}
    traject: {_HELP}
  expect:
    - {{area: GM0141, period: 2021JJ00, unit: procent, value: 50.0}}
    - {{area: GM0141, period: 2021KW02, unit: procent, value: 0}}
""",
    "amounts spent from personal budgets": f"""
counts:
  besteed: {{of: euro, table: pgb_besteding, moment: {{op: periode_begin}}}}
  houders: {{of: personen, table: pgb_besteding, moment: {{op: periode_begin}}}}
measures:
  - {{unit: euro, count: besteed}}
  - {{unit: euro_per, count: besteed, share_of: houders}}
levels: [regio, gemeente]
periods: [kwartaal]
example:
  first: 2021KW01
  last: 2021KW04
  rows: {_PEOPLE}
    levering: [{{gemeente: GM0141, kwartaal: 2021KW01, tabel: pgb_besteding}}]
    pgb_besteding:
      - {{besteding: 1, persoon: 3, gemeente: GM0141, wet: wmo, periode_begin: 2021-01-01, bedrag_cent: 12300}}
      - {{besteding: 2, persoon: 3, gemeente: GM0141, wet: wmo, periode_begin: 2021-02-01, bedrag_cent: -300}}
      - {{besteding: 3, persoon: 1, gemeente: GM0141, wet: jeugdwet, periode_begin: 2021-02-01, bedrag_cent: 4000}}
  expect:
    - {{area: GM0141, period: 2021KW01, unit: euro, value: 160.0, contributors: 2}}
    - {{area: GM0141, period: 2021KW01, unit: euro_per, value: 80.0}}
    - {{area: GM0141, period: 2021KW02, unit: euro, value: null, status: not_delivered}}
""",
}


def of_both(definition: str, about: str = _ABOUT) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each expected cell with the one that was found, of the two engines, which must agree."""
    indicator = read_indicator("proef.yaml", yaml.safe_load(about + definition))
    tables, region = model_tables(indicator.example.rows), example_region(indicator.example)
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        compiled = measure(engine, {"proef": indicator}, region, edition="proef")
    assert compiled.equals(measure_plainly(tables, {"proef": indicator}, region, edition="proef"))
    cells = compiled.to_pylist()
    keys = ("area", "period", "unit")
    return [
        (
            dict(expected),
            next(
                cell
                for cell in cells
                if all(cell[name] == expected[name] for name in keys)
                and all(cell[name] == expected.get(name, TOTAL) for name in DIMENSIONS)
            ),
        )
        for expected in indicator.example.expect
    ]


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=list(DEFINITIONS))
def test_it_can_be_said_in_one_file(definition) -> None:
    for expected, found in of_both(definition):
        assert found is not None
        assert {name: found[name] for name in expected} == expected


def test_the_first_definition_of_the_documentation_is_right() -> None:
    page = (Path(__file__).parents[2] / "docs/indicators.md").read_text(encoding="utf-8")
    definition = page.split("```yaml\n")[1].split("```")[0]
    found = of_both(definition, about="")
    assert len(found) == 3
    assert all(cell is not None and cell["value"] == expected["value"] for expected, cell in found)


_NORM = {
    "id": "proef", "title": {"nl": "proef", "en": "trial"}, "unit": "DAGEN", "source": "proef", "verified": True,
    "values": [
        {"most": 5, "from": None, "until": "2021-01-31"},
        {"most": 10, "from": "2021-02-01", "until": None},
    ],
}  # fmt: skip


def test_a_norm_that_changed_is_that_of_the_day_the_count_begins(monkeypatch) -> None:
    values = [{**one, **{k: yaml.safe_load(one[k]) for k in ("from", "until") if one[k]}} for one in _NORM["values"]]
    norm = norms.read_norm("proef.yaml", {**_NORM, "values": values})
    for place in (norm_values, norms):
        monkeypatch.setattr(place, "norms", lambda: {"proef": norm})
    predicates.parse_predicate.cache_clear()
    rows = "\n".join(
        f"      - {{aanmelding: {number}, persoon: 1, gemeente: GM0141, aanmelddatum: {begin}, intakedatum: {end}}}"
        for number, (begin, end) in enumerate(
            [("2021-01-31", "2021-02-05"), ("2021-01-31", "2021-02-06"), ("2021-02-01", "2021-02-11"),
             ("2021-02-01", "2021-02-12"), ("2021-02-01", None)], 1)
    ).replace("None", "null")  # fmt: skip
    definition = f"""
counts:
  binnen: {{of: aantal, table: wachttijd, moment: {{op: aanmelddatum}},
           where: "DAGEN(aanmelddatum, intakedatum) <= NORM('proef')"}}
measures: [{{unit: aantal, count: binnen, words: {{nl: intakes, en: intakes}}}}]
levels: [regio, gemeente]
periods: [kwartaal]
example:
  first: 2021KW01
  last: 2021KW01
  rows: {_PEOPLE}
    levering: [{{gemeente: GM0141, kwartaal: 2021KW01, tabel: wachttijd}}]
    wachttijd:
{rows}
  expect: [{{area: GM0141, period: 2021KW01, unit: aantal, value: 2}}]
"""
    ((expected, found),) = of_both(definition)
    assert found is not None
    assert found["value"] == expected["value"]
    assert [norm.most_on(yaml.safe_load(day)) for day in ("2001-01-01", "2021-01-31", "2021-02-01")] == [5, 5, 10]


@pytest.mark.parametrize("age", ["26-16", "16-", "jong", "-5", "116-120"])
def test_what_is_no_age_is_refused(age) -> None:
    with pytest.raises(ValueError, match="is not a valid AgeScope"):
        AgeScope(age)
