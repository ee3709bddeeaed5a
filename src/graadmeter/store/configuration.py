"""`graadmeter.toml`: the region a workspace holds. Read strictly: a misspelt key is an error, not a default."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import UnknownNameError, WorkspaceError
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.region import PeerGroup, Region
from graadmeter.domain.retention import LOGS
from graadmeter.domain.text import Text

_REGION = {"name": str, "code": str, "vintage": int, "first_quarter": str, "last_quarter": str, "fictitious": bool}
_OPTIONAL = {
    "boundaries": str,
    "standaarden": str,
    "indicatoren": list,
    "niveaus": list,
    "alleen_buitenstaanders": list,
}
_GEMEENTE = {"code": str, "name": str, "tile": list}
_KEPT = LOGS
_PARTS = {"vergelijkgroepen": list, "bewaren": dict, "site": dict}
_SITE = ("adres", "thema")
_PEERS = {"naam": str, "gemeenten": list}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the file says. Areas are the region and its municipalities; quarters are indexes."""

    name: str
    code: str
    vintage: int
    first_quarter: int
    last_quarter: int
    fictitious: bool
    boundaries: str
    """File name of a GeoJSON whose features carry `statcode`; empty for a tile map."""
    areas: tuple[Area, ...]
    peer_groups: tuple[PeerGroup, ...] = ()
    """Municipalities that are compared with each other, `vergelijkgroepen` in the file."""
    schemas: str = ""
    """Folder with the official schemas (XSD) of iStandaarden, `standaarden` in the file; empty for none."""
    indicators: tuple[str, ...] = ()
    """Ids of the indicators that the region publishes, `indicatoren` in the file; empty for all."""
    levels: tuple[str, ...] = ()
    """Ids of the levels of access that parts are made for, `niveaus` in the file; empty for none."""
    outsiders_only: tuple[int, ...] = ()
    """Years that need to hold against outsiders only, though parts are made: `alleen_buitenstaanders` in the file."""
    log_months: Mapping[str, int] = field(default_factory=dict)
    """Months that log files are kept, by their folder: `[bewaren]` in the file."""
    address: str = ""
    """Where the site will stand on the web: `adres` under `[site]` in the file; empty when that is not known."""
    theme: str = ""
    """File name of CSS with design tokens: `thema` under `[site]` in the file; empty for ours."""


