"""Small multiples and what a development says when there is little, no margin, or an estimate."""

from html.parser import HTMLParser

import pytest

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.multiples import Multiples, Panel, multiples_figure
from graadmeter.charts.trend import Point, Role, Series, Trend, trend_figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

NBSP = "\u00a0"
HIDDEN = Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)


def _share(value: float, status: CellStatus = CellStatus.VALUE) -> Datum:
    return with_interval(Unit.PERCENT, value, status, base=9000.0)


def _panels(*rows: tuple[str, list[Datum]]) -> Multiples:
    panels = tuple(Panel(name, tuple(data)) for name, data in rows)
    years = tuple(str(year) for year in range(2026 - len(rows[0][1]), 2026))
    region = Panel("Twente", tuple(_share(12.0) for _ in years))
    return Multiples("m", "Aandeel", panels, region, years, years, "gemeente", "gemeenten", Lang.NL)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"{tag}:{value}" for name, value in attrs if name == "class" and value]


def test_only_demonstrable_changes_are_in_the_title_and_every_figure_is_in_the_table() -> None:
    rose, same = [_share(9.0), _share(11.0), _share(14.0)], [_share(12.0), _share(12.1), _share(12.3)]
    figure = multiples_figure(_panels(("Almelo", rose), ("Borne", same), ("Losser", [HIDDEN] * 3)))
    assert figure.title == "Tussen 2023 en 2025 aantoonbaar gestegen in Almelo"
    assert figure.sentence == f"In 2025: Almelo 14,0{NBSP}%, Borne 12,3{NBSP}%. Niet getoond: Losser."
    assert [cell.text for cell in figure.table.rows[0]] == [
        "Almelo", f"9,0{NBSP}%", f"11,0{NBSP}%", f"14,0{NBSP}%",
    ]  # fmt: skip
    assert figure.table.rows[-1][0].text == "Twente"
    assert multiples_figure(_panels(("Borne", same))).title.startswith("Nergens een aantoonbare verandering")


def test_a_hidden_period_breaks_the_line_and_an_area_without_figures_is_hatched() -> None:
    broken = [_share(9.0), _share(9.5), HIDDEN, _share(11.0, CellStatus.PROVISIONAL)]
    figure = multiples_figure(_panels(("Almelo", broken), ("Losser", [HIDDEN] * 4)))
    lines = _Lines()
    lines.feed(figure.wide)
    assert lines.found.count("path:gm-line gm-line--focal") == 1
    assert "circle:gm-open gm-open--focal" in lines.found
    assert "url(#m-wide-hatch)" in figure.wide
    assert figure.notes[-1].startswith("Gearceerd")


def _trend(*points: Point, season: int = 1) -> Trend:
    return Trend("t", "Duur", (Series("Twente", Role.FOCAL, points),), Lang.NL, season=season)


def _days(year: str, value: float) -> Point:
    return Point(year, year, Datum(Unit.DAYS, value, CellStatus.VALUE))


def test_without_a_margin_nothing_is_called_higher_or_lower() -> None:
    figure = trend_figure(_trend(_days("2024", 365.0), _days("2025", 387.0)))
    assert figure.title == f"387{NBSP}dagen in 2025, 365{NBSP}dagen in 2024"
    assert any("geen marge" in note for note in figure.notes)


def test_an_estimate_is_told_apart_from_the_figure_in_sentence_table_and_picture() -> None:
    told = Datum(Unit.EURO, 453000.0, CellStatus.PROVISIONAL, 409000.0, 512000.0)
    last = Point("2025", "2025", Datum(Unit.EURO, 329154.0, CellStatus.PROVISIONAL), estimate=told, known=65)
    figure = trend_figure(_trend(Point("2024", "2024", Datum(Unit.EURO, 400000.0, CellStatus.VALUE)), last))
    assert f"Geschat eindcijfer van 2025: €{NBSP}453.000 (tussen €{NBSP}409.000 en €{NBSP}512.000)" in figure.sentence
    assert f"zo vroeg is doorgaans 65{NBSP}% bekend" in figure.sentence
    assert figure.table.header[-1] == "schatting van het eindcijfer (95 %)"
    assert [row[-1].text for row in figure.table.rows] == ["–", f"€{NBSP}453.000 (409.000 – 512.000)"]  # noqa: RUF001
    assert 'class="gm-estimate"' in figure.wide
    assert "estimate" not in trend_figure(_trend(_days("2024", 1.0), _days("2025", 2.0))).wide


@pytest.mark.parametrize("further", [True, False])
def test_further_provisional_is_an_open_point_and_said_in_the_table(*, further: bool) -> None:
    points = (
        Point("2024", "2024", _share(12.0), further=further),
        Point("2025", "2025", _share(12.0)),
    )
    figure = trend_figure(_trend(*points))
    assert figure.table.rows[0][0].text == ("2024 (nader voorlopig)" if further else "2024")
    assert ("gm-open" in figure.wide) is further


def test_a_figure_that_was_carried_on_says_so_in_table_and_note() -> None:
    points = (Point("2024", "2024", _share(12.0)), Point("2025", "2025", _share(12.0, CellStatus.CARRIED)))
    figure = trend_figure(_trend(*points))
    assert figure.table.rows[-1][1].text == f"12,0{NBSP}% (nog niet bijgewerkt)"
    assert any(note.startswith("Nog niet bijgewerkt") for note in figure.notes)


def test_a_provisional_figure_is_never_said_to_have_fallen() -> None:
    before = Point("2024", "2024", Datum(Unit.EURO, 400000.0, CellStatus.VALUE))
    last = Datum(Unit.EURO, 329154.0, CellStatus.PROVISIONAL)
    assert trend_figure(_trend(before, Point("2025", "2025", last))).title == (
        f"Tot nu toe €{NBSP}329.154 in 2025, tegen €{NBSP}400.000 in 2024"
    )
    final = Point("2025", "2025", Datum(Unit.EURO, 329154.0, CellStatus.VALUE))
    assert trend_figure(_trend(before, final)).title.startswith("Het bedrag is in 2025 lager dan in 2024")
