"""The page of youth help shows the same data by the rules of others where the release does, and nothing elsewhere."""

from collections.abc import Callable
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
from tests.support.ruled import REGION, TOWNS, WAYS, YEAR, Group, counted, released

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.catalogue.load_rules import causes, rule_sets
from graadmeter.compare.by_rule import compare_by_rule
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.rule_comparison import RULE_BENCHMARKS
from graadmeter.domain.text import Lang
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.by_rule.run import protect_rules
from graadmeter.site.by_rule import read_by_rule
from graadmeter.site.differences import _refused_by_rule
from graadmeter.site.figures.rule_beside import beside_others
from graadmeter.site.figures.rules import rule_figures
from graadmeter.site.page import Site

GROUPS = [
    *(Group(size, town) for size, town in zip((300, 200, 120), TOWNS, strict=True)),
    *(Group(size, town, minor=False) for size, town in zip((3, 14, 22), TOWNS, strict=True)),
    *(Group(size, town, in_kind=False) for size, town in zip((18, 40, 31), TOWNS, strict=True)),
]
OURS = {"jeugdhulp": indicators()["jeugdhulp"]}
NAMES = {rule.id: rule.title for rule in rule_sets().values()} | {c.value: told.title for c, told in causes().items()}


def protected(told=None):
    return protect_rules(
        counted(GROUPS),
        {YEAR: WAYS},
        released(GROUPS, told),
        REGION,
        indicators=OURS,
        policies=policies(),
        edition="2025KW04-aaaaaaaa",
    ).table


def benchmark(scope="nation", area="", rule="cbs"):
    return {"indicator": "jeugdhulp", "scope": scope, "area": area, "period": f"{YEAR}HJ02", "rule": rule} | {
        "age": "0-22",
        "borders": YEAR,
        "value": 11.7,
        "source": "CBS StatLine 85098NED",
    }


def context(make_site: Callable[..., Site], folder, rules, lang=Lang.NL, *, area=REGION.code, others=()):
    (folder / "open").mkdir(exist_ok=True)
    pq.write_table(rules, folder / "open/rules.parquet")
    beside = compare_by_rule(rules, pa.Table.from_pylist(list(others), schema=schema_of(RULE_BENCHMARKS)))
    pq.write_table(beside, folder / "open/rule_comparison.parquet")
    site = make_site({"JZ14": {"2024": 12.3, "2025": 12.4}})
    published = replace(site.published, rule_names=NAMES, by_rule=read_by_rule(folder), threshold=10)
    chosen = Area(area, 2025, Level.MUNICIPALITY, "Almelo", "JZ14")
    return replace(
        Site(published).context(site.subjects[0], lang, chosen), subject=replace(site.subjects[0], published=published)
    )


def test_a_figure_per_rule_with_every_step_that_is_shown(make_site, tmp_path) -> None:
    budget, cbs = rule_figures(context(make_site, tmp_path, protected()))
    assert (budget.id, cbs.id) == ("telregel-bbv", "telregel-cbs")
    assert cbs.title == "CBS: 50 minder dan Regiomonitor"
    assert "leeftijd +39" in cbs.sentence
    assert "financiering \u221289" in cbs.sentence
    assert "Begroting (BBV) en CBS verschillen 50" in " ".join(cbs.notes)
    english = rule_figures(context(make_site, tmp_path, protected(), Lang.EN))[1]
    assert english.title == "CBS: 50 fewer than Regional monitor"


def test_what_is_hidden_is_told_as_hidden_and_its_steps_together(make_site, tmp_path) -> None:
    figures = {one.id: one for one in rule_figures(context(make_site, tmp_path, protected(), area=TOWNS[0]))}
    cbs = figures["telregel-cbs"]
    assert "samen" in cbs.sentence
    assert "afgeschermd" in {cell.text for row in cbs.table.rows for cell in row}
    assert ">3<" not in cbs.wide
    hidden = protected({(TOWNS[1], f"{YEAR}JJ00"): "suppressed"})
    assert rule_figures(context(make_site, tmp_path, hidden, area=TOWNS[0])) == []


def test_a_year_that_is_carried_names_the_release_it_comes_from(make_site, tmp_path) -> None:
    rows = [{**row, "status": "carried"} if row["value"] is not None else row for row in protected().to_pylist()]
    carried = pa.Table.from_pylist(rows, schema=protected().schema)
    assert "2025KW04-aaaaaaaa" in " ".join(rule_figures(context(make_site, tmp_path, carried))[0].notes)


def test_the_nation_stands_beside_it_when_it_is_counted_alike_and_else_is_refused(make_site, tmp_path) -> None:
    given = [benchmark(), benchmark("size_class", TOWNS[0], rule="")]
    (figure,) = beside_others(context(make_site, tmp_path, protected(), area=TOWNS[0], others=given))
    assert [row[1].text for row in figure.table.rows] == ["6,1\u00a0%", "11,7\u00a0%"]
    assert "Tegen Nederland: duidelijk lager." in figure.notes
    assert "Bron van Nederland: CBS StatLine 85098NED." in figure.notes
    assert "Gemeenten van deze grootte: geweigerd: andere telregel." in figure.notes
    assert beside_others(context(make_site, tmp_path, protected(), others=[benchmark(rule="")])) == []


def test_that_a_national_figure_is_of_another_period_is_told(make_site, tmp_path) -> None:
    late = {**benchmark(), "period": f"{YEAR - 1}HJ02"}
    ((heading, words),) = _refused_by_rule(context(make_site, tmp_path, protected(), others=[late]))
    assert heading == "Waarom staat Nederland er niet naast?"
    assert "ander jaar" in words
    assert _refused_by_rule(context(make_site, tmp_path, protected(), others=[late, benchmark()])) == []
    assert _refused_by_rule(context(make_site, tmp_path, protected())) == []


def test_a_release_of_before_there_were_such_figures_shows_none(tmp_path) -> None:
    assert read_by_rule(tmp_path).ends == ()
