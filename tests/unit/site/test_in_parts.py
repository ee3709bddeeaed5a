"""What is given in parts only has a course for each of them, each on a scale of its own where units differ."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graadmeter.charts.figure import Figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.cell_index import Cell, CellIndex
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.multiples import by_part
from graadmeter.site.lead import lead, plain
from graadmeter.site.page import Site
from graadmeter.site.pages.indicators import elsewhere, figures
from graadmeter.site.published import Series

PRICES = {"41": (None, 300.0, 310.0, 320.0), "45": (None, 1.5, None, 1.75)}


def _context(site: Site, unit: Unit = Unit.EURO_PER, first: int = 0) -> Context:
    series = Series(unit, unit, "all", "regels", "", "", (), ("productgroep",))
    definition = replace(site.published.definitions["jeugdhulp"], series=(series,))
    cells = {
        (f"{2022 + at}JJ00", (("productgroep", code),)): Cell(
            value, CellStatus.NOT_DELIVERED if value is None else CellStatus.VALUE
        )
        for code, prices in PRICES.items()
        for at, value in enumerate(prices[first:])
    }
    names = {"41": Text("verblijf", "residence"), "45": Text("ambulant", "outpatient")}
    published = replace(
        site.published,
        definitions={"jeugdhulp": definition},
        cells=CellIndex({("jeugdhulp", unit.value, "JZ14"): cells}),
        dimensions={"productgroep": Text("productgroep", "product group")},
        codes={"productgroep": names},
    )
    subject = Site(published).every_subject[0]
    assert subject.in_parts
    return Site(published).context(subject, Lang.NL)


def _figure(site: Site, unit: Unit = Unit.EURO_PER, first: int = 0) -> Figure | None:
    return by_part(_context(site, unit, first))


def test_every_part_has_its_course_from_the_first_delivery_on(make_site: Callable[..., Site]) -> None:
    figure = _figure(make_site({}))
    assert figure is not None
    assert figure.title == "Het verloop per productgroep, 2023 tot en met 2025"
    rows = [[cell.text for cell in row] for row in figure.table.rows]
    euros = ["\u20ac\u00a0300,00", "\u20ac\u00a0310,00", "\u20ac\u00a0320,00"]
    assert rows[0] == ["verblijf", *euros]
    assert rows[1] == ["ambulant", "\u20ac\u00a01,50", "niet aangeleverd", "\u20ac\u00a01,75"]
    assert figure.notes[0].startswith("Elk vak heeft zijn eigen schaal")
    same = _figure(make_site({}), Unit.PERSONS)
    assert same is not None
    assert same.notes[0].startswith("Alle vakken hebben dezelfde schaal")
    assert same.wide != figure.wide


def test_prices_per_another_unit_are_not_ranked_beside_each_other(make_site: Callable[..., Site]) -> None:
    prices, amounts = (_context(make_site({}), unit) for unit in (Unit.EURO_PER, Unit.EURO))
    words = plain(lead(prices))
    assert words.endswith("In 2025 in Twente: verblijf \u20ac\u00a0320,00 en ambulant \u20ac\u00a01,75.")
    assert "hoogst bij verblijf" in plain(lead(amounts))
    assert [figure.id for figure in figures(prices)] == ["verloop-per-deel"]
    assert [figure.id for figure in figures(amounts)] == ["verloop-per-deel", "naar-productgroep"]


def test_two_periods_are_a_table_and_one_is_nothing(make_site: Callable[..., Site]) -> None:
    two = _figure(make_site({}), first=2)
    assert two is not None
    assert (two.wide, len(two.table.header)) == ("", 3)
    assert _figure(make_site({}), first=3) is None


def test_what_is_given_in_parts_leads_with_the_last_year_that_was_delivered(
    make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = {"41": (300.0, 310.0, None), "45": (1.5, 1.75, None)}
    monkeypatch.setitem(globals(), "PRICES", later)
    context = _context(make_site({"JZ14": {"2025": 12.4}}))
    assert context.subject.timeline == ("2022JJ00", "2023JJ00")
    words = plain(lead(context))
    assert "In 2023 in Twente: verblijf" in words
    assert words.endswith("Over 2024 is niet aangeleverd.")


def test_where_no_part_can_be_seen_a_sentence_stands_in_the_place_of_pictures_of_nothing(
    make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "PRICES", {"41": (None,), "45": (None,)})
    context = _context(make_site({}), Unit.PERSONS)
    assert plain(lead(context)).endswith("Van Twente is over 2022 geen van deze cijfers te zien: niet aangeleverd.")
    assert figures(context) == []


def test_it_tells_for_which_municipalities_parts_can_be_seen(
    make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "PRICES", {"41": (None,), "45": (None,)})
    context = _context(make_site({}), Unit.PERSONS)
    shown = {("2022JJ00", (("productgroep", "41"),)): Cell(12.0, CellStatus.VALUE)}
    cells = {**context.published.cells.cells, ("jeugdhulp", "personen", "GM0141"): shown}
    site = Site(replace(context.published, cells=CellIndex(cells)))
    to = Addresses(Lang.NL)
    assert elsewhere(site, site.context(site.every_subject[0], Lang.NL), to) == [
        ("Almelo", "cijfers/jeugdhulp/almelo.html")
    ]
    almelo = next(area for area in site.published.municipalities if area.code == "GM0141")
    assert elsewhere(site, site.context(site.every_subject[0], Lang.NL, almelo), to) == []
