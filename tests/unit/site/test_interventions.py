"""The page on interventions tells the naive sum beside the comparison, in both languages, and why there is none."""

import re
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pyarrow.parquet as pq
import pytest
from tests.support.intervened import REGION, TOWNS, Intervened

from graadmeter.charts.figure import Figure
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Lang, Text
from graadmeter.evaluate.run import evaluate
from graadmeter.site.figures.interventions import evaluated
from graadmeter.site.interventions import COURSE, RESULTS, Evaluations, read_evaluations
from graadmeter.site.page import Site
from graadmeter.statistics.verdict import Verdict

NAMES = {"poh_jeugd": Text("praktijkondersteuner jeugd", "practice nurse youth")}


@pytest.fixture
def figures(tmp_path, make_site: Callable[..., Site]) -> Callable[..., list[Figure]]:
    """The figures of a region with interventions, on the page of an indicator."""

    def made(
        region: Intervened, lang: Lang = Lang.NL, indicator: str = "interventies", verdict: str = ""
    ) -> list[Figure]:
        found = evaluate(*region.tables(), REGION)
        (tmp_path / "open").mkdir(exist_ok=True)
        pq.write_table(found.results, tmp_path / RESULTS)
        pq.write_table(found.course, tmp_path / COURSE)
        site = make_site({"JZ14": {"2024": 12.3, "2025": 12.4}})
        read = read_evaluations(tmp_path, NAMES)
        if verdict:
            read = replace(read, results=tuple({**row, "verdict": verdict} for row in read.results))
        told = replace(site.published, evaluations=read, areas=REGION.areas)
        (subject,) = site.subjects
        own = SimpleNamespace(definition=SimpleNamespace(id=indicator), published=told)
        return evaluated(replace(site.context(subject, lang), subject=own))

    return made


def said(figure: Figure) -> str:
    cells = [cell.text for row in figure.table.rows for cell in row]
    return " ".join([figure.title, figure.subtitle, figure.sentence, *figure.notes, *figure.table.header, *cells])


def test_an_effect_that_is_there_is_said_drawn_and_tabled(figures) -> None:
    effect, saving = figures(Intervened(effect=-0.5))
    assert effect.title == "Praktijkondersteuner jeugd: er begon minder jeugdhulp dan anders te verwachten was"
    assert re.search(r"begonnen er \d,\d minder trajecten", effect.sentence)
    assert effect.wide.count("<path") >= 2
    assert "gm-band" in effect.wide
    assert "gm-band" in effect.phone
    assert len(effect.table.rows) == 20
    assert "middel" in said(effect)
    assert "vergeleken met andere gemeenten € " in saving.title.replace("\u00a0", " ")
    assert [row[0].text for row in saving.table.rows][-1] == "bewijskracht"
    assert {row[1].text for row in saving.table.rows} >= {"laag", "630"}


def test_what_changed_nothing_is_not_called_a_saving(figures) -> None:
    for lang, unknown, naive in (
        (Lang.NL, "niet vast te stellen", "naïef"),
        (Lang.EN, "cannot be established", "naive"),
    ):
        effect, saving = figures(Intervened(), lang)
        assert unknown in effect.title
        assert unknown in saving.title
        assert naive in saving.title
        assert not re.search(r"\{\w+\}", said(effect) + said(saving))


def test_an_effect_that_methods_do_not_agree_on_is_no_saving_in_the_heading(figures) -> None:
    _, sure = figures(Intervened(effect=-0.5))
    _, unsure = figures(Intervened(effect=-0.5), verdict=Verdict.UNKNOWN.word.nl)
    assert "vast te stellen" not in sure.title
    assert unsure.title.endswith("een besparing niet vast te stellen")
    assert any("De kans dat" in note for note in sure.notes)
    assert not any("De kans dat" in note for note in unsure.notes)
    assert any("waar niemand op kan rekenen" in note for note in unsure.notes)


@pytest.mark.parametrize("lang", Lang)
def test_what_cannot_be_told_says_why(figures, lang) -> None:
    region = Intervened(begun=dict.fromkeys(TOWNS, parse_period("2022KW01").first_day))
    for year in range(2019, 2024):
        region.put("interventies", "euro_per", REGION.code, parse_period(f"{year}JJ00"), None)
    (saving,) = figures(region, lang)
    why = {Lang.NL: "er is geen effect geschat", Lang.EN: "no effect was estimated"}[lang]
    cost = {Lang.NL: "wat de interventie kost, is niet getoond", Lang.EN: "what the intervention costs is not shown"}
    assert why in saving.sentence
    assert cost[lang] in said(saving)
    assert not saving.wide


def test_municipalities_left_out_are_named_with_the_reason(figures) -> None:
    region = Intervened()
    region.put("verwijzers", "trajecten", TOWNS[0], parse_period("2022KW01"), None, verwijzer="02")
    effect, _ = figures(region)
    name = next(area.name for area in REGION.areas if area.code == TOWNS[0])
    assert f"Niet meegerekend: {name} (een kwartaalcijfer is afgeschermd of ontbreekt)." in effect.notes


def test_other_pages_and_releases_of_before_have_none_of_it(figures, tmp_path) -> None:
    assert figures(Intervened(), indicator="jeugdhulp") == []
    assert read_evaluations(tmp_path / "before", {}) == Evaluations()
    assert Evaluations().kinds == ()


def test_where_nothing_can_be_told_the_table_has_one_row_with_both_reasons(figures) -> None:
    region = Intervened(begun=dict.fromkeys(TOWNS, parse_period("2022KW01").first_day))
    for year in range(2019, 2024):
        region.put("interventies", "aantal", REGION.code, parse_period(f"{year}JJ00"), None)
    (saving,) = figures(region)
    ((_, naive, other),) = saving.table.rows
    assert naive.text == "hoeveel jeugdigen gezien en verwezen zijn, is niet getoond"
    assert other.text == "er is geen effect geschat"
