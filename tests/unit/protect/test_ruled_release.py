"""Every rule of a policy in a release: the engine hides what it asks, and the audit finds an engine that forgets."""

from dataclasses import dataclass, field

import pyarrow as pa
import pytest
from tests.unit.protect.ruled import (
    COUNTS,
    MEANS,
    MONEY,
    amounts,
    counts,
    means,
    ruled,
    shares,
)
from tests.unit.protect.two_releases import region

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Indicator
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

NEXT = "2025KW02"
FORMS = {"02": (100, 60, 72, 30), "03": (20, 24, 13, 17), "04": (40, 35, 31, 28)}
ALL_IN_ONE = {"02": (100, 60, 72, 30), "03": (20, 24, 13, 0), "04": (40, 35, 31, 0)}
PAID = {
    (form, town): {"a": 1000 + place, "b": 900, "c": 800, "d": 700}
    for form in ("02", "03", "04")
    for place, town in enumerate(("GM0141", "GM0147", "GM0153", "GM0158"))
}
ONE_BIG = {**PAID, ("03", "GM0147"): {"a": 9000, "b": 300, "c": 200, "d": 100}}
ALONE = {**PAID, ("02", "GM0141"): {"a": 5000}, ("03", "GM0141"): {"b": 4000}}


@dataclass(frozen=True)
class Case:
    """Figures, a rule, a figure that it hides (area, form, unit) and what the audit says when it is forgotten."""

    rule: dict[str, object]
    cells: pa.Table
    hides: tuple[str, str, str]
    complaint: str
    chosen: dict[str, Indicator] = field(default_factory=lambda: COUNTS)
    contributions: pa.Table | None = None


CASES = {
    "threshold": Case(
        {"rule": "drempel", "threshold": 15}, counts(FORMS), ("GM0153", "03", "personen"), "too small to show"
    ),
    "rest": Case(
        {"rule": "restgroep", "below": 20},
        counts(FORMS, stay=(50, 30, 20, 60)),
        ("GM0158", TOTAL, "procent"),
        "rest of jeugdhulp GM0158 2025KW01 can be worked out to 15 - 15",
    ),
    "rest of the population": Case(
        {"rule": "restgroep", "below": 20},
        counts(FORMS, people=175),
        ("GM0141", TOTAL, "per_1000"),
        "too small to show",
    ),
    "group": Case(
        {"rule": "groepsonthulling", "below": 40, "dimensions": ["hulpvorm"]},
        counts(ALL_IN_ONE, stay=(50, 30, 20, 15)),
        ("GM0158", "02", "personen"),
        "all of jeugdhulp GM0158",
    ),
    "population": Case(
        {"rule": "kleine_bevolking", "inhabitants": 10_000, "levels": ["gemeente"]},
        counts(FORMS),
        ("GM0141", "02", "personen"),
        "too small to show",
    ),
    "dominance": Case(
        {"rule": "dominantie", "largest": 1, "percent": 80, "among": ["aanbieder"]},
        amounts(ONE_BIG),
        ("GM0147", "03", "euro"),
        "too small to show",
        MONEY,
        shares(ONE_BIG),
    ),
    "p percent": Case(
        {"rule": "p_procent", "percent": 10, "among": ["aanbieder"]},
        amounts(ONE_BIG),
        ("GM0147", "03", "euro"),
        "too small to show",
        MONEY,
        shares(ONE_BIG),
    ),
    "own share": Case(
        {"rule": "eigen_aandeel", "among": ["aanbieder"]},
        amounts(ALONE),
        ("GM0141", "04", "euro"),
        "(aanbieder) can be worked out",
        MONEY,
        shares(ALONE),
    ),
    "base of a mean": Case(
        {"rule": "grondslag", "persons": 20},
        means(15, 60.0),
        ("GM0141", TOTAL, "dagen"),
        "rule grondslag forbids it",
        MEANS,
    ),
    "base of a share": Case(
        {"rule": "grondslag", "persons": 100, "levels": ["gemeente"]},
        counts(FORMS),
        ("GM0158", TOTAL, "procent"),
        "too few persons behind the figure",
    ),
    "mean that tells": Case(
        {"rule": "gemiddelde", "denominators": 3},
        means(23, 100 * 12 / 23),
        ("GM0141", TOTAL, "procent"),
        "rule gemiddelde forbids it",
        MEANS,
    ),
}


def protected(case: Case, *rules: dict[str, object], contributions: pa.Table | None = None) -> ProtectedRelease:
    return protect(Request(case.cells, case.chosen, ruled(*rules), region(), contributions=contributions), processes=1)


def problems(case: Case, release: ProtectedRelease) -> list[str]:
    report = audit_release(
        release.cells,
        Request(case.cells, case.chosen, ruled(case.rule), region(), contributions=case.contributions),
        claims=(),
    )
    return [text.en for text in report.problems if "no proof" not in text.en]


def shown(release: ProtectedRelease) -> set[tuple[str, str, str]]:
    rows = release.cells.to_pylist()
    return {(row["area"], row["hulpvorm"], row["unit"]) for row in rows if row["value"] is not None}


@pytest.mark.parametrize("name", CASES)
def test_the_rule_hides_and_an_engine_that_forgets_it_is_found(name: str) -> None:
    case = CASES[name]
    forgetful = protected(case)
    careful = protected(case, case.rule, contributions=case.contributions)
    assert case.hides in shown(forgetful)
    assert case.hides not in shown(careful)
    assert any(case.complaint in text for text in problems(case, forgetful)), problems(case, forgetful)
    assert not problems(case, careful)
    assert len(shown(careful)) > 3


@pytest.mark.parametrize("name", ["group", "own share", "p percent", "population"])
def test_a_later_release_keeps_to_the_rule_as_well(name: str) -> None:
    """The same again tells nothing new; another quarter is protected while the first release is known to all."""
    case = CASES[name]
    first = protected(case, case.rule, contributions=case.contributions)
    again = protect(
        Request(
            case.cells,
            case.chosen,
            ruled(case.rule),
            region(),
            earlier=[Earlier("proef", first.cells)],
            contributions=case.contributions,
        ),
        processes=1,
    )
    assert again.cells.select(["value", "status"]).equals(first.cells.select(["value", "status"]))
    new = _moved(case.cells)
    parts = case.contributions
    later = None if parts is None else pa.concat_tables([parts, _moved(parts)])
    both = pa.concat_tables([case.cells, new])
    grown = protect(
        Request(
            both, case.chosen, ruled(case.rule), region(), earlier=[Earlier("proef", first.cells)], contributions=later
        ),
        processes=1,
    )
    told = {
        (row["area"], row["hulpvorm"], row["unit"], row["period"])
        for row in grown.cells.to_pylist()
        if row["value"] is not None
    }
    assert (*case.hides, NEXT) not in told
    assert any(period == NEXT for *_, period in told)


def test_the_region_is_told_that_a_thin_share_is_hidden_for_its_own_sake() -> None:
    case = CASES["base of a share"]
    why = protected(case, case.rule).reasons.to_pylist()
    told = {row["protection"] for row in why if (row["area"], row["unit"]) == ("GM0158", "procent")}
    assert told == {"primary"}


def _moved(rows: pa.Table) -> pa.Table:
    """The same a quarter later."""
    field = rows.schema.field("period")
    return rows.set_column(rows.column_names.index("period"), field, pa.array([NEXT] * rows.num_rows, pa.string()))
