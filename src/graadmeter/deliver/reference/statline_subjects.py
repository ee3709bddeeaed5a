"""What a StatLine table says of itself: its dimensions, and its subjects by a name that does not move."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.notices import SHAPE
from graadmeter.deliver.reference.numbers import whole_or_none
from graadmeter.deliver.reference.statline_parts import Parts, rows_in
from graadmeter.deliver.reference.statline_period import year_code

_SUFFIX = re.compile(r"_[0-9]{1,4}$")
_GEO = {"GeoDimension", "GeoDetail"}
_TIME = "TimeDimension"
_GEO_KEYS = {"WijkenEnBuurten", "RegioS", "Gemeenten", "Provincies"}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject (topic, measure)."""

    key: str
    """Column (v3) or measure code (v4) in the data."""
    name: str
    """The same in every vintage: the key without its moving number, or the measure code."""
    title: str
    group: str
    unit: str
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """One StatLine table, without its data."""

    table: str
    subjects: tuple[Subject, ...]
    geo: str = ""
    """Key of the dimension of areas; empty when there is none."""
    time: str = ""
    others: tuple[str, ...] = ()
    """Keys of the other dimensions, sorted."""
    vintage: int | None = None
    period: str = ""
    """The period of the whole table, when it has no dimension of periods."""
    provisional: frozenset[str] = frozenset()
    """Periods of which the figures are not final."""


def stem(key: str) -> str:
    """A v3 key without the number that moves from vintage to vintage: WmoClienten for WmoClienten_89."""
    return _SUFFIX.sub("", key)


def describe_v3(parts: Parts) -> Description:
    """The description in DataProperties, TableInfos and the list of periods."""
    rows = rows_in(parts, "DataProperties", ("Key", "Type", "Title"))
    info = _first(parts, "TableInfos")
    parents = {row.get("ID", ""): row for row in rows}
    kinds = {row["Key"]: row["Type"] for row in rows if row["Type"].endswith("Dimension") or row["Type"] in _GEO}
    subjects = tuple(
        Subject(row["Key"], stem(row["Key"]), row["Title"], _path(row, parents, "ParentID"), row.get("Unit", ""),
                row.get("Datatype") == "String")
        for row in rows
        if row["Type"] == "Topic" and row["Key"]
    )  # fmt: skip
    geo_years = [row.get("MapYear", "") for row in rows if row["Type"] in _GEO]
    return _described(parts, info, kinds, subjects, geo_years)


def describe_v4(parts: Parts) -> Description:
    """The description in Dimensions, MeasureCodes, MeasureGroups, Properties and the codes of periods."""
    rows = rows_in(parts, "Dimensions", ("Identifier", "Kind"))
    groups = rows_in(parts, "MeasureGroups", ("Id", "Title")) if parts.has("MeasureGroups") else []
    parents = {row["Id"]: row for row in groups}
    subjects = tuple(
        Subject(row["Identifier"], row["Identifier"], row["Title"], _path(row, parents, "MeasureGroupId"),
                row.get("Unit", ""), row.get("DataType") == "String")
        for row in rows_in(parts, "MeasureCodes", ("Identifier", "Title"))
    )  # fmt: skip
    kinds = {row["Identifier"]: row["Kind"] for row in rows}
    geo_years = [row.get("MapYear", "") for row in rows if row["Kind"] in _GEO]
    return _described(parts, _first(parts, "TableInfos"), kinds, subjects, geo_years)


def describe_wide(table: str, names: Sequence[str]) -> Description:
    """The description of a saved data set without properties: numbered columns are subjects, the rest dimensions."""
    keys = [name for name in names if _SUFFIX.search(name)]
    dimensions = [name for name in names if name not in keys and name != "ID"]
    geo = next((name for name in dimensions if name in _GEO_KEYS), "")
    time = next((name for name in dimensions if name == "Perioden"), "")
    others = tuple(sorted(set(dimensions) - {geo, time}))
    return Description(table, tuple(Subject(key, stem(key), stem(key), "", "") for key in keys), geo, time, others)


def _described(
    parts: Parts,
    info: Mapping[str, str],
    kinds: Mapping[str, str],
    subjects: tuple[Subject, ...],
    geo_years: Sequence[str],
) -> Description:
    if not subjects:
        raise RefusedError(SHAPE, what="Topic")
    geo = next((key for key, kind in kinds.items() if kind in _GEO), next((k for k in kinds if k in _GEO_KEYS), ""))
    time = next((key for key, kind in kinds.items() if kind == _TIME), "")
    period = "" if time else year_code(info.get("Period", "") or info.get("TemporalCoverage", ""))
    years = [year for text in geo_years if (year := whole_or_none(text))]
    vintage = next(iter(years), int(period[:4]) if period and geo else None)
    others = tuple(sorted(set(kinds) - {geo, time}))
    return Description(
        info.get("Identifier", ""), subjects, geo, time, others, vintage, period, _provisional(parts, time)
    )


def _provisional(parts: Parts, time: str) -> frozenset[str]:
    name = next((name for name in (time, f"{time}Codes") if time and parts.has(name)), "")
    if not name:
        return frozenset()
    rows = rows_in(parts, name, ())
    return frozenset(row.get("Key") or row.get("Identifier", "") for row in rows if "oorlopig" in row.get("Status", ""))


def _first(parts: Parts, name: str) -> Mapping[str, str]:
    rows = rows_in(parts, name, ()) if parts.has(name) else []
    return rows[0] if rows else {}


def _path(row: Mapping[str, str], parents: Mapping[str, Mapping[str, str]], first_key: str) -> str:
    """Titles of the groups above a subject, outermost first; a circle in the source ends at `_DEEPEST`."""
    titles: list[str] = []
    above = row.get(first_key, "")
    while above and above in parents and len(titles) < _DEEPEST:
        titles.append(parents[above].get("Title", ""))
        above = parents[above].get("ParentID") or parents[above].get("ParentId", "")
    return " > ".join(reversed(titles))
