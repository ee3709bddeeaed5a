import re

import pytest

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.funnel import Funnel, FunnelDot, funnel_figure
from graadmeter.domain.comparison import Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

NBSP = "\u00a0"


def _funnel(*dots: tuple[str, float, float, Standing | None], hidden: tuple[str, ...] = ()) -> Funnel:
    made = tuple(
        FunnelDot(name, with_interval(Unit.PERCENT, value, CellStatus.VALUE, base=base), base, standing)
        for name, value, base, standing in dots
    )
    region = Datum(Unit.PERCENT, 12.0, CellStatus.VALUE)
    words = ("gemeente", "2025", "de inwoners van 0 tot en met 17 jaar")
    return Funnel("trechter", "Aandeel", "Twente", region, made, hidden, *words, Lang.NL)


def test_the_same_share_is_within_chance_in_a_small_area_and_outside_it_in_a_large_one() -> None:
    figure = funnel_figure(_funnel(("Klein", 14.0, 400.0, None), ("Groot", 14.0, 9000.0, None), hidden=("Losser",)))
    assert figure.title == "Ook gezien de grootte wijkt af: Groot"
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in figure.table.rows}
    assert list(rows) == ["Groot", "Klein"]
    assert rows["Groot"] == ["9.000", f"14,0{NBSP}%", "11,3 \u2013 12,7", "ver erboven"]
    assert rows["Klein"] == ["400", f"14,0{NBSP}%", "8,8 \u2013 15,2", "erbinnen"]
    assert figure.sentence.endswith("Ver erbuiten (99,8 %): Groot. Niet getoond: Losser.")
    assert figure.wide.count("gm-dot gm-dot--focal") == 1
    assert ">Groot<" in figure.wide
    assert ">Klein<" not in figure.wide


@pytest.mark.parametrize(
    ("standing", "words"),
    [(Standing.SIMILAR, "erbinnen"), (Standing.HIGHER, "erboven"), (Standing.MUCH_LOWER, "ver eronder")],
)
def test_the_class_of_the_release_decides(standing: Standing, words: str) -> None:
    figure = funnel_figure(_funnel(("Groot", 14.0, 9000.0, standing), ("Klein", 12.0, 400.0, Standing.SIMILAR)))
    assert figure.table.rows[0][-1].text == words


def test_nothing_is_drawn_outside_the_field() -> None:
    figure = funnel_figure(_funnel(("Klein", 0.0, 60.0, None), ("Groot", 13.0, 9000.0, None)))
    height = float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)"', figure.wide)[0])
    drawn = re.findall(r'd="M([^"Z]+)', figure.wide)
    assert all(0 <= float(place.split()[1]) <= height for one in drawn for place in one.split("L"))
    assert funnel_figure(_funnel(("A", 12.1, 5000.0, None))).title.startswith("Voor hun grootte wijkt geen van de 1")