def read_configuration(path: Path) -> Configuration:
    """The configuration in the file; raises WorkspaceError or UsageError saying which key is wrong."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WorkspaceError(
            Text(
                f"{path.parent} is geen werkmap: {path.name} ontbreekt. Maak er een met 'graadmeter init'.",
                f"{path.parent} is not a workspace: {path.name} is missing. Make one with 'graadmeter init'.",
            )
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, f"({error})") from error
    _expect(path, content, {"region": dict, "gemeenten": list}, _PARTS)
    region = content["region"]
    _expect(path, region, _REGION, _OPTIONAL)
    first, last = (parse_period(region[key]).first for key in ("first_quarter", "last_quarter"))
    if first > last:
        raise _wrong(path, "first_quarter > last_quarter")
    code, vintage = region["code"], region["vintage"]
    areas = (
        Area(code, vintage, Level.REGION, region["name"]),
        *(_gemeente(path, item, code, vintage) for item in content["gemeenten"]),
    )
    return Configuration(
        name=region["name"],
        code=code,
        vintage=vintage,
        first_quarter=first,
        last_quarter=last,
        fictitious=region["fictitious"],
        boundaries=region.get("boundaries", ""),
        areas=areas,
        peer_groups=tuple(_peers(path, item, areas) for item in content.get("vergelijkgroepen", ())),
        schemas=region.get("standaarden", ""),
        indicators=tuple(map(str, region.get("indicatoren", ()))),
        levels=tuple(map(str, region.get("niveaus", ()))),
        outsiders_only=_years(path, region.get("alleen_buitenstaanders", [])),
        log_months=_kept(path, content.get("bewaren", {})),
        **_site(path, content.get("site", {})),
    )


def configuration_text(region: Region, boundaries: str = "") -> str:
    """The file that `read_configuration` reads back as this region."""
    lines = [
        "# Een werkmap van Graadmeter: zie docs/workspace.md.",
        "[region]",
        f"name = {json.dumps(region.name, ensure_ascii=False)}",
        f"code = {json.dumps(region.code)}",
        f"vintage = {region.vintage}",
        f"first_quarter = {json.dumps(quarter(region.first_quarter).code)}",
        f"last_quarter = {json.dumps(quarter(region.last_quarter).code)}",
        f"fictitious = {json.dumps(region.fictitious)}",
        *([f"boundaries = {json.dumps(boundaries)}"] if boundaries else []),
    ]
    for area in region.of_level(Level.MUNICIPALITY):
        lines += [
            "",
            "[[gemeenten]]",
            f"code = {json.dumps(area.code)}",
            f"name = {json.dumps(area.name, ensure_ascii=False)}",
            f"tile = [{area.tile[0]}, {area.tile[1]}]",
        ]
    for group in region.peer_groups:
        lines += [
            "",
            "[[vergelijkgroepen]]",
            f"naam = {json.dumps(group.name, ensure_ascii=False)}",
            f"gemeenten = {json.dumps(list(group.municipalities))}",
        ]
    return "\n".join(lines) + "\n"


def _gemeente(path: Path, item: Any, region: str, vintage: int) -> Area:
    _expect(path, item, _GEMEENTE)
    if not re.fullmatch(r"GM\d{4}", item["code"]):
        raise _wrong(path, f"code = '{item['code']}' (GM0000)")
    match item["tile"]:
        case [int(column), int(row)]:
            return Area(item["code"], vintage, Level.MUNICIPALITY, item["name"], region, (column, row))
    raise _wrong(path, f"{item['code']}: tile = [kolom, rij]")


def _years(path: Path, years: list[Any]) -> tuple[int, ...]:
    if not all(isinstance(year, int) for year in years):
        raise _wrong(path, f"alleen_buitenstaanders = {years!r} (jaren, zoals [2025])")
    return tuple(years)


def _kept(path: Path, terms: Any) -> Mapping[str, int]:
    _expect(path, {"bewaren": terms}, {"bewaren": dict})
    _refuse_unknown(terms, _KEPT)
    for folder, months in terms.items():
        if not isinstance(months, int) or months < 1:
            raise _wrong(path, f"bewaren.{folder} = {months!r} (maanden, 1 of meer)")
    return dict(terms)


def _site(path: Path, chosen: Any) -> dict[str, str]:
    _expect(path, {"site": chosen}, {"site": dict})
    _refuse_unknown(chosen, _SITE)
    address, theme = (chosen.get(name, "") for name in _SITE)
    if not isinstance(theme, str):
        raise _wrong(path, f"site.thema = {theme!r}")
    if not isinstance(address, str) or not re.fullmatch(r"|https?://[a-z0-9.:-]+(/[A-Za-z0-9._~-]+)*/?", address):
        raise _wrong(path, f"site.adres = {address!r} (https://...)")
    return {"address": address, "theme": theme}


def _peers(path: Path, item: Any, areas: Iterable[Area]) -> PeerGroup:
    _expect(path, item, _PEERS)
    known = [area.code for area in areas if area.level is Level.MUNICIPALITY]
    for code in item["gemeenten"]:
        if code not in known:
            raise UnknownNameError(Text("gemeente", "municipality"), str(code), known)
    return PeerGroup(item["naam"], tuple(item["gemeenten"]))


def _expect(path: Path, content: Any, needed: Mapping[str, type], optional: Mapping[str, type] | None = None) -> None:
    known = {**needed, **(optional or {})}
    _refuse_unknown(content, known)
    for key, kind in needed.items():
        if not isinstance(content.get(key), kind):
            raise _wrong(path, f"'{key}' ({kind.__name__})")


def _refuse_unknown(content: Mapping[str, Any], known: Iterable[str]) -> None:
    names = list(known)
    for key in content:
        if key not in names:
            raise UnknownNameError(Text("instelling", "setting"), key, names)


def _wrong(path: Path, what: str) -> WorkspaceError:
    return WorkspaceError(
        Text(
            f"{path.name} klopt niet: {what}. Zie docs/workspace.md voor een voorbeeld.",
            f"{path.name} is not right: {what}. See docs/workspace.md for an example.",
        )
    )
