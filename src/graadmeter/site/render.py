"""Turns pages into HTML: Jinja2 with escaping on, the words of the interface, links relative to the page."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses, download, relative
from graadmeter.site.assets import integrity
from graadmeter.site.cells_html import heat_cell, other_cell, table_rows, words_cell
from graadmeter.site.contents import parted
from graadmeter.site.feeds import feed_path
from graadmeter.site.heads import head, locale
from graadmeter.site.marks import mark_of
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_label, period_phrase
from graadmeter.site.settings import Settings
from graadmeter.site.sharing import shared
from graadmeter.site.stand_ins import edition_day
from graadmeter.site.wording import word

__all__ = ["environment", "html", "word"]


def environment() -> Environment:
    """The template environment; an unknown name in a template is an error."""
    made = Environment(
        loader=PackageLoader("graadmeter.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["svg"] = _svg
    made.globals["download"] = download
    made.globals.update(table_rows=table_rows, heat_cell=heat_cell, other_cell=other_cell, words_cell=words_cell)
    made.globals.update(policy=_policy, parted=parted, shared=shared, feed_path=feed_path, locale=locale)
    return made


def html(templates: Environment, site: Site, page: Page, *, base: str) -> str:
    """The page as HTML. `base` is the path the site is served under; only the 404 page needs it."""
    absolute = page.template == "missing.html"
    link = partial(_from_root, base) if absolute else partial(relative, page.path)
    given: Mapping[str, Any] = {
        "page": page,
        "settings": site.settings,
        "head": partial(head, site),
        "integrity_of": partial(_integrity_of, site.settings),
        "release": site.published,
        "mark": mark_of(site.published, page),
        "edition_day": edition_day(site.published, page.lang),
        "lang": page.lang.value,
        "to": Addresses(page.lang),
        "link": link,
        "t": partial(word, page.lang),
        "say": partial(_say, page.lang),
        "period": lambda code: period_label(code, page.lang),
        "phrase": lambda code: period_phrase(code, page.lang),
    }
    return templates.get_template(page.template).render(given, **page.values)


def _policy(page: Page) -> Markup:
    """The content security policy of a page: its own files only, and no script unless it names one."""
    script = "script-src 'self'; " if page.scripts else ""
    return Markup(  # noqa: S704  our own words
        f"default-src 'none'; style-src 'self'; img-src 'self'; {script}base-uri 'none'; form-action 'self'"
    )


def _integrity_of(settings: Settings, path: str) -> Markup:
    """The attribute by which a browser checks that a shared file is whole; browsers cannot do so on disk."""
    if not settings.address or not path.startswith("assets/"):
        return Markup("")
    return Markup(' integrity="{}"').format(integrity(path, settings.theme))


def _say(lang: Lang, text: Text) -> str:
    return text.within(lang)


def _from_root(base: str, target: str) -> str:
    return base + target


def _svg(picture: str) -> Markup:
    """Pictures of our own chart kit are SVG that has been escaped where it was written."""
    return Markup(picture)  # noqa: S704  only `charts` output reaches this filter
