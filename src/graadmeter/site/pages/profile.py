"""The profile of a municipality: all its figures beside the region, what stands out, and its wijken."""

from dataclasses import dataclass, replace

from graadmeter.charts.datum import Datum
from graadmeter.charts.small import strip
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.comparison import Rug, rug
from graadmeter.site.completeness import completeness_words
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_label
from graadmeter.site.render import word
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import municipality_of, theme_title

_MOST = 6
"""So many figures that stand out are listed."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One indicator of a municipality beside the region."""

    title: str
    target: str
    unit: str
    own: str
    region: str
    shown: bool
    provisional: bool
    comparable: bool
    share: bool
    way: int | None
    picture: str
    distance: float
    """How far from the region, relative to it; only to order what stands out."""


@dataclass(frozen=True, slots=True)
class ProfileTheme:
    """The rows of one theme."""

    id: str
    title: str
    rows: tuple[ProfileRow, ...]

    @property
    def all_provisional(self) -> bool:
        """Whether every figure shown is provisional, so that it needs to be said once only."""
        return all(row.provisional for row in self.rows if row.shown)


def profile(site: Site, area: Area, to: Addresses, other: Addresses) -> Page:
    """The page of one municipality."""
    themes = _themes(site, area, to)
    rows = [row for theme in themes for row in theme.rows if row.comparable]
    standing_out = sorted((row for row in rows if row.way), key=lambda row: -row.distance)
    opening = _opening(site, area, rows, to.lang)
    values = {
        "trail": [(word(to.lang, "nav_municipalities"), to.listing("municipalities")), (area.name, "")],
        "area": area,
        "lead": opening,
        "chips": _chips(site, area, to.lang),
        "remarkable": standing_out[:_MOST],
        "themes": themes,
        "wijken": _wijken(site, area, to.lang),
        "year": year_label(site, to.lang),
        "onward": _onward(site, area, to),
    }
    paths = (to.municipality(area.name), other.municipality(area.name))
    return Page(*paths, "municipality.html", to.lang, area.name, opening, "municipalities", values)


def year_label(site: Site, lang: Lang) -> str:
    """The last period that any indicator has figures for, '' when none has."""
    latest = max((subject.latest for subject in site.subjects), default="")
    return period_label(latest, lang) if latest else ""


def _chips(site: Site, area: Area, lang: Lang) -> list[tuple[str, str]]:
    subject = next(iter(site.subjects), None)
    if subject is None:
        return []
    label = period_label(subject.latest, lang)
    if not subject.datum(subject.main, site.published.region, subject.latest).provisional:
        return [(label, "")]
    share = completeness_words(site.published, subject.latest, area, lang)
    return [(f"{label}, {word(lang, 'provisional')} · {share}", "provisional")]


def _themes(site: Site, area: Area, to: Addresses) -> list[ProfileTheme]:
    found: dict[str, list[ProfileRow]] = {}
    for subject in site.subjects:
        found.setdefault(subject.definition.theme, []).append(_row(site, subject, area, to))
    return [ProfileTheme(name, theme_title(name).within(to.lang), tuple(rows)) for name, rows in found.items()]


def _row(site: Site, subject: Subject, area: Area, to: Addresses) -> ProfileRow:
    context = site.context(subject, to.lang, area)
    own = subject.datum(subject.main, area, subject.latest)
    region = subject.datum(subject.main, site.published.region, subject.latest)
    parts = (context.fixed_words(subject.main), context.unit_words(subject.main), period_label(subject.latest, to.lang))
    return ProfileRow(
        title=context.title,
        target=to.indicator(subject.definition.id, area.name),
        unit=", ".join(part for part in parts if part),
        own=own.text(to.lang),
        region=region.text(to.lang),
        shown=own.shown,
        provisional=own.provisional,
        comparable=subject.comparable,
        share=subject.main.unit.is_share,
        way=own.against(region) if subject.comparable else None,
        picture=_strip(site, subject, own, region, area.name) if subject.comparable else "",
        distance=_distance(own, region),
    )


def _strip(site: Site, subject: Subject, own: Datum, region: Datum, name: str) -> str:
    others = [subject.datum(subject.main, place, subject.latest) for place in site.published.municipalities]
    return strip(name, own, region, others, f"strip-{subject.definition.id}")


def _distance(own: Datum, region: Datum) -> float:
    if not own.shown or not region.shown or region.figure == 0:
        return 0.0
    return abs(own.figure / region.figure - 1)


def _opening(site: Site, area: Area, rows: list[ProfileRow], lang: Lang) -> str:
    high = sum(row.way == 1 for row in rows)
    low = sum(row.way == -1 for row in rows)
    words = {"area": area.name, "region": site.published.region.name, "total": len(rows)}
    if high + low == 0:
        return word(lang, "profile_lead_none", **words)
    counts = (("times_higher", high), ("times_lower", low))
    ways = ", ".join(word(lang, name, n=count) for name, count in counts if count)
    rest = f" {word(lang, 'profile_rest')}" if high + low < len(rows) else ""
    return word(lang, "profile_lead", **words, n=high + low, ways=ways) + rest


def _wijken(site: Site, area: Area, lang: Lang) -> Rug:
    subjects = [subject for subject in site.subjects if subject.comparable and Level.WIJK in subject.definition.levels]
    wijken = [(wijk, "") for wijk in site.published.wijken(area.code)]
    reference = replace(area, name=municipality_of(area.name, lang))
    return rug(subjects, reference, wijken, lang) if subjects and wijken else Rug((), ())


def _onward(site: Site, area: Area, to: Addresses) -> list[tuple[str, str]]:
    ids = {subject.definition.id for subject in site.subjects}
    found = [(word(to.lang, "providers_of", area=area.name), to.providers(area.name))]
    return found if "grootste_aanbieders" in ids else []
