"""Loads the delivery layouts: one YAML file per raw table in `deliveries/`, later versions as dated differences.

`<table>.yaml` is the first version we know, `<table>.<date>.yaml` what changed on a day and why: see `layout_changes`.
"""

from collections.abc import Collection
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from graadmeter.catalogue.layout_changes import changed, layout_from
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.layouts import Layout
from graadmeter.domain.text import Text

if TYPE_CHECKING:
    from datetime import date

_BASE = 2
"""Parts of a base file's name: the table and `yaml`."""


@cache
def layouts() -> dict[str, Layout]:
    """The newest version of every layout by the name of its raw table."""
    return {table: versions[-1] for table, versions in layout_versions().items()}


@cache
def layout_versions() -> dict[str, tuple[Layout, ...]]:
    """Every version of every layout, oldest first; raises CatalogueError when a difference does not fit."""
    found = {}
    files = sorted(unit_files("deliveries", ".yaml"), key=lambda file: file.name.split("."))
    for table, group in groupby(files, key=lambda file: file.name.split(".")[0]):
        base, *changes = sorted(group, key=lambda file: (len(file.name.split(".")), file.name))
        if len(base.name.split(".")) != _BASE:
            raise CatalogueError(
                Text(f"{base.name}: er is geen {table}.yaml.", f"{base.name}: there is no {table}.yaml.")
            )
        versions = [layout_from(read_yaml(base))]
        for file in changes:
            versions.append(changed(versions[-1], read_yaml(file), file.name))
        found[versions[0].table] = tuple(versions)
    return found


def layout_on(table: str, day: "date") -> Layout:
    """The version of a layout that is in force on a day; raises KeyError for an unknown table."""
    versions = layout_versions()[table]
    return next(one for one in reversed(versions) if one.valid_from is None or one.valid_from <= day)


def layout_of(table: str, version: str) -> Layout:
    """The layout with this version number; raises CatalogueError when there is none, KeyError for an unknown table."""
    versions = {one.version: one for one in layout_versions()[table]}
    if version not in versions:
        known = ", ".join(versions)
        raise CatalogueError(
            Text(
                f"De tabel '{table}' heeft geen versie {version}; er zijn: {known}.",
                f"Table '{table}' has no version {version}; there are: {known}.",
            )
        )
    return versions[version]


@cache
def dropped_fields(table: str) -> dict[str, "date"]:
    """The fields that earlier versions of a layout had and the newest lacks, with the day they were dropped."""
    versions = layout_versions()[table]
    found: dict[str, date | None] = {}
    for before, after in pairwise(versions):
        names = {field.name for field in after.fields}
        found |= {field.name: after.valid_from for field in before.fields if field.name not in names}
    now = {field.name for field in versions[-1].fields}
    return {name: day for name, day in found.items() if name not in now and day is not None}


def fields_of_later_versions(table: str, named: Collection[str]) -> frozenset[str]:
    """The optional fields that only versions later than the one of these columns have; empty for the newest version.

    Columns are of an earlier version when they have none of the fields that the later one added.
    """
    found: set[str] = set()
    for before, after in reversed(list(pairwise(layout_versions()[table]))):
        known = {field.name for field in before.fields}
        added = [field for field in after.fields if field.name not in known]
        if any(field.required or field.name in named for field in added):
            break
        found |= {field.name for field in added}
    return frozenset(found)
