"""Loads the levels of access: one YAML file per level in `levels/`."""

from datetime import date
from functools import cache
from typing import Any

from graadmeter.catalogue.refusals import check_keys, refuse
from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.levels import AccessLevel, Audience, PeerRule
from graadmeter.domain.text import Text

_REQUIRED = ("id", "version", "title", "reason", "audience", "ground", "source", "valid_from", "valid_until")
_OPTIONAL = ("indicators", "peers")


@cache
def levels() -> dict[str, AccessLevel]:
    """Every level by its id; raises CatalogueError when a file is incomplete or makes no sense."""
    loaded = [_named(file.name, read_yaml(file)) for file in unit_files("levels", ".yaml")]
    return {level.id: level for level in loaded}


def _named(name: str, content: dict[str, Any]) -> AccessLevel:
    check_keys(name, content, _REQUIRED, _OPTIONAL)
    try:
        level = level_of(content)
    except (KeyError, TypeError, ValueError) as error:
        raise refuse(name, Text(f"dit niveau klopt niet ({error}).", f"this level is not valid ({error}).")) from error
    if level.id != name.removesuffix(".yaml"):
        raise refuse(name, Text(f"van binnen heet dit '{level.id}'.", f"inside it is called '{level.id}'."))
    return level


def level_of(content: dict[str, Any]) -> AccessLevel:
    """The level that a mapping describes; raises KeyError, TypeError or ValueError when it does not."""
    until = content["valid_until"]
    level = AccessLevel(
        id=content["id"],
        version=content["version"],
        title=text_of(content["title"]),
        reason=text_of(content["reason"]),
        audience=Audience(content["audience"]),
        ground=content["ground"].strip(),
        source=content["source"].strip(),
        valid_from=_day(content["valid_from"]),
        valid_until=None if until is None else _day(until),
        indicators=tuple(content.get("indicators", ())),
        peers=PeerRule(**content["peers"]) if "peers" in content else None,
    )
    if (level.peers is not None) != (level.audience is Audience.PROVIDER):
        raise ValueError("peers belongs to aanbieder, and to nobody else")
    if level.peers is not None:
        _check(level.peers)
    return level


def _check(peers: PeerRule) -> None:
    """Quartiles that rest on all peers at once, or on one, would be no quartiles or somebody's own figure."""
    if not 1 < peers.together < peers.least:
        raise ValueError("peers: together must be at least 2 and less than least")
    if min(peers.persons, peers.spread_percent) < 1 or not 1 <= peers.same_percent < 100:  # noqa: PLR2004 - per cent
        raise ValueError("peers: persons and spread_percent must be at least 1, same_percent 1 to 99")


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"'{value}' is not a date")
    return value
