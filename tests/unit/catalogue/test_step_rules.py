"""What the loader refuses of a measure over the steps of a chain."""

from pathlib import Path

import pytest
import yaml

import graadmeter.catalogue
from graadmeter.catalogue.load_indicators import read_indicator
from graadmeter.domain.errors import CatalogueError

GOOD = (Path(graadmeter.catalogue.__file__).parent / "indicators/keten/gi_tijdig.yaml").read_text(encoding="utf-8")


def _read(text):
    return read_indicator("gi_tijdig", yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506 - both loaders are safe


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("naar: GI_PLAN", "naar: GI_PLANN", "GI_PLAN"),
        ("{van: RB_UITSPRAAK, naar: GI_PLAN,", "{van: RB_UITSPRAAK,", "'naar'"),
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


def test_the_one_in_the_catalogue_fits() -> None:
    assert _read(GOOD).measures[0].options["norm"] == "gi_plan"
