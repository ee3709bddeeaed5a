"""Shares typed over from publications become benchmarks with the rule, the period and the borders they belong to."""

from datetime import UTC, datetime

from graadmeter.catalogue.benchmarks import published_benchmarks
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.deliver.reference.library import add
from graadmeter.deliver.reference.public import public_figures
from graadmeter.domain.rule_paths import OWN_RULE

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FIGURES = """tabel,gebied,periode,indicator,waarde,eenheid
85098NED,Nederland,2023 2e halfjaar,jongeren_met_jeugdhulp_in_natura_pct,11.7,%
85098NED,Nederland,2023,jongeren_met_jeugdhulp_in_natura_pct,13.9,%
85098NED,Oost-Nederland (LD),2023,jongeren_met_jeugdhulp_in_natura_pct,13.7,%
85098NED,Nederland,eind 2023,jongeren_met_jeugdhulp_in_natura_pct,13.7,%
82972NED,20 000 tot 50 000 inwoners,2019 (voorlopig),jongeren_met_jeugdhulp_in_natura_pct,11.8,%
82972NED,Nederland,2019 (voorlopig),waarvan_met_verblijf_pct,9.7,%
82972NED,Nederland,2019,jongeren_met_jeugdhulp_in_natura_pct,.,%
"""
CLASSES = """gm_code,jeugdregio_code,jeugdregio,grootteklasse_code,grootteklasse
GM0147,JZ14,Twente,4,20 000 tot 50 000 inwoners
GM0141,JZ14,Twente,5,50 000 tot 100 000 inwoners
"""


def test_periods_areas_and_rules_are_told_apart(tmp_path) -> None:
    root = tmp_path / "reference"
    for name, text in (("publicaties.csv", FIGURES), ("indeling_2022.csv", CLASSES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        add(root, tmp_path / name, now=NOW)
    rows = public_figures(root).by_rule.to_pylist()
    told = [
        (row["scope"], row["area"], row["period"], row["rule"], row["age"], row["borders"], row["value"])
        for row in rows
    ]
    assert told == [
        ("nation", "", "2023HJ02", "cbs", "0-17", 2023, 11.7),
        ("nation", "", "2023JJ00", "cbs", "0-17", 2023, 13.9),
        ("size_class", "GM0147", "2019JJ00", "", "0-17", 2022, 11.8),
    ]
    known = public_figures(root).benchmarks.to_pylist()
    share = [one for one in known if one["indicator"] == "verblijf"]
    assert [(one["scope"], one["period"], one["value"], one["rule"], one["base_age"]) for one in share] == [
        ("nation", "2019JJ00", 9.7, "cbs", "")
    ]
    assert {(one["rounding"], one["source"][:12]) for one in known} == {(0.05, "CBS StatLine")}
    assert rows[0]["source"] == "CBS StatLine 85098NED, Nederland, 2023 2e halfjaar"


def test_an_empty_library_offers_nothing(tmp_path) -> None:
    assert public_figures(tmp_path / "reference").by_rule.num_rows == 0


def test_each_counterpart_is_of_an_indicator_that_exists_with_its_reason() -> None:
    for one in published_benchmarks():
        measures = [found for found in indicators()[one.indicator].measures if found.unit.value == one.unit]
        assert measures, one.subject
        assert not one.dimension or any(one.dimension in found.breakdowns for found in measures)
        assert len(one.why) > 40
    given = {one.indicator for one in published_benchmarks() if one.rule == OWN_RULE}
    assert given == {"jeugdbescherming", "jeugdreclassering", "bescherming_reclassering"}
