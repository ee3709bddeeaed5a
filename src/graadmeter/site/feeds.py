"""Feeds (RSS 2.0) of releases and of what changed per municipality, the site map, and what robots may read.

The date of an item is the day on which the release was made, as its manifest tells; earlier releases have
none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.sax.saxutils import escape

from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses, slug
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_phrase
from graadmeter.site.wording import word

_NOT_MAPPED = ("404.html", "en/404.html")
_FRAMES = ("insluiten/", "en/embed/")

Item = tuple[str, str, str, str]
"""Title, link from the root, what it says, and what makes it different from all others."""


def feed_path(lang: Lang, area: str = "") -> str:
    """The feed of releases, or of the municipality with this name."""
    folder = "en/feeds" if lang is Lang.EN else "feeds"
    return f"{folder}/{slug(area) if area else 'releases'}.xml"


def feeds(site: Site, lang: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every feed in a language; none for a site that has no address."""
    if not site.settings.address:
        return
    own = Lang(lang)
    to, published = Addresses(own), site.published
    edition, period = published.edition, period_phrase(published.last_quarter, own)
    title = word(own, "feed_release", edition=edition, period=period)
    changes = _changes(site)
    changed = sum(changes.values(), Counter[str]())
    release = (title, to.page("about-data"), _summary(site, changed, own), edition)
    yield feed_path(own), _feed(site, own, word(own, "feed_releases", region=published.region.name), [release])
    for area in published.municipalities:
        items = list(_items(site, area, own, changes))
        yield feed_path(own, area.name), _feed(site, own, word(own, "feed_of", area=area.name), items)


def _items(site: Site, area: Area, lang: Lang, changes: Mapping[str, Counter[str]]) -> Iterator[Item]:
    """One item per indicator that changed; one that says so when none did."""
    to, edition = Addresses(lang), site.published.edition
    codes = (area.code, *(wijk.code for wijk in site.published.wijken(area.code)))
    changed = sum((changes.get(code, Counter()) for code in codes), Counter[str]())
    for name, count in sorted(changed.items()):
        title = site.published.definitions[name].title.within(lang)
        words = word(lang, "feed_changed", title=title, n=count)
        yield title, to.indicator(name, area.name), words, f"{edition}/{area.code}/{name}"
    if not changed:
        title = word(lang, "feed_release", edition=edition, period=period_phrase(site.published.last_quarter, lang))
        yield title, to.municipality(area.name), _summary(site, changed, lang), f"{edition}/{area.code}"


def _changes(site: Site) -> dict[str, Counter[str]]:
    """By area code how many figures of each indicator changed."""
    shown = {subject.definition.id for subject in site.subjects}
    areas = {area.code for area in (site.published.region, *site.published.areas)}
    found: dict[str, Counter[str]] = {}
    for row in site.published.changes:
        if row["area"] in areas and row["indicator"] in shown:
            found.setdefault(row["area"], Counter())[row["indicator"]] += 1
    return found


def _summary(site: Site, changed: Counter[str], lang: Lang) -> str:
    if not site.published.previous:
        return word(lang, "feed_first")
    if not changed:
        return word(lang, "feed_nothing")
    titles = {name: site.published.definitions[name].title.within(lang) for name in changed}
    return " ".join(word(lang, "feed_changed", title=titles[name], n=changed[name]) for name in sorted(changed))


def _feed(site: Site, lang: Lang, title: str, items: Iterable[Item]) -> bytes:
    root = site.settings.address
    home = Addresses(lang).page("home")
    when = _date(site.published.day)
    written = "".join(
        f"<item><title>{escape(name)}</title><link>{escape(f'{root}/{target}')}</link>"
        f'<description>{escape(words)}</description><guid isPermaLink="false">{escape(mark)}</guid>{when}</item>\n'
        for name, target, words, mark in items
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>\n'
        f"<title>{escape(title)}</title><link>{escape(f'{root}/{home}')}</link><language>{lang.value}</language>"
        f"<description>{escape(title)}</description>\n{written}</channel></rss>\n"
    ).encode()


def _date(day: date | None) -> str:
    """The day as feeds give it (RFC 822), noon so that it is the same day everywhere in Europe; '' when not told."""
    return f"<pubDate>{format_datetime(datetime.combine(day, time(12), UTC))}</pubDate>" if day else ""


def site_map(address: str, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of robots.txt, and of sitemap.xml when the site has an address."""
    if not address:
        yield "robots.txt", b"User-agent: *\nAllow: /\n"
        return
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n".encode()
    wanted = sorted(path for path in pages if path not in _NOT_MAPPED and not path.startswith(_FRAMES))
    lines = "".join(f"<url><loc>{escape(f'{address}/{path}')}</loc></url>\n" for path in wanted)
    body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    yield "sitemap.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{body}'.encode()
