"""The last look before publishing: nothing about one person and no small count in any file of a release folder.

The guard knows nothing of how protection works. It reads back what is about to be published, file by file, and
compares it with the unprotected figures. Whatever it finds stops the build (docs/security.md, property 3).
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.text import Text
from graadmeter.release.agreement import TWINS, notes, other_rows, table_of
from graadmeter.release.guard_figures import COUNTS, Limits, named_in_vain, small_figure
from graadmeter.release.guard_persons import holds_bsn, person_names
from graadmeter.release.places import CONTENT, MANIFEST
from graadmeter.release.unread import unread

_BSN = Text("er staat een BSN in", "it holds a citizen service number")


def inspect(
    files: Mapping[str, bytes],
    *,
    thresholds: Mapping[str, int],
    measured: pa.Table,
    in_fives: Collection[str] = (),
    additive: Collection[str] = (),
) -> None:
    """Passes silently, or raises DisclosureError with the file and the reason.

    `files` are the contents by path in the folder, `thresholds` the smallest publishable count per indicator and
    `measured` the unprotected cells (MEASURED), which hold the numerators of the shares. Counts of the indicators
    `in_fives` must be multiples of five. Of the indicators rounded `additive`, shares follow from rounded counts, so
    that they may stand where a small count is.
    """
    limits = replace(Limits.of(thresholds, measured, additive), in_fives=frozenset(in_fives))
    for path in sorted(files):
        if path not in CONTENT and path != MANIFEST:
            raise _refusal(path, Text("het bestand hoort niet in een uitgave", "the file does not belong in a release"))
        if path.endswith(".json"):
            _inspect_json(path, json.loads(files[path]), limits.highest)
        elif path.endswith((".csv", ".parquet")):
            _inspect_rows(path, files, limits)
        else:
            _inspect_words(path, files[path].decode().split())
        _require(path, unread(path, files))


def _inspect_rows(path: str, files: Mapping[str, bytes], limits: Limits) -> None:
    """A table, and of a CSV file whether it is what its Parquet file says; that is looked at along with it."""
    twin = TWINS.get(path)
    if any(path == parquet and csv in files for csv, parquet in TWINS.items()):
        return
    table = table_of(path, files[path])
    _inspect_table(path, table, limits)
    if path.endswith(".parquet"):
        _require(path, notes(files[path]))
    elif twin is not None and twin in files:
        told = table_of(twin, files[twin])
        _inspect_table(twin, told, limits)
        _require(twin, notes(files[twin]))
        _require(path, other_rows(told, table))


def _require(path: str, found: Text | None) -> None:
    if found is not None:
        raise _refusal(path, found)


def _inspect_table(path: str, table: pa.Table, limits: Limits) -> None:
    _inspect_names(path, table.column_names)
    if holds_bsn(table):
        raise _refusal(path, _BSN)
    if "unit" in table.column_names:
        found = small_figure(table, limits) or named_in_vain(table)
        if found is not None:
            raise _refusal(path, found)


def _inspect_words(path: str, words: list[str]) -> None:
    if holds_bsn(pa.table({"word": pa.array(words, pa.string())})):
        raise _refusal(path, _BSN)


def _inspect_names(path: str, names: Iterable[str]) -> None:
    person = person_names(names)
    if person:
        raise _refusal(path, Text(f"'{person[0]}' gaat over personen", f"'{person[0]}' is about persons"))


def _inspect_json(path: str, value: Any, threshold: int) -> None:
    if isinstance(value, dict):
        _inspect_names(path, value)
        for key, item in value.items():
            is_count = key in COUNTS or (key == "value" and value.get("unit") in COUNTS)
            if is_count and isinstance(item, int | float) and 0 < item < threshold:
                raise _refusal(path, Text(f"'{key}' is een klein aantal", f"'{key}' is a small count"))
            _inspect_json(path, item, threshold)
    elif isinstance(value, list):
        for item in value:
            _inspect_json(path, item, threshold)
    elif isinstance(value, str):
        _inspect_words(path, [value])


def _refusal(path: str, why: Text) -> DisclosureError:
    return DisclosureError(
        Text(
            f"Er wordt niets gepubliceerd: {path}: {why.nl}. Meld dit aan de beheerder; de vorige uitgave blijft.",
            f"Nothing is published: {path}: {why.en}. Tell the maintainer; the release before stays as it is.",
        )
    )
