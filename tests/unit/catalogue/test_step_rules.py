"""What the loader refuses of a measure over the steps of a chain."""

from pathlib import Path

import pytest
import yaml

import graadmeter.catalogue
from graadmeter.catalogue.load_indicators import read_indicator
from graadmeter.domain.errors import CatalogueError

_CHAIN = Path(graadmeter.catalogue.__file__).parent / "indicators/keten"
GOOD = (_CHAIN / "gi_tijdig.yaml").read_text(encoding="utf-8")
FLOW = (_CHAIN / "stand_in_keten.yaml").read_text(encoding="utf-8")


def _read(text, name="gi_tijdig"):
    return read_indicator(name, yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506 - both loaders are safe


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("naar: GI_PLAN", "naar: GI_PLANN", "GI_PLAN"),
        ("{van: RB_UITSPRAAK, naar: GI_PLAN,", "{van: RB_UITSPRAAK,", "'naar'"),
        ("naar: GI_PLAN,", "naar: GI_PLAN GI_THEE,", "GI_THEE"),
        ("naar: GI_PLAN,", "naar: GI_PLAN, aansluitend: soms,", "soms"),
        ("maat: binnen, norm: gi_plan", "maat: binnen", "norm or days"),
        ("maat: binnen, norm: gi_plan", "maat: mediaan, norm: gi_plan", "norm or days"),
        ("norm: gi_plan}", "norm: gi_eerste_contact}", "not in days"),
        ("norm: gi_plan}", "dagen: veel}", "whole number"),
        ("maat: mediaan", "maat: modus", "mediaan"),
        ("'GI_EINDE')\", moment: {op: datum}}", "'GI_EINDE')\", moment: kwartaal}", "counts steps"),
    ],
)
def test_what_does_not_fit_is_refused(before, after, told) -> None:
    assert before in GOOD
    with pytest.raises(CatalogueError, match=told):
        _read(GOOD.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("van: VT_MELDING, dagen", "van: VT_TRIAGE, dagen", "option 'van'"),
        ("{van: VT_MELDING, dagen: '91'}", "{dagen: '91'}", "option 'van'"),
        (", dagen: '91'}", "}", "whole number"),
        ("total: false", "total: true", "total: false"),
        ("unit: procent", "unit: dagen", "gives procent"),
        ("moment: {op: datum}", "moment: kwartaal", "counts steps"),
    ],
)
def test_what_does_not_fit_a_flow_is_refused(before, after, told) -> None:
    assert before in FLOW
    with pytest.raises(CatalogueError, match=told):
        _read(FLOW.replace(before, after, 1), "stand_in_keten")


def test_those_in_the_catalogue_fit() -> None:
    assert _read(GOOD).measures[0].options["norm"] == "gi_plan"
    assert _read(FLOW, "stand_in_keten").measures[0].options["dagen"] == "91"
