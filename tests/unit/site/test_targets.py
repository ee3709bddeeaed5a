"""What municipalities want a figure to become stands beside what it is: only of what is shown, and chance is said."""

import csv
from collections.abc import Callable
from dataclasses import replace

import pytest

from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.targets import Bound, Target
from graadmeter.domain.text import Lang, Text
from graadmeter.site.figures.developments import over_time
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import indicators as pages
from graadmeter.site.render import environment, html
from graadmeter.site.targets import TARGETS_FILE, of_area, of_indicator, targets_file

HIDDEN = {"2024": 12.0, "2025": None}
SHARES = {"JZ14": {"2024": 12.0, "2025": 12.4}, "GM0141": {"2024": 14.1, "2025": 14.6}, "GM0147": HIDDEN}
AIM = Target(
    *("jeugdhulp", Unit.PERCENT, "GM0141", Bound.AT_MOST, 8.0),
    *(parse_period("2027JJ00"), "de raad", Text("plan", "scheme")),
)


@pytest.fixture
def aimed(make_site: Callable[..., Site]) -> Callable[..., Site]:
    def make(*targets: Target, provisional: str = "") -> Site:
        return Site(replace(make_site(SHARES, provisional).published, targets=targets))

    return make


def _said(site: Site, code: str, lang: Lang = Lang.NL) -> list[str]:
    area = next(area for area in site.published.municipalities if area.code == code)
    to = languages()[0][0] if lang is Lang.NL else languages()[1][0]
    return [one.sentence for one in of_area(site, area, to)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Almelo wil in 2027 op ten hoogste 8,0 % uitkomen. In 2025 was het 14,6 %: aantoonbaar boven de"),
        ({"bound": Bound.AT_LEAST}, "op ten minste 8,0 % uitkomen"),
        ({"value": 14.5}, "14,6 %: het verschil met de streefwaarde past binnen het toeval."),
        ({"value": 40.0}, "aantoonbaar onder de streefwaarde"),
        (
            {"period": parse_period("2024JJ00")},
            "Almelo wilde in 2024 op ten hoogste 8,0 % uitkomen. In 2024 was het 14,1",
        ),
        ({"period": parse_period("2023KW02")}, "Almelo wilde in het 2e kwartaal van 2023"),
        ({"unit": Unit.DAYS}, "Er is nog geen cijfer om ernaast te zetten."),
    ],
)
def test_a_target_is_told_beside_the_figure(aimed: Callable[..., Site], changes: dict[str, object], words: str) -> None:
    (told,) = _said(aimed(replace(AIM, **changes)), "GM0141")  # type: ignore[arg-type]
    assert words in told.replace("\u00a0", " ")


def test_late_deliveries_keep_a_low_figure_from_being_called_below(aimed: Callable[..., Site]) -> None:
    (told,) = _said(aimed(replace(AIM, value=40.0), provisional="2025"), "GM0141")
    assert "(voorlopig): tot nu toe onder de streefwaarde" in told
    assert "aantoonbaar" not in told


def test_a_hidden_figure_is_never_said_to_lie_anywhere(aimed: Callable[..., Site]) -> None:
    site = aimed(replace(AIM, area="GM0147"))
    (told,) = _said(site, "GM0147")
    assert "wordt niet getoond" in told
    assert not any(word in told for word in ("boven", "onder", "toeval"))
    ((_, content),) = targets_file(site.published)
    (row,) = csv.DictReader(content.decode().splitlines())
    assert (row["figure"], row["figure_lies"], row["figure_status"]) == ("", "", "suppressed")


def test_the_file_holds_each_target_with_the_figure_beside_it(aimed: Callable[..., Site]) -> None:
    assert list(targets_file(aimed().published)) == []
    ((path, content),) = targets_file(aimed(AIM, replace(AIM, area="", value=9.0)).published)
    assert path == TARGETS_FILE
    rows = list(csv.DictReader(content.decode().splitlines()))
    assert [(row["area"], row["target"]) for row in rows] == [
        ("JZ14", "9"), ("GM0141", "8"), ("GM0147", "9"), ("GM1774", "9"),
    ]  # fmt: skip
    assert (rows[1]["figure"], rows[1]["figure_lies"], rows[1]["source_en"]) == ("14.6", "above", "scheme")


def test_the_line_the_column_and_the_note_name_it_and_nothing_else_changes(aimed: Callable[..., Site]) -> None:
    site, without = aimed(AIM), aimed()
    town = site.published.municipalities[0]
    drawn, plain = (over_time(one.context(one.subjects[0], Lang.NL, town)) for one in (site, without))
    assert drawn is not None
    assert plain is not None
    assert "streefwaarde 2027: ten hoogste 8,0\u00a0%" in drawn.table.header
    assert 'class="gm-goal"' in drawn.wide
    assert "streefwaarde 8,0" in drawn.phone
    assert any("Een streefwaarde is een besluit" in note for note in drawn.notes)
    assert (drawn.title, drawn.sentence) == (plain.title, plain.sentence)
    assert "gm-goal" not in plain.wide


def test_pages_tell_it_in_both_languages(aimed: Callable[..., Site]) -> None:
    site = aimed(AIM)
    for to, other in languages():
        found = {page.path: html(environment(), site, page, base="/") for page in pages.pages(site, to, other)}
        region, town, another = (found[to.indicator("jeugdhulp", name)] for name in ("", "Almelo", "Borne"))
        source = "Bron: plan" if to.lang is Lang.NL else "Source: scheme"
        assert source in region
        assert source in town
        assert source not in another
        assert to.indicator("jeugdhulp", "Almelo").rpartition("/")[2] in region
        assert TARGETS_FILE in town
    assert "wants to be at 8.0% or less in 2027" in _said(site, "GM0141", Lang.EN)[0]
    context = site.context(site.subjects[0], Lang.NL)
    assert [one.title for one in of_indicator(site, context, languages()[0][0])] == ["Almelo"]
