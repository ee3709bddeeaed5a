from xml.etree import ElementTree as ET

import pytest

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.trend import Break, Goal, Point, Role, Series, Trend, trend_figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

HIDDEN = Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)


def share(value: float, status: CellStatus = CellStatus.VALUE) -> Datum:
    return with_interval(Unit.PERCENT, value, status, value * 100)


def line(data: list[Datum], name: str = "Twente", role: Role = Role.FOCAL) -> Series:
    return Series(name, role, tuple(Point(str(2019 + at), str(2019 + at), datum) for at, datum in enumerate(data)))


def trend(data: list[Datum], **more: object) -> Trend:
    return Trend("proef", "Proef", (line(data),), Lang.NL, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([10, 10.1, 10], "Het aandeel is sinds 2019 ongeveer gelijk gebleven"),
        ([7, 10, 10.1, 10], "Sinds 2020 blijft het aandeel ongeveer gelijk"),
        ([10, 10, 14], "Het aandeel is in 2021 hoger dan in 2020: 14,0\u00a0% tegen 10,0\u00a0%"),
        ([14, 14, 10], "Het aandeel is in 2021 lager dan in 2020: 10,0\u00a0% tegen 14,0\u00a0%"),
        ([7, 12, 12], "Het aandeel is in 2021 hoger dan in 2019: 12,0\u00a0% tegen 7,0\u00a0%"),
        ([12, 7, 12], "Het aandeel is in 2021 hoger dan in 2020: 12,0\u00a0% tegen 7,0\u00a0%"),
        ([10], "Te weinig cijfers om een ontwikkeling te laten zien"),
    ],
)
def test_the_title_is_what_the_figures_say(values: list[float], title: str) -> None:
    assert trend_figure(trend([share(value) for value in values])).title == title


def test_nothing_is_compared_across_a_break() -> None:
    figure = trend_figure(
        trend([share(5), share(5), share(10), share(10), share(10)], breaks=(Break(2, "andere telling"),))
    )
    assert figure.title == "Het aandeel is sinds 2021 ongeveer gelijk gebleven"
    assert "andere telling" in figure.wide
    assert any("vergelijk niet over deze lijn heen" in note for note in figure.notes)


def test_the_words_of_a_break_stand_above_those_of_a_hidden_period() -> None:
    many = [share(10), share(10), HIDDEN, share(10), share(10), share(10)]
    near, far = (trend_figure(trend(many, breaks=(Break(before, "andere telling"),))) for before in (2, 5))
    for picture in (near.wide, near.phone):
        assert _height(picture, "afgeschermd") - _height(picture, "andere telling") == 16
    assert _height(far.wide, "andere telling") - _height(far.wide, "afgeschermd") == 2, "on a line of its own"


def _height(picture: str, words: str) -> float:
    tree = ET.fromstring(picture)  # noqa: S314  our own output
    return next(float(node.get("y") or 0) for node in tree.iter() if node.text == words)


def test_quarters_are_compared_with_the_same_quarter_a_year_before() -> None:
    summer, winter = share(8), share(12)
    figure = trend_figure(trend([winter, summer, summer, winter, winter, summer], season=4))
    assert figure.title == "Het aandeel is in 2024 ongeveer gelijk aan 2020"


def test_money_changes_from_one_per_cent_on() -> None:
    euros = [Datum(Unit.EURO, value, CellStatus.VALUE) for value in (1000.0, 1005.0)]
    assert "ongeveer gelijk" in trend_figure(trend(euros)).title
    more = [Datum(Unit.EURO, value, CellStatus.VALUE) for value in (1000.0, 1030.0)]
    assert "hoger" in trend_figure(trend(more)).title


def test_hidden_periods_are_hatched_named_and_never_drawn() -> None:
    figure = trend_figure(trend([share(10), HIDDEN, HIDDEN, share(10), share(10)]))
    for picture in (figure.wide, figure.phone):
        tree = ET.fromstring(picture)  # noqa: S314  our own output
        hatched = [node for node in tree.iter() if (node.get("fill") or "").startswith("url(#")]
        assert len(hatched) == 1
        assert "afgeschermd" in picture
    assert figure.table.rows[1][1].text == "afgeschermd"
    assert "Gearceerd: afgeschermd." in figure.notes


