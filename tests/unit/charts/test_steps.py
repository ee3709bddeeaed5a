"""The picture of steps says what its table says: nothing hidden is drawn, and steps add up."""

import re

import pytest

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import DASH
from graadmeter.charts.steps import Place, Steps, steps_figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang


def count(value):
    status = CellStatus.SUPPRESSED if value is None else CellStatus.VALUE if value else CellStatus.ZERO
    return Datum(Unit.PERSONS, value, status)


def steps(*places, lang=Lang.NL):
    told = tuple(Place(name, come and come[0], go and go[0], count(figure)) for name, come, go, figure in places)
    return Steps(
        "stap", "van A naar B", "A, 2024", count(1438.0), "B, 2024", ("B", "A"), told, "jongeren", "Almelo", 10, lang
    )


OPEN = steps(
    ("leeftijd", (count(40.0),), None, 1478.0),
    ("gebied", (count(12.0),), (count(30.0),), 1460.0),
    ("sluiten", None, (count(0.0),), 1460.0),
)
HIDDEN = steps(
    ("leeftijd", (count(None),), None, None),
    ("periode", (count(None),), None, None),
    ("financiering", None, (count(None),), 1677.0),
    ("sluiten", None, (count(0.0),), 1677.0),
)


def test_every_step_is_told_in_sentence_picture_and_table() -> None:
    figure = steps_figure(OPEN)
    assert figure.title == "B: 22 meer dan A"
    assert "leeftijd +40; gebied +12, \u221230; sluiten 0." in figure.sentence
    assert [[cell.text for cell in row] for row in figure.table.rows] == [
        ["A, 2024", DASH, DASH, "1.438"],
        ["Leeftijd", "40", DASH, "1.478"],
        ["Gebied", "12", "30", "1.460"],
        ["Sluiten", DASH, "0", "1.460"],
    ]
    for picture in (figure.wide, figure.phone):
        assert all(label in picture for label in (">1.438<", ">+40<", ">+12, \u221230<", ">1.460<"))
        assert picture.count("gm-bar--focal") == 2


def test_steps_between_which_the_figure_is_hidden_are_one() -> None:
    figure = steps_figure(HIDDEN)
    assert "leeftijd, periode en financiering samen +239; sluiten 0." in figure.sentence
    assert figure.notes[0].startswith("Bij stappen die samen zijn genomen")
    assert [row[3].text for row in figure.table.rows] == ["1.438", "afgeschermd", "afgeschermd", "1.677", "1.677"]
    assert len(re.findall(r"<rect[^>]*gm-bar ", figure.wide)) == 4


@pytest.mark.parametrize(("last", "said"), [(1441.0, "vrijwel"), (1300.0, "138 minder"), (1448.0, "10 meer")])
def test_a_difference_of_a_few_is_not_a_number(last, said) -> None:
    figure = steps_figure(steps(("leeftijd", (count(None),), None, None), ("gebied", None, (count(None),), last)))
    assert said in figure.title
    assert ("vrijwel geen verschil" in figure.sentence) == (last == 1441.0)
    assert ">+3<" not in figure.wide


def test_an_end_that_is_hidden_has_no_picture() -> None:
    with pytest.raises(ValueError, match="no value to show"):
        steps_figure(steps(("leeftijd", (count(None),), None, None)))
