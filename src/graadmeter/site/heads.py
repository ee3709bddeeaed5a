"""What search engines, previews and feed readers are told of a page: in its head, never in sight."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from markupsafe import Markup

from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.formats.offered import Offered
from graadmeter.site.governance import licence_address
from graadmeter.site.marks import mark_of
from graadmeter.site.page import Page, Site
from graadmeter.site.previews.made import card_of
from graadmeter.site.published import Definition
from graadmeter.site.stand_ins import DAY_PUBLISHED
from graadmeter.site.trace import EDITION

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Written so, no text can end the block of data it stands in."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page beside what every page has."""

    canonical: str
    """Its address on the web; '' when the site has none."""
    twin: str
    picture: str
    """The address of its card for previews; '' when the site has none."""
    data: Markup
    """schema.org as JSON-LD; '' for a page that is no data set."""


def head(site: Site, page: Page) -> Head:
    """The head of a page."""
    address = site.settings.address
    canonical, twin = ((f"{address}/{path}" if address else "") for path in (page.path, page.twin))
    found = _dataset(site, page) or _catalogue(site, page)
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE) if found else ""
    picture = f"{address}/{card_of(page)}" if address else ""
    return Head(canonical, twin, picture, Markup(data))  # noqa: S704  every sign that could end the block is written as a code


def _dataset(site: Site, page: Page) -> dict[str, Any]:
    definition, area, csv = (page.values.get(name) for name in ("definition", "area", "csv"))
    if not isinstance(definition, Definition) or not isinstance(area, Area) or not isinstance(csv, str):
        return {}
    lang = page.lang
    licence = licence_address(definition.governance)
    quarters = (site.published.first_quarter, site.published.last_quarter)
    return _owned(site, page) | {
        "@type": "Dataset",
        "name": f"{definition.title.within(lang)}, {area.name}",
        "description": f"{page.description} {definition.counts_what.within(lang)}",
        "identifier": f"{definition.id}/{area.code}",
        "version": mark_of(site.published, page),
        "temporalCoverage": "/".join(code[:4] for code in quarters),
        "spatialCoverage": {"@type": "Place", "name": area.name, "identifier": area.code},
        "variableMeasured": definition.title.within(lang),
        "measurementTechnique": definition.definition.within(lang),
        "isAccessibleForFree": True,
        **({"license": licence} if licence else {}),
        "distribution": list(_distribution(site, page, csv)),
    }


def _made(site: Site) -> dict[str, str]:
    """The day of the edition; its stand-in while a piece is made."""
    if site.published.edition == EDITION:
        return DAY_PUBLISHED
    return {"datePublished": site.published.day.isoformat()} if site.published.day else {}


def _distribution(site: Site, page: Page, csv: str) -> Iterator[dict[str, str]]:
    """The files of a figure: those of its own page first."""
    files = [
        one for one in cast("list[Offered]", page.values.get("offered", [])) if not one.path.endswith("-metadata.json")
    ]
    for media, path in (("text/csv", csv), *((one.media, one.path) for one in files)):
        yield {"@type": "DataDownload", "encodingFormat": media, "contentUrl": _at(site, path)}


def _catalogue(site: Site, page: Page) -> dict[str, Any]:
    if page.template != "home.html":
        return {}
    return _owned(site, page) | {
        "@type": "DataCatalog",
        "name": page.title,
        "description": page.description,
        "version": site.published.edition,
        **_made(site),
    }


def _owned(site: Site, page: Page) -> dict[str, Any]:
    owner = f"Graadmeter {site.published.region.name}"
    return {
        "@context": "https://schema.org",
        "url": _at(site, page.path),
        "inLanguage": page.lang.value,
        "creator": {"@type": "Organization", "name": owner, "url": _at(site, "index.html")},
    }


def _at(site: Site, path: str) -> str:
    return f"{site.settings.address}/{path}"


def locale(lang: Lang) -> str:
    """The language with its country, as previews want it."""
    return {Lang.NL: "nl_NL", Lang.EN: "en_GB"}[lang]
