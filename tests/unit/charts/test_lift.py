import re
from itertools import pairwise

import pytest

from graadmeter.charts.datum import Datum
from graadmeter.charts.lift import Lift, Lifts, lift_figure
from graadmeter.charts.text_width import text_width
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang


def _lifts(*rows: tuple[str, float | None]) -> Lifts:
    data = [
        Datum(Unit.RATIO, value, CellStatus.VALUE if value is not None else CellStatus.SUPPRESSED) for _, value in rows
    ]
    pairs = tuple(Lift(name, datum) for (name, _), datum in zip(rows, data, strict=True))
    return Lifts("samen", "Samen", pairs, "combinatie", "2025", Lang.NL)


def test_pairs_above_and_below_chance_are_told_and_hidden_ones_are_counted() -> None:
    figure = lift_figure(_lifts(("a en b", 0.5), ("c en d", 2.27), ("e en f", None), ("g en h", 0.0), ("i en j", None)))
    assert figure.title == "C en d gaan 2,27 keer zo vaak samen als bij toeval"
    assert figure.sentence.startswith(
        "Vaker dan bij toeval: c en d 2,27. Minder vaak dan bij toeval: a en b 0,50. Combinaties die bij niemand "
        "voorkomen: 1. Afgeschermd: 2 van de 5 combinaties"
    )
    assert [[cell.text for cell in row] for row in figure.table.rows] == [
        ["c en d", "2,27"],
        ["a en b", "0,50"],
        ["g en h", "0,00"],
    ]


def test_a_half_and_a_double_are_as_far_from_the_line_of_chance() -> None:
    figure = lift_figure(_lifts(("a en b", 0.5), ("c en d", 2.0)))
    line = float(re.findall(r'x1="([\d.]+)"[^>]*class="gm-reference"', figure.wide)[0])
    points = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', figure.wide)]
    assert points[0] - line == pytest.approx(line - points[1], abs=0.2)
    assert points[0] - line > 50


def test_without_any_figure_there_is_no_picture() -> None:
    figure = lift_figure(_lifts(("a en b", None)))
    assert (figure.wide, figure.table.rows) == ("", ())
    assert lift_figure(_lifts(("a en b", 0.4))).title == "Geen twee soorten gaan vaker samen dan bij toeval"


def test_values_of_the_axis_never_touch_and_the_line_of_chance_keeps_its_own() -> None:
    figure = lift_figure(_lifts(("a en b", 0.02), ("c en d", 27.16)))
    labels = re.findall(r'<text x="([\d.]+)"[^>]*>(1/\d+|\d+)</text>', figure.phone)
    assert "1" in [label for _, label in labels]
    ends = [(float(x) - text_width(label, 13) / 2, float(x) + text_width(label, 13) / 2) for x, label in labels]
    assert all(one[1] < other[0] for one, other in pairwise(ends))


def test_of_many_pairs_the_picture_shows_both_ends_and_the_table_all() -> None:
    figure = lift_figure(_lifts(*((f"paar {number:02}", 40 / number) for number in range(1, 36))))
    assert len(figure.table.rows) == 35
    for picture in (figure.wide, figure.phone):
        assert picture.count("<circle") == 20
        assert "nog 15 ertussen" in picture
        named = {number for number in range(1, 36) if f"paar {number:02}<" in picture}
        assert named == {*range(1, 13), *range(28, 36)}
    assert any("de tabel alles" in note for note in figure.notes)
