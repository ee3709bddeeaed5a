"""The profile of a municipality: what stands out and how sure that is, all its figures beside others, its wijken."""

from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.charts.spine import MUNICIPALITIES
from graadmeter.charts.standing_marks import judged_words, sign, step, tone
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator, Direction, Judgement
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_figures import AreaFigures, Company
from graadmeter.site.area_rows import AreaRow, area_rows, standing_out
from graadmeter.site.area_words import AreaWords
from graadmeter.site.completeness import completeness_words
from graadmeter.site.day_words import day_label
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_label
from graadmeter.site.render import word
from graadmeter.site.ui_words import municipality_of
from graadmeter.site.wijk_places import wijk_table

_MOST = 8
"""So many figures that stand out are listed."""
_COMPARED = 3
"""So many figures are taken along to the compare page."""
_BY_CHANCE = 0.05
"""The share of tests that stands out at 95 % when nothing is the matter."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A figure that stands out: its mark, words, and the figures themselves."""

    title: str
    target: str
    tone: str
    mark: str
    words: str
    own: str
    benchmark: str
    period: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class Certainty:
    """Remarks that are equally sure, and how sure that is."""

    title: str
    how: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """An explanation of the municipality: its words, who says so when, and about which figure, if one."""

    text: str
    by: str
    title: str
    target: str


def profile(site: Site, area: Area, to: Addresses, other: Addresses) -> Page:
    """The page of one municipality."""
    region, words = site.published.region, AreaWords(to.lang)
    rows = area_rows(site, area, region, Comparator.REGION, to.lang)
    opening = lead(rows, area.name, region.name, words)
    company = Company(site.published.municipalities, MUNICIPALITIES, region.name, region.name)
    shown = AreaFigures(tuple(rows), company, to, area.name)
    values = {
        "trail": [(word(to.lang, "nav_municipalities"), to.listing("municipalities")), (area.name, "")],
        "w": words,
        "area": area,
        "benchmark": region.name,
        "lead": opening,
        "chips": chips(site, area, to.lang),
        "certainties": certainties(rows, to, area.name, words),
        "honest": honest(rows, area.name, region.name, words),
        "moved": moved(rows, to, area.name),
        "voices": _voices(site, area, to),
        "figure": shown.figure,
        "heat": shown.heat,
        "hidden": shown.hidden,
        "wijken": wijk_table(site, area, to, municipality_of(area.name, to.lang)),
        "onward": _onward(site, rows, area, to),
    }
    paths = (to.municipality(area.name), other.municipality(area.name))
    return Page(*paths, "municipality.html", to.lang, area.name, opening, "municipalities", values)


def chips(site: Site, area: Area, lang: Lang) -> list[tuple[str, str]]:
    """The period of the figures, and how complete the deliveries behind a provisional one are."""
    subject = next(iter(site.subjects), None)
    if subject is None:
        return []
    label = period_label(subject.latest, lang)
    if not subject.datum(subject.main, site.published.region, subject.latest).provisional:
        return [(label, "")]
    share = completeness_words(site.published, subject.latest, area, lang)
    return [(f"{label}, {word(lang, 'provisional')} · {share}", "provisional")]


def lead(rows: Sequence[AreaRow], area: str, name: str, words: AreaWords) -> str:
    """In how many of the tested figures the area differs, and which way."""
    tested = [row for row in rows if row.standing]
    high = sum(step(row.standing) > 0 for row in tested)
    low = sum(step(row.standing) < 0 for row in tested)
    named = {"area": area, "name": name, "total": len(tested)}
    if not tested:
        return words.of("lead_untested", **named)
    if high + low == 0:
        return words.of("lead_none", **named)
    counts = (("times_higher", high), ("times_lower", low))
    ways = ", ".join(words.of(way, n=count) for way, count in counts if count)
    rest = f" {words.of('lead_rest')}" if high + low < len(tested) else ""
    return words.of("lead", **named, n=high + low, ways=ways) + rest


def certainties(rows: Sequence[AreaRow], to: Addresses, town: str, words: AreaWords) -> list[Certainty]:
    """What stands out, the surest first; at most `_MOST` in all."""
    listed = standing_out(rows)[:_MOST]
    found = []
    for name, least in (("sure", 2), ("likely", 1)):
        remarks = tuple(_remark(row, to, town) for row in listed if abs(step(row.standing)) == least)
        if remarks:
            found.append(Certainty(words.of(name), words.of(f"{name}_how"), remarks))
    return found


def honest(rows: Sequence[AreaRow], area: str, name: str, words: AreaWords) -> list[str]:
    """What must be said with it: how many were tested, and how many of those chance alone would make stand out."""
    tested, out = sum(row.standing is not None for row in rows), len(standing_out(rows))
    named = {"area": area, "name": name, "total": tested}
    if not tested:
        return [words.of("nothing_tested")]
    if not out:
        return [words.of("nothing", **named)]
    more = [words.of("more_below", n=out - _MOST)] if out > _MOST else []
    by_chance = int(tested * _BY_CHANCE + 0.5)
    return [*more, words.of("many_tests" if by_chance else "few_tests", **named, n=by_chance)]


def moved(rows: Sequence[AreaRow], to: Addresses, town: str) -> list[Remark]:
    """The figures that demonstrably changed in five years."""
    return [
        Remark(
            title=row.title,
            target=to.indicator(row.subject.definition.id, town),
            tone="differs" if said.judgement in {None, Judgement.NONE} else str(said.judgement),
            mark=row.trend().sign,
            words=row.trend().text,
            own=row.own.text(to.lang),
            benchmark="",
            period=period_label(row.subject.latest, to.lang),
            provisional=row.own.provisional,
        )
        for row in rows
        if (said := row.said) is not None and said.trend in {Direction.RISING, Direction.FALLING}
    ]


def _remark(row: AreaRow, to: Addresses, town: str) -> Remark:
    return Remark(
        title=row.title,
        target=to.indicator(row.subject.definition.id, town),
        tone=tone(row.standing, row.polarity),
        mark=sign(row.standing),
        words=judged_words(row.standing, row.polarity, to.lang),
        own=row.own.text(to.lang),
        benchmark=row.reference.text(to.lang),
        period=period_label(row.subject.latest, to.lang),
        provisional=row.own.provisional,
    )


def _voices(site: Site, area: Area, to: Addresses) -> list[Voice]:
    """What the municipality says of its figures, the newest first; of a figure that is not shown here in general."""
    titles = {subject.definition.id: subject.definition.title.within(to.lang) for subject in site.subjects}
    return [
        Voice(
            text=one.text.within(to.lang),
            by=f"{one.signed}, {day_label(one.day, to.lang)}",
            title=titles.get(one.indicator, ""),
            target=to.indicator(one.indicator, area.name) if one.indicator in titles else "",
        )
        for one in site.published.explanations
        if one.area == area.code
    ]


def _onward(site: Site, rows: Sequence[AreaRow], area: Area, to: Addresses) -> list[tuple[str, str]]:
    """Where to go from here: its providers, and its most telling figures on the compare page."""
    ids = {subject.definition.id for subject in site.subjects}
    found = [(word(to.lang, "providers_of", area=area.name), to.providers(area.name))]
    telling = (standing_out(rows) or [row for row in rows if row.subject.comparable])[:_COMPARED]
    figures = ",".join(row.subject.definition.id for row in telling)
    compare = f"{to.page('compare')}?cijfer={figures}&gebied={area.code}&met={site.published.region.code}"
    compared = [(AreaWords(to.lang).of("compare_yourself", area=area.name), compare)] if figures else []
    return [*(found if "grootste_aanbieders" in ids else []), *compared]
