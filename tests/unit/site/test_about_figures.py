"""What the pages about the figures tell of deliveries and of changes since the release before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.definition_changes import DefinitionChange, read_definition_changes
from graadmeter.site.definition_notes import definition_notes
from graadmeter.site.estimates import Estimate, estimates
from graadmeter.site.lateness import quarters_table, receipts
from graadmeter.site.page import Site
from graadmeter.site.published import Delivery
from graadmeter.site.release_notes import notes

NBSP = "\u00a0"
DASH = "\u2013"
SHARES = {"JZ14": {"2025": 12.0}}
_PLACES = (("GM0141", 2023), ("GM0141", 2024), ("GM0147", 2025))


def _delivery(deliverer: str, verdict: str) -> Delivery:
    return Delivery(f"{deliverer}-x", deliverer, "2025KW04", verdict, "r", "", ())


def _change(kind: str, area: str = "GM0141", old: str = "100", new: str = "110", **dimensions: str) -> dict[str, str]:
    key = {"indicator": "jeugdhulp", "unit": "personen", "area": area, "level": "gemeente", "period": "2025JJ00"}
    whole = dict.fromkeys(DIMENSIONS, TOTAL) | dimensions
    return {**key, **whole, "change": kind, "old_value": old, "new_value": new, "deliveries": "0141-b 0141-a"}


def test_a_quarter_tells_who_is_missing_how_final_it_is_and_how_much_is_usually_known(
    make_site: Callable[..., Site],
) -> None:
    told = Estimate(65, 1.0, 1.0, 1.0)
    published = replace(
        make_site(SHARES).published,
        deliveries=(_delivery("GM0141", "geaccepteerd"), _delivery("GM0147", "geweigerd")),
        stages={"2025KW04": "voorlopig"},
        estimates={("uitgaven", "euro", "JZ14", "2025KW04", TOTAL): told},
    )
    table = quarters_table(Site(published), Lang.NL)
    assert [cell.text for cell in table.rows[0]] == [
        f"4e{NBSP}kwartaal{NBSP}2025", "voorlopig", "1 van 3", "Borne en Dinkelland", f"65{NBSP}%",
    ]  # fmt: skip
    assert table.rows[1][1].text == "definitief"
    shown = {name: cells[0] for name, cells in receipts(Site(published), Lang.NL).rows}
    assert (shown["Almelo"].look, shown["Borne"].words, shown["Dinkelland"].words) == (
        "full",
        "geweigerd",
        "niet ontvangen",
    )


def test_changes_are_counted_by_kind_and_revisions_of_totals_are_named(make_site: Callable[..., Site]) -> None:
    changes = (
        _change("value"),
        _change("value", area="GM0147", old="100", new="180"),
        _change("value", geslacht="m"),
        _change("hidden", old="12", new=""),
    )
    found = notes(Site(replace(make_site(SHARES).published, changes=changes)), Lang.NL)
    assert found.totals == (("3", "cijfers kregen een ander getal"), ("1", "cijfer wordt nu afgeschermd"))
    assert found.by_indicator is not None
    assert [cell.text for cell in found.by_indicator.rows[0]] == ["Jeugdigen met jeugdhulp", "3", "1"]
    assert found.by_indicator.header == ("cijfer", "ander getal", "nu afgeschermd")
    assert found.revised is not None
    title = found.by_indicator.rows[0][0].text
    assert [[cell.text for cell in row] for row in found.revised.rows] == [
        [f"{title}: Borne, 2025", "100", "180"],
        [f"{title}: Almelo, 2025", "100", "110"],
    ]
    assert found.deliveries == ("0141-a", "0141-b")


def test_one_figure_does_not_fill_the_largest_revisions_and_what_its_title_does_not_count_is_named(
    make_site: Callable[..., Site],
) -> None:
    counts = [_change("value", area=area, new=new) for area, new in (("GM0141", "130"), ("GM0147", "140"))]
    late = [_change("value", area=area, new="150") | {"period": f"{year}JJ00"} for area, year in _PLACES]
    site = Site(replace(make_site(SHARES).published, changes=(*counts, *late)))
    table = notes(site, Lang.NL).revised
    assert table is not None
    assert [row[0].text.split(", ")[-1] for row in table.rows] == ["2023", "2024", "2025"]
    definition = site.published.definitions["jeugdhulp"]
    days = replace(definition.series[0], unit=Unit.DAYS)
    known = site.published.definitions | {"jeugdhulp": replace(definition, series=(days, *definition.series))}
    named = notes(Site(replace(site.published, definitions=known)), Lang.NL).revised
    assert named is not None
    assert named.rows[0][0].text.startswith("Jeugdigen met jeugdhulp (personen): ")


def test_many_changes_are_written_as_people_write_numbers(make_site: Callable[..., Site]) -> None:
    changes = (*(_change("final") for _ in range(1200)), _change("shown"))
    site = Site(replace(make_site(SHARES).published, changes=changes))
    said = ("1", "cijfer is nu wel te zien"), ("1.200", "cijfers zijn niet meer voorlopig")
    assert notes(site, Lang.NL).totals == said
    english = notes(site, Lang.EN)
    assert english.totals == (("1", "figure can be seen now"), ("1,200", "figures are no longer provisional"))
    assert english.by_indicator is not None
    assert [cell.text for cell in english.by_indicator.rows[0]][1:] == ["1", "1,200"]
    assert english.by_indicator.header == ("figure", "shown now", "no longer provisional")


def test_a_kind_of_change_that_another_figure_has_is_a_dash(make_site: Callable[..., Site]) -> None:
    changes = (_change("value"), _change("value"), _change("hidden") | {"indicator": "uitgaven"})
    table = notes(Site(replace(make_site(SHARES).published, changes=changes)), Lang.NL).by_indicator
    assert table is not None
    assert [[cell.text for cell in row][1:] for row in table.rows] == [["2", DASH], [DASH, "1"]]


def test_a_first_release_has_no_changes(make_site: Callable[..., Site]) -> None:
    found = notes(make_site(SHARES), Lang.EN)
    assert (found.totals, found.by_indicator, found.revised, found.deliveries) == ((), None, None, ())


def test_definitions_that_changed_are_told_with_a_way_to_their_page(make_site: Callable[..., Site]) -> None:
    changed = (
        DefinitionChange("jeugdhulp", "version", Text("Jeugdigen met jeugdhulp", "Young people with youth help")),
        DefinitionChange("weg_b", "gone", Text("B", "B")),
        DefinitionChange("weg_a", "gone", Text("A", "A")),
    )
    to = Addresses(Lang.EN)
    version, gone = definition_notes(Site(replace(make_site(SHARES).published, definition_changes=changed)), to)
    assert version.words == "This figure has another definition than in the last release:"
    assert version.indicators == (("Young people with youth help", to.indicator("jeugdhulp")),)
    assert gone.words == "These figures are no longer in the release:"
    assert gone.indicators == (("A", ""), ("B", ""))


def test_a_release_of_before_definitions_were_compared_tells_none(tmp_path: Path) -> None:
    assert read_definition_changes(tmp_path) == ()


def test_only_estimates_of_totals_are_read_and_those_that_add_nothing_say_so() -> None:
    row = {
        "indicator": "uitgaven",
        "unit": "euro",
        "area": "GM0141",
        "period": "2025KW04",
        **dict.fromkeys(DIMENSIONS, TOTAL),
    }
    numbers = {"basis": "geschat", "completeness": 65, "value": 300.0, "estimate": 450.0, "low": 400.0, "high": 500.0}
    rows = [
        row | numbers,
        row | numbers | {"period": "2025KW01", "estimate": 300.0},
        row | numbers | {"area": "GM0147", "basis": "niet_getoond"},
        row | numbers | {"area": "GM0150", "hulpvorm": "11"},
    ]
    found = estimates(pa.Table.from_pylist(rows))
    assert {(key[2], key[3]): told.open for key, told in found.items()} == {
        ("GM0141", "2025KW04"): True,
        ("GM0141", "2025KW01"): False,
    }


def test_a_quarter_that_nobody_delivered_is_told_in_a_word(
    make_site: Callable[..., Site],
) -> None:
    table = quarters_table(make_site(SHARES), Lang.NL)
    cells = [cell.text for cell in table.rows[0]]
    assert cells[2:4] == ["0 van 3", "alle 3"]
