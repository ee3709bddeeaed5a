"""Some municipalities of the synthetic region explain their figures, so that the site has something to show."""

from datetime import date

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.store.workspace import load
from graadmeter.synth.community import Window
from graadmeter.synth.region_facts import municipalities
from graadmeter.synth.workspace import write_workspace

LAST = 2025 * 4 + 3


def test_explanations_are_read_back_dated_after_the_quarter_and_signed_as_invented(tmp_path) -> None:
    write_workspace(tmp_path, municipalities(), Window(LAST, LAST, 8, 0.1))
    found = load(tmp_path).region.explanations
    assert [one.area for one in found] == ["GM0141", "GM0153", "GM1774"]
    assert {one.indicator for one in found} <= {"", *indicators()}
    assert {one.day for one in found} == {date(2026, 1, 14)}
    for one in found:
        assert "(verzonnen voorbeeld)" in one.signed
        assert not any(sign.isdigit() for sign in one.text.nl + one.text.en), "true whatever the figures are"


def test_a_part_of_the_region_has_those_of_its_own_municipalities(tmp_path) -> None:
    write_workspace(tmp_path, [one for one in municipalities() if one.code == "GM1774"], Window(LAST, LAST, 8, 0.1))
    assert [path.name for path in (tmp_path / "toelichting").iterdir()] == ["GM1774.yaml"]
