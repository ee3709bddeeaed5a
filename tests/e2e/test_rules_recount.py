"""Figures under each counting rule, counted again from the delivered files."""

import csv
import io
from datetime import date, timedelta
from itertools import groupby

import pytest
from tests.e2e.delivered import read_inbox
from tests.e2e.region import TOWNS, graadmeter
from tests.e2e.trajectories import FOREVER, products, trajectories

LAST = 2025 * 4 + 3
PERIODS = {"regiomonitor": date(2025, 10, 1), "bbv": date(2025, 1, 1), "cbs": date(2025, 7, 1)}
"""The first day of the period that stands for 2025; the last day of each is that of the year."""


@pytest.fixture(scope="module")
def counted(clean_region) -> dict:
    """(rule, area) -> the young people who count."""
    found = read_inbox(clean_region / "inbox")
    budgets = {f"voorziening|{row['voorziening_id']}" for row in found.provisions if row["leveringsvorm"] == "PGB"}
    seen: dict[tuple, int] = {}
    for row in found.provisions:
        number = row["toewijzingnummer"]
        own = f"voorziening|{row['voorziening_id']}"
        key = (f"GM{row['gemeente']}", f"jw|{int(number):09}" if number else own)
        seen[key] = max(row["kw"], seen.get(key, 0))
    who: dict[tuple, set] = {(rule, area): set() for rule in PERIODS for area in (*TOWNS, "JZ14")}
    for one in trajectories(found, products(clean_region)):
        if one.kind != "jeugdhulp":
            continue
        for rule, opens in PERIODS.items():
            born = found.persons[one.bsn][1]
            end = min(one.end, birthday(born, 23 if rule == "cbs" else 18) - timedelta(days=1), date(2025, 12, 31))
            if rule == "cbs" and (one.key in budgets or closed(one, seen) < opens):
                continue
            if max(one.begin, opens) <= end:
                who[rule, one.gm].add(one.bsn)
                who[rule, "JZ14"].add(one.bsn)
    return {key: len(persons) for key, persons in who.items()}


def birthday(born: date, age: int) -> date:
    return date(born.year + age, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + age)


def closed(one, seen: dict) -> date:
    """The last day by the closing rule: of what runs, but no extract holds any more."""
    last = seen.get((one.gm, one.key), LAST)
    return one.end if one.end != FOREVER or last == LAST else date((last + 1) // 4, (last + 1) % 4 * 3 + 1, 1)


@pytest.mark.parametrize("area", ["JZ14", TOWNS[0]])
def test_figures_and_steps_equal_a_recount(clean_region, counted, area) -> None:
    place = () if area == "JZ14" else (area,)
    said = graadmeter("rules", *place, "--csv", "--workspace", clean_region)
    assert said.code == 0, said.err
    steps = list(csv.DictReader(io.StringIO(said.out)))
    assert {row["jaar"] for row in steps} == {"2025"}
    first = counted["regiomonitor", area]
    assert first > 20
    for rule, rows in groupby(steps, key=lambda row: row["naar"]):
        mine = list(rows)
        assert int(mine[0]["daarna"]) - int(mine[0]["verschil"]) == first
        assert int(mine[-1]["daarna"]) == counted[rule, area], rule
        assert first + sum(int(row["verschil"]) for row in mine) == counted[rule, area]


def test_the_page_warns_and_explains_in_both_languages(clean_region) -> None:
    dutch = graadmeter("rules", TOWNS[0], "--workspace", clean_region)
    english = graadmeter("rules", TOWNS[0], "--workspace", clean_region, "--lang", "en")
    assert "mogen de regio niet uit" in dutch.err
    assert "must not leave the region" in english.err
    for words in ("leeftijd", "financiering", "23e", "18e"):
        assert words in dutch.out
    assert "up to the 23rd" in english.out.replace("\n", " ")
    wrong = graadmeter("rules", "Almeloo", "--workspace", clean_region)
    assert wrong.code == 2
    assert "Almelo" in wrong.err
