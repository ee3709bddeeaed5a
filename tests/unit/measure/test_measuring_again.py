"""Which periods are counted again: those that a changed row can touch, and no others."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.renewal.prints import prints

CHOSEN = {name: indicators()[name] for name in ("beeindigd_volgens_plan", "geen_nieuwe_start", "jeugdhulp")}
FIRST, LAST = parse_period("2020KW01").first, parse_period("2022KW04").first
REGION = example_areas(("GM0141",), (), FIRST, LAST)
HELP = {"gemeente": "GM0141", "soort": "jeugdhulp", "hulpvorm": "02"}
ROWS = {
    "persoon": [{"persoon": 1, "geboren": date(2010, 5, 1)}, {"persoon": 2, "geboren": date(2011, 5, 1)}],
    "traject": [
        {**HELP, "traject": 1, "persoon": 1, "begin": date(2020, 2, 1)},
        {**HELP, "traject": 2, "persoon": 2, "begin": date(2021, 2, 1), "einde": date(2021, 12, 1)},
    ],
}


def printed(rows=ROWS, region=REGION, keys=None, made_by="proef"):
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows).items():
            engine.register(name, table)
        return prints(engine, CHOSEN, region, keys=keys, made_by=made_by)


BEFORE = printed()


def changed(now) -> set[tuple[str, str]]:
    return {
        (name, code) for name, codes in now.items() for code, text in codes.items() if BEFORE[name].get(code) != text
    }


def of_periods(names, *codes: str) -> set[tuple[str, str]]:
    """Those of the codes that are periods of the indicators."""
    return {(name, code) for name in names for code in codes if parse_period(code).type in CHOSEN[name].periods}


def with_trajectory(place: int, **values):
    own = [{**row, **values} if at == place else row for at, row in enumerate(ROWS["traject"])]
    return {**ROWS, "traject": own}


EVERY = {(name, code) for name, codes in BEFORE.items() for code in codes}
IN_2021 = ("2021KW01", "2021KW02", "2021KW03", "2021KW04", "2021HJ01", "2021HJ02", "2021JJ00")
ENDED_IN_2021 = of_periods(("beeindigd_volgens_plan", "geen_nieuwe_start"), "2021KW04", "2021HJ02", "2021JJ00")
LATE_2022 = ("2022KW04", "2022HJ02", "2022JJ00")


@pytest.mark.parametrize(
    ("now", "again"),
    [
        pytest.param(ROWS, set(), id="nothing"),
        pytest.param(
            with_trajectory(0, einde=date(2022, 11, 1)),
            of_periods(("beeindigd_volgens_plan", "geen_nieuwe_start"), *LATE_2022),
            id="what ran ends, in the last quarter of all",
        ),
        pytest.param(
            {**ROWS, "traject": [*ROWS["traject"], {**ROWS["traject"][1], "traject": 3}]},
            ENDED_IN_2021 | of_periods(["jeugdhulp"], *IN_2021),
            id="an equal row beside it",
        ),
        pytest.param(
            with_trajectory(1, hulpvorm="11"),
            ENDED_IN_2021 | of_periods(["jeugdhulp"], *IN_2021),
            id="another form",
        ),
    ],
)
def test_only_periods_that_a_changed_row_touches(now, again) -> None:
    assert changed(printed(now)) == again


def test_one_row_in_two_quarters_is_not_two_rows_in_one() -> None:
    def rows(change: date):
        own = {**HELP, "persoon": 2, "einde": change}
        after = {**own, "begin": change + timedelta(days=1), "einde": date(2021, 9, 1)}
        return {**ROWS, "traject": [{**own, "traject": 2, "begin": date(2021, 2, 1)}, {**after, "traject": 3}]}

    first, second = printed(rows(date(2021, 3, 31))), printed(rows(date(2021, 6, 30)))
    now = {code for code, text in first["jeugdhulp"].items() if second["jeugdhulp"][code] != text}
    assert now == {code for _, code in of_periods(["jeugdhulp"], "2021HJ01", "2021JJ00")}


def test_a_new_quarter_touches_the_periods_that_it_ends() -> None:
    before = printed(region=replace(REGION, last_quarter=LAST - 1))
    found = {(name, code) for name, codes in BEFORE.items() for code in codes if before[name].get(code) != codes[code]}
    followed_for_a_year_now = {("geen_nieuwe_start", "2021JJ00")}
    assert found == of_periods(CHOSEN, *LATE_2022) | followed_for_a_year_now


def test_software_and_areas_touch_everything() -> None:
    assert changed(printed(made_by="other")) == EVERY
    assert changed(printed(region=example_areas(("GM0141", "GM0153"), (), FIRST, LAST))) == EVERY


def test_persons_may_be_numbered_again() -> None:
    def keys(first: int, second: int) -> pa.Table:
        return pa.table({"soort": ["persoon"] * 2, "nummer": [first, second], "sleutel": ["a", "b"]})

    swapped = {
        "persoon": [{**row, "persoon": 3 - row["persoon"]} for row in ROWS["persoon"]],
        "traject": [{**row, "persoon": 3 - row["persoon"]} for row in ROWS["traject"]],
    }
    assert printed(keys=keys(1, 2)) == printed(swapped, keys=keys(2, 1))
    assert printed(keys=keys(1, 2)) != printed(swapped, keys=keys(1, 2))


def test_help_under_two_acts_changes_nothing_of_before_both_ran() -> None:
    def told(*more: dict) -> Mapping[str, str]:
        own = [
            {"traject": 1, "gemeente": "GM0141", "persoon": 1, "soort": "bijstand", "begin": date(2020, 1, 1)},
            *more,
        ]
        with DuckDBEngine(threads=1) as engine:
            for name, table in model_tables({**ROWS, "traject": own}).items():
                engine.register(name, table)
            chosen = {"kwetsbare_inwoners": indicators()["kwetsbare_inwoners"]}
            return prints(engine, chosen, REGION, keys=None, made_by="proef")["kwetsbare_inwoners"]

    before = told()
    now = told({**HELP, "traject": 2, "persoon": 1, "begin": date(2022, 5, 1)})
    assert {code for code, text in now.items() if before[code] != text} == {"2022JJ00"}
