"""`graadmeter compare` says what a figure is by each rule, and what others publish by the same one."""

from pathlib import Path

import pyarrow as pa

from graadmeter.cli.rule_words import by_rule_words
from graadmeter.domain.rule_comparison import RULE_COMPARISON
from graadmeter.domain.text import Lang
from graadmeter.engine.arrow import schema_of
from graadmeter.release.formats import json_bytes, parquet_bytes
from graadmeter.release.places import CATALOGUE
from graadmeter.release.places import RULE_COMPARISON as PLACE
from graadmeter.release.read import Release

ROW = {
    "indicator": "jeugdhulp",
    "unit": "procent",
    "area": "GM0141",
    "level": "gemeente",
    "year": 2023,
    "period": "2023HJ02",
    "rule": "cbs",
    "age": "0-22",
    "count": 1708.0,
    "inhabitants": 18594,
    "value": 9.2,
    "low_95": 8.8,
    "high_95": 9.6,
    "nation_value": 11.7,
    "nation_class": "much_lower",
    "nation_status": "given",
    "nation_source": "CBS StatLine 85098NED",
    "size_class_status": "other_rule",
}
LATER = {**ROW, "year": 2024, "nation_status": "other_vintage", "nation_value": None, "value": 9.0}


def words(*rows, lang=Lang.NL, area="GM0141"):
    sets = [{"id": "cbs", "title": {"nl": "CBS", "en": "CBS"}}]
    files = {
        PLACE: parquet_bytes(pa.Table.from_pylist(list(rows), schema=schema_of(RULE_COMPARISON))),
        CATALOGUE: json_bytes({"rules": {"sets": sets}}),
    }
    return list(by_rule_words(Release(Path("x"), {}, files), "jeugdhulp", area, lang))


def test_the_last_year_that_has_a_national_figure_is_told() -> None:
    assert words(ROW, LATER) == [
        "Volgens de regel CBS (0-22 jaar, 2e halfjaar 2023): 9,2 % (1.708 van 18.594).",
        "  Nederland: 11,7 %, duidelijk lager (CBS StatLine 85098NED).",
        "  gemeenten van deze grootte: geweigerd: andere telregel.",
    ]
    told = words(LATER, {**ROW, "year": 2022, "nation_status": "other_rule"}, lang=Lang.EN)
    assert told[0].startswith("By the rule CBS (aged 0-22")
    assert told[1] == "  the Netherlands: refused: other year."


def test_of_a_region_no_size_class_is_told_and_elsewhere_nothing() -> None:
    region = {**ROW, "area": "JZ14", "level": "regio", "size_class_status": "other_level"}
    assert len(words(region, area="JZ14")) == 2
    assert words(region) == []
    assert list(by_rule_words(Release(Path("x"), {}, {CATALOGUE: b"{}"}), "jeugdhulp", "JZ14", Lang.NL)) == []
