"""Reads the metadata of an indicator: the defaults of the catalogue, and over them what its own file says."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from graadmeter.catalogue.refusals import check_keys, check_period, member, refuse
from graadmeter.catalogue.units import read_yaml
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.metadata import Basis, Metadata, Publication
from graadmeter.domain.text import Text


@cache
def metadata_defaults() -> dict[str, dict[str, Any]]:
    """Every group of metadata with its fields and what they hold when a definition does not say."""
    return read_yaml(files("graadmeter.catalogue").joinpath("indicators", "_defaults.yaml"))


def read_metadata(unit: str, content: Mapping[str, Any]) -> Metadata:
    """The metadata in an indicator's mapping; raises CatalogueError for groups or fields that do not exist."""
    own: Mapping[str, Any] = content.get("metadata", {})
    defaults = metadata_defaults()
    check_keys(f"{unit}, metadata", own, (), defaults)
    for group, fields in own.items():
        check_keys(f"{unit}, metadata, {group}", fields, (), defaults[group])
    for number, told in enumerate(own.get("time", {}).get("breaks", ()), 1):
        _check_break(f"{unit}, metadata, time, breaks {number}", told)
    return Metadata(
        basis=member(unit, Text("de grondslag", "basis"), content.get("basis", Basis.PUBLISHED), Basis),
        publication=member(
            unit, Text("de publicatie", "publication"), content.get("publication", Publication.OPEN), Publication
        ),
        groups={group: {**fields, **own.get(group, {})} for group, fields in defaults.items()},
    )


def _check_break(unit: str, told: Any) -> None:
    if not isinstance(told, Mapping) or not isinstance(told.get("reason"), Mapping):
        words = Text(
            "schrijf {period: 2021KW01, reason: {nl: ..., en: ...}}.", "write {period: 2021KW01, reason: {nl, en}}."
        )
        raise refuse(unit, words)
    check_keys(unit, told, ("period", "reason"))
    check_keys(f"{unit}, reason", told["reason"], ("nl", "en"))
    check_period(unit, told["period"])


def open_only(indicators: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """The indicators that may be in a release; the others are for the region's own eyes."""
    return {name: one for name, one in indicators.items() if one.metadata.publication is Publication.OPEN}
