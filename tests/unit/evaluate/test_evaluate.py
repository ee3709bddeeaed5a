"""Evaluations of regions with a known effect: told apart from the naive sum, refused where they cannot be told."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from tests.support.intervened import BEGUN, LAST, PRICE, REGION, TOWNS, Intervened

from graadmeter.domain.interventions import COURSE, INTERVENTIONS
from graadmeter.domain.periods import Period, parse_period, quarter
from graadmeter.engine.arrow import schema_of
from graadmeter.evaluate.run import Evaluated, evaluate

LAST_YEAR = parse_period("2023JJ00")


def told(region: Intervened, **changed) -> dict[str, dict]:
    return {row["period"]: row for row in evaluate(*region.tables(), REGION, **changed).results.to_pylist()}


@pytest.fixture(scope="module")
def nothing() -> dict:
    """A region in which the intervention changes nothing."""
    return told(Intervened())["2023JJ00"]


def test_a_naive_saving_without_an_effect_is_told_apart(nothing) -> None:
    assert (nothing["naive_fewer"], nothing["naive_evidence"]) == (630, "laag")
    assert nothing["naive_saving"] == pytest.approx(630 * PRICE - 900 * 1_500, abs=500)
    assert (nothing["verdict"], nothing["evidence"]) == ("niet vast te stellen", "middel")
    assert nothing["low_95"] < 0 < nothing["high_95"]
    assert nothing["saving_low"] < nothing["saving"] < nothing["saving_high"] < nothing["naive_saving"]
    assert (nothing["cost"], nothing["horizon"]) == (1_350_000, 1)


def test_an_effect_that_is_there_is_shown() -> None:
    row = told(Intervened(effect=-0.5))["2023JJ00"]
    assert row["verdict"] == "aangetoond"
    assert row["high_95"] < 0
    assert row["second"] < 0
    assert abs(row["effect"]) > row["detectable"] > 0
    assert row["low_95"] < -6.0 < row["high_95"]
    assert row["low_95"] <= row["low_80"] <= row["effect"] <= row["high_80"] <= row["high_95"]
    assert row["fewer"] > 0
    assert row["chance"] > 90
    assert row["break_even"] < 0


def test_effects_by_referrer_add_up_and_displacement_is_seen() -> None:
    row = told(Intervened(effect=-0.5, moved=1.0))["2023JJ00"]
    assert row["effect_gp"] + row["effect_others"] == pytest.approx(row["effect"], abs=0.011)
    assert row["effect_gp"] < -4
    assert row["effect_others"] > 4
    assert row["verdict"] == "niet vast te stellen"


def test_the_mean_of_many_regions_is_the_true_effect() -> None:
    effects = [told(Intervened(effect=-0.2, seed=seed))["2023JJ00"]["effect"] for seed in range(12)]
    assert np.mean(effects) == pytest.approx(-2.4, abs=0.35)


def test_the_same_tables_and_seed_give_the_same_rows() -> None:
    tables = Intervened(effect=-0.1).tables()
    shuffled = tables[0].take(pa.array(np.random.default_rng(1).permutation(tables[0].num_rows)))
    first, again = evaluate(*tables, REGION), evaluate(shuffled, *tables[1:], REGION)
    assert first.results.equals(again.results)
    assert first.course.equals(again.course)
    assert not first.results.equals(evaluate(*tables, REGION, seed=2).results)


def test_a_hidden_figure_leaves_its_municipality_out_and_names_it(nothing) -> None:
    region = Intervened()
    region.put("verwijzers", "trajecten", TOWNS[0], quarter(LAST - 3), None, verwijzer="02")
    row = told(region)["2023JJ00"]
    assert row["left_out"] == f"{TOWNS[0]}:afgeschermd"
    assert TOWNS[0] not in row["treated"]
    assert f"{TOWNS[1]}:2021KW02" in row["treated"]
    assert row["effect"] != nothing["effect"]
    region.cells["verwijzers", "trajecten", TOWNS[0], quarter(LAST - 3).code, "02"]["value"] = 1e6
    assert told(region)["2023JJ00"] == row


def test_who_delivered_nothing_or_stopped_is_no_comparison() -> None:
    region = Intervened()
    for year in range(2019, 2024):
        period = Period(year * 4, year * 4 + 3)
        region.put("interventies", "aantal", TOWNS[13], period, None, status="not_delivered")
    cells, persons, starts = region.tables()
    ended = starts.to_pylist()
    ended[0]["ended"] = True
    rows = evaluate(cells, persons, pa.Table.from_pylist(ended, schema=starts.schema), REGION).results.to_pylist()
    assert rows[-1]["left_out"] == f"{TOWNS[0]}:beeindigd {TOWNS[13]}:niet_aangeleverd"


@pytest.mark.parametrize(
    ("begun", "reason"),
    [
        ({}, "geen_start"),
        (dict.fromkeys(TOWNS[:6], date(2024, 1, 1)), "geen_start"),
        (dict.fromkeys(TOWNS[:6], date(2020, 10, 1)), "geen_start"),
        (dict.fromkeys(TOWNS, date(2022, 1, 1)), "geen_vergelijking"),
        ({TOWNS[0]: date(2023, 1, 1)}, "te_weinig_cijfers"),
    ],
)
def test_what_cannot_tell_an_effect_is_refused_with_the_reason(begun, reason) -> None:
    region = Intervened(begun=begun or {TOWNS[0]: date(2015, 1, 1)})
    row = told(region)["2023JJ00"]
    assert (row["effect_reason"], row["saving_reason"]) == (reason, "effect_niet_geschat")
    assert row["effect"] is None
    assert row["saving"] is None
    assert row["verdict"] is None
    assert row["naive_reason"] == "gegeven"


def test_fewer_than_eight_quarters_before_a_start_leave_it_out() -> None:
    row = told(Intervened(begun=BEGUN | {TOWNS[6]: date(2020, 10, 1), TOWNS[7]: date(2021, 1, 1)}))["2023JJ00"]
    assert row["left_out"] == f"{TOWNS[6]}:te_kort_ervoor"
    assert (row["quarters_before"], f"{TOWNS[7]}:2021KW01" in row["treated"]) == (8, True)


def test_a_year_that_is_not_final_is_refused_and_its_quarters_are_not_used() -> None:
    region = Intervened()
    for town in TOWNS:
        region.put("verwijzers", "trajecten", town, quarter(LAST), 0, status="provisional")
    rows = told(region)
    assert rows["2023JJ00"]["effect_reason"] == "jaar_niet_compleet"
    assert rows["2022JJ00"]["effect_reason"] == "gegeven"
    course = evaluate(*region.tables(), REGION).course.to_pylist()
    assert course[-1]["period"] == "2023KW03"


@pytest.mark.parametrize(
    ("indicator", "unit", "column", "reason"),
    [
        ("interventies", "euro_per", "saving_reason", "kosten_niet_getoond"),
        ("interventies", "aantal", "naive_reason", "bereik_niet_getoond"),
        ("uitgaven", "euro", "naive_reason", "prijs_niet_getoond"),
    ],
)
def test_money_and_reach_that_are_hidden_are_refused(indicator, unit, column, reason) -> None:
    region = Intervened()
    members = {"kostensoort": "jeugdhulp"} if indicator == "uitgaven" else {}
    region.put(indicator, unit, REGION.code, LAST_YEAR, None, **members)
    row = told(region)["2023JJ00"]
    assert row[column] == reason
    assert row["effect_reason"] == "gegeven"


def test_reach_of_several_kinds_is_nobodys_own() -> None:
    cells, persons, starts = Intervened().tables()
    other = [{"soort": "schoolteam", "area": TOWNS[9], "begin": date(2022, 1, 1), "ended": False}]
    both = pa.concat_tables([starts, pa.Table.from_pylist(other, schema=starts.schema)])
    rows = evaluate(cells, persons, both, REGION).results.to_pylist()
    assert {row["soort"] for row in rows} == {"poh_jeugd", "schoolteam"}
    assert {row["naive_reason"] for row in rows} == {"meer_soorten"}
    assert all(row["saving"] is None for row in rows)


def test_prices_of_too_few_municipalities_are_no_price() -> None:
    region = Intervened()
    for town in TOWNS[:10]:
        region.put("uitgaven", "euro", town, LAST_YEAR, None, kostensoort="jeugdhulp")
    assert told(region)["2023JJ00"]["saving_reason"] == "prijs_niet_getoond"


def test_one_start_among_fourteen_is_never_called_shown() -> None:
    row = told(Intervened(effect=-0.6, begun={TOWNS[0]: BEGUN[TOWNS[0]]}))["2023JJ00"]
    assert (row["low_95"], row["high_95"], row["detectable"]) == (None, None, None)
    assert row["verdict"] != "aangetoond"


def test_the_course_has_a_band_from_the_first_start_on() -> None:
    found = evaluate(*Intervened(effect=-0.5).tables(), REGION)
    rows = {row["period"]: row for row in found.course.to_pylist()}
    assert len(rows) == 20
    assert rows["2021KW01"]["low"] is None
    assert rows["2021KW01"]["treated"] == 0
    last = rows["2023KW04"]
    assert last["low"] < last["expected"] < last["high"]
    assert last["observed"] < last["low"]
    assert [rows[at]["treated"] for at in ("2021KW02", "2022KW01")] == [3, 6]


def test_no_interventions_no_rows() -> None:
    cells, persons, starts = Intervened().tables()
    none = evaluate(cells, persons, starts.slice(0, 0), REGION)
    assert none.results.num_rows == none.course.num_rows == 0
    assert (Evaluated.none().results.schema, none.course.schema) == (schema_of(INTERVENTIONS), schema_of(COURSE))


def test_without_one_final_figure_everything_is_refused() -> None:
    region = Intervened()
    for row in region.cells.values():
        row["status"] = "provisional"
    (*_, row) = evaluate(*region.tables(), REGION).results.to_pylist()
    assert (row["effect_reason"], row["naive_reason"]) == ("geen_start", "bereik_niet_getoond")
    cells, persons, starts = region.tables()
    (*_, nothing) = evaluate(cells.slice(0, 0), persons.slice(0, 0), starts, REGION).results.to_pylist()
    assert nothing["effect_reason"] == "geen_start"
    assert nothing["left_out"] == " ".join(f"{town}:niet_aangeleverd" for town in TOWNS)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_hidden_or_late_gives_an_estimate_or_a_reason(seed) -> None:
    chance = np.random.default_rng(seed)
    days = [date(2018 + int(chance.integers(0, 7)), 1 + int(chance.integers(0, 12)), 1) for _ in TOWNS]
    region = Intervened(begun={town: day for town, day in zip(TOWNS, days, strict=True) if chance.random() < 0.7})
    for row in region.cells.values():
        if row["area"] in TOWNS[:9] and chance.random() < 0.002 * seed:
            row["status"], row["value"] = (
                ("suppressed", None) if chance.random() < 0.8 else ("provisional", row["value"])
            )
    for row in evaluate(*region.tables(), REGION).results.to_pylist():
        assert (row["effect"] is None) == (row["effect_reason"] != "gegeven")
        assert (row["saving"] is None) == (row["saving_reason"] != "gegeven")
        assert (row["naive_avoided"] is None) == (row["naive_reason"] != "gegeven")