def test_a_point_by_itself_has_its_band_too() -> None:
    alone = trend_figure(trend([share(10), HIDDEN, share(12), HIDDEN, share(11)]))
    bands = [node for node in ET.fromstring(alone.wide).iter() if "gm-band" in (node.get("class") or "")]  # noqa: S314
    assert len(bands) == 3
    assert alone.notes[0].startswith("Band:")


def test_the_label_of_an_older_figure_names_its_period() -> None:
    older = trend_figure(trend([share(9), share(10), share(12.6), HIDDEN]))
    newest = trend_figure(trend([share(9), share(10), HIDDEN, share(12.6)]))
    for picture in (older.wide, older.phone):
        assert _after(picture, "12,6\u00a0%") == "2021"
    for picture in (newest.wide, newest.phone):
        assert _after(picture, "12,6\u00a0%") == ""


def test_the_label_of_an_older_provisional_figure_says_both() -> None:
    figure = trend_figure(trend([share(9), share(12.6, CellStatus.PROVISIONAL), HIDDEN]))
    assert _after(figure.wide, "12,6\u00a0%") == "2020, voorlopig"
    assert _texts(figure.phone)[-2:] == ["2020", "voorlopig"], "a phone has room below rather than beside"


def _texts(picture: str) -> list[str]:
    tree = ET.fromstring(picture)  # noqa: S314  our own output
    return [node.text or "" for node in tree.iter() if node.tag.endswith("text")]


def _after(picture: str, value: str) -> str:
    """The text drawn after the label with this value, '' when it is the last."""
    texts = _texts(picture)
    at = next(at for at, words in enumerate(texts) if words.endswith(value))
    return next(iter(texts[at + 1 :]), "")


def test_provisional_points_are_open_and_dotted() -> None:
    figure = trend_figure(trend([share(10), share(10), share(10, CellStatus.PROVISIONAL)]))
    assert "gm-line--provisional" in figure.wide
    assert "gm-open--focal" in figure.wide
    assert "(voorlopig)" in figure.sentence
    assert figure.table.rows[2][1].provisional


def test_a_figure_with_nothing_to_show_still_says_so() -> None:
    figure = trend_figure(trend([HIDDEN, HIDDEN]))
    assert figure.title == "Te weinig cijfers om een ontwikkeling te laten zien"
    assert "afgeschermd" in figure.wide


def test_sentence_table_and_picture_hold_the_same_figures() -> None:
    figure = trend_figure(trend([share(9.1), share(9.7), share(14.2)]))
    assert "14,2\u00a0%" in figure.sentence
    assert figure.table.rows[-1][1].text == "14,2\u00a0%"
    assert "14,2\u00a0%" in figure.wide
    assert "14,2\u00a0%" in figure.phone
    assert figure.sentence in figure.wide


def test_the_axis_of_a_share_begins_at_nought() -> None:
    figure = trend_figure(trend([share(90), share(92), share(95)]))
    labels = [node.text for node in ET.fromstring(figure.wide).iter() if node.tag.endswith("text")]  # noqa: S314
    assert "0" in labels


@pytest.mark.parametrize(
    ("course", "beside"),
    [
        ([10, 10, 10, 10, 10], ("start", "under")),
        ([14, 14, 14, 14, 14], ("start", "over")),
        ([11.6, 11.5, 12.7, 12.6, 12.8], ("end", "over")),
        ([12.4, 12.5, 11.3, 11.4, 11.2], ("end", "under")),
        ([9, 15, 9, 15, 9, 15], ("start", "under")),
    ],
)
def test_the_name_of_a_target_stands_where_no_line_runs_through_it(
    course: list[float], beside: tuple[str, str]
) -> None:
    """`beside`: at which end of the target, and whether the line of figures is over or under the name there."""
    picture = trend_figure(trend([share(value) for value in course], goals=(Goal(12, "2027", at_most=True),))).wide
    tree = ET.fromstring(picture)  # noqa: S314  our own output
    name = next(one for one in tree.iter() if (one.text or "").startswith("streefwaarde 2027"))
    target = next(one for one in tree.iter() if one.get("class") == "gm-goal")
    side = "over" if float(name.get("y", 0)) > float(target.get("y1", 0)) else "under"
    assert (name.get("text-anchor", "start"), side) == beside
