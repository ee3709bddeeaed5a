from dataclasses import replace

import pytest

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.dots import DotPlot, DotRow, dots_figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text

HIDDEN = Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)


def share(value: float) -> Datum:
    return with_interval(Unit.PERCENT, value, CellStatus.VALUE, value * 50)


def plot(values: dict[str, float | None], chosen: str = "") -> DotPlot:
    rows = tuple(
        DotRow(name, HIDDEN if value is None else share(value), name == chosen) for name, value in values.items()
    )
    return DotPlot("proef", "Proef", "Twente", share(12.0), rows, "2025", Lang.NL)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        (
            {"Almelo": 15.0, "Hengelo": 14.5, "Borne": 12.1, "Dinkelland": 8.0},
            "Almelo en Hengelo liggen hoger dan Twente, Dinkelland lager",
        ),
        ({"Almelo": 15.0, "Borne": 12.1}, "Almelo ligt hoger dan Twente"),
        ({"Almelo": 12.1, "Borne": 9.0, "Losser": 8.0}, "Borne en Losser liggen lager dan Twente"),
        ({"Almelo": 12.1, "Borne": 11.9}, "Geen gemeente verschilt aantoonbaar van Twente"),
        ({"A": 15.0, "B": 15.1, "C": 15.2, "D": 15.3, "E": 12.0}, "4 gemeenten liggen hoger dan Twente"),
        ({"Almelo": None}, "Te weinig cijfers om te vergelijken met Twente"),
    ],
)
def test_the_title_names_who_demonstrably_differs(values: dict[str, float | None], title: str) -> None:
    assert dots_figure(plot(values)).title == title


def test_figures_of_which_no_difference_can_be_judged_are_not_called_too_few() -> None:
    drawn = plot({"Almelo": 15.0, "Borne": 12.1, "Losser": None})
    untested = replace(drawn, rows=tuple(replace(row, untested=True) for row in drawn.rows))
    assert dots_figure(untested).title == "Of gemeenten van Twente verschillen, is niet te zeggen"
    wijken = replace(untested, rows_are=Text("wijk", "neighbourhood"), lang=Lang.EN)
    assert dots_figure(wijken).title == "Whether neighbourhoods differ from Twente cannot be told"


def test_filled_means_demonstrable_and_open_means_chance() -> None:
    figure = dots_figure(plot({"Almelo": 15.0, "Borne": 12.1}))
    assert figure.wide.count("gm-dot--focal") == 1
    assert figure.wide.count("gm-open--comparator") == 1


def test_the_chosen_area_is_marked_in_picture_and_table() -> None:
    figure = dots_figure(plot({"Almelo": 15.0, "Borne": 12.1}, chosen="Borne"))
    assert "gm-open--chosen" in figure.wide
    assert [row[0].text for row in figure.table.rows if row[0].chosen] == ["Borne"]
    assert "Borne: 12,1\u00a0%, geen aantoonbaar verschil met Twente." in figure.sentence


def test_rows_are_ordered_by_value_with_hidden_ones_last() -> None:
    figure = dots_figure(plot({"Borne": 9.0, "Almelo": None, "Losser": 14.0}))
    assert [row[0].text for row in figure.table.rows] == ["Losser", "Borne", "Almelo", "Twente"]
    assert figure.table.rows[2][1].text == "afgeschermd"
    assert "Niet getoond: Almelo." in figure.sentence


def test_an_axis_that_leaves_out_nought_says_so() -> None:
    assert any("begint niet bij nul" in note for note in dots_figure(plot({"A": 12.0, "B": 13.0})).notes)
    assert not any("begint niet bij nul" in note for note in dots_figure(plot({"A": 1.0, "B": 13.0})).notes)
