"""Very many areas: a picture and a table that do not grow, true titles, and the chosen area always in them."""

import re

import pytest

from graadmeter.charts.crowd import crowd_figure
from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.dots import DotPlot, DotRow
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

HIDDEN = Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)


def share(value: float) -> Datum:
    return with_interval(Unit.PERCENT, value, CellStatus.VALUE, base=9000.0)


def plot(count: int, *, hidden: int = 0, chosen: int | None = 7) -> DotPlot:
    rows = [DotRow(f"Plaats {at}", share(8 + at * 8 / count), chosen=at == chosen) for at in range(count)]
    rows += [DotRow(f"Klein {at}", HIDDEN) for at in range(hidden)]
    return DotPlot("gemeenten", "Per gemeente, 2025", "Nederland", share(12.0), tuple(rows), "2025", Lang.NL)


def test_it_is_as_large_with_three_hundred_areas_as_with_sixty() -> None:
    small, large = (crowd_figure(plot(count), ["Plaats 9"], whole=False) for count in (60, 300))
    assert len(large.table.rows) == len(small.table.rows) == 1 + 1 + 3 + 3 + 1
    for side in ("wide", "phone"):
        assert len(getattr(large, side)) < 1.1 * len(getattr(small, side)) < 12_000
        assert "NaN" not in getattr(large, side)
    assert len(large.sentence) < 300


def test_the_table_names_the_chosen_area_those_like_it_and_the_ends_or_all() -> None:
    figure = crowd_figure(plot(60), ["Plaats 30", "Plaats 31"], whole=False)
    names = [row[0].text for row in figure.table.rows]
    ends = [f"Plaats {at}" for at in (59, 58, 57)], [f"Plaats {at}" for at in (2, 1, 0)]
    assert names == [*ends[0], "Plaats 31", "Plaats 30", "Plaats 7", *ends[1], "Nederland"]
    assert figure.notes[-2].endswith("Alle gemeenten staan op de pagina van Nederland.")
    whole = crowd_figure(plot(60, chosen=None), [], whole=True)
    assert len(whole.table.rows) == 61
    assert not [note for note in whole.notes if "De tabel noemt" in note]


def test_every_area_is_in_a_column_and_dark_only_where_it_differs() -> None:
    figure = crowd_figure(plot(60), [], whole=False)
    tall = {"second": 0.0, "dark": 0.0}
    for height, kind in re.findall(r'<rect [^>]*height="([\d.]+)"[^>]*class="gm-bar gm-bar--(\w+)"', figure.wide):
        tall[kind] += float(height)
    rows = plot(60).rows
    differ = sum(bool(row.against(share(12.0))) for row in rows)
    assert tall["dark"] / (tall["dark"] + tall["second"]) == pytest.approx(differ / len(rows), abs=0.02)
    assert figure.title == "24 gemeenten liggen hoger dan Nederland, 25 gemeenten lager"


def test_the_middle_half_and_the_number_of_hidden_areas_are_told() -> None:
    sentence = crowd_figure(plot(61, hidden=25), [], whole=False).sentence
    assert "Niet getoond: 25 gemeenten." in sentence
    assert sentence.endswith("De helft van de gemeenten ligt tussen 10,0\u00a0% en 13,9\u00a0%.")
    few = crowd_figure(plot(3, chosen=None), [], whole=True)
    assert "De helft" not in few.sentence
