"""`bekend.yaml` and `correcties.yaml` of a workspace: read strictly, each fault named with file and entry."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.terms import Action, Correction, Known, Status, Terms
from graadmeter.domain.text import Text

KNOWN, CORRECTIONS = "bekend.yaml", "correcties.yaml"
_KNOWN = {"controle": str, "reden": str, "tot": date}
_KNOWN_FREE = {"gemeente": str, "tabel": str, "veld": str}
_CORRECTION = {
    "id": str,
    "gemeente": str,
    "kwartaal": str,
    "tabel": str,
    "sleutel": dict,
    "actie": str,
    "veld": str,
    "verwacht": str,
    "reden": str,
}
_CORRECTION_FREE = {"waarde": str, "status": str}


def read_terms(root: Path) -> Terms:
    """What both files agree on; a file that is not there agrees on nothing. Raises WorkspaceError."""
    known = tuple(_known(path, place, item) for path, place, item in _entries(root / KNOWN))
    corrections = tuple(_correction(path, place, item) for path, place, item in _entries(root / CORRECTIONS))
    names = [one.id for one in corrections]
    for name in names:
        if names.count(name) > 1:
            raise _wrong(root / CORRECTIONS, name, "id")
    return Terms(known, corrections)


def _entries(path: Path) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    if not path.exists():
        return
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _wrong(path, "-", "YAML") from error
    if content is not None and not isinstance(content, list):
        raise _wrong(path, "-", "YAML")
    for number, item in enumerate(content or [], 1):
        if not isinstance(item, dict):
            raise _wrong(path, str(number), "YAML")
        yield path, str(item.get("id", number)), item


def _known(path: Path, place: str, item: dict[str, Any]) -> Known:
    _expect(path, place, item, _KNOWN, _KNOWN_FREE)
    return Known(
        check=item["controle"],
        reason=item["reden"].strip(),
        until=item["tot"],
        deliverer=item.get("gemeente", ""),
        table=item.get("tabel", ""),
        field=item.get("veld", ""),
    )


def _correction(path: Path, place: str, item: dict[str, Any]) -> Correction:
    _expect(path, place, item, _CORRECTION, _CORRECTION_FREE)
    key = item["sleutel"]
    if not key or not all(isinstance(part, str) for pair in key.items() for part in pair):
        raise _wrong(path, place, "sleutel")
    if item["actie"] not in set(Action):
        raise _wrong(path, place, "actie")
    if item.get("status", Status.ACTIVE) not in set(Status):
        raise _wrong(path, place, "status")
    if (item["actie"] == Action.SET) != ("waarde" in item):
        raise _wrong(path, place, "waarde")
    return Correction(
        id=item["id"],
        deliverer=item["gemeente"],
        period=item["kwartaal"],
        table=item["tabel"],
        key=dict(sorted(key.items())),
        action=Action(item["actie"]),
        field=item["veld"],
        expect=item["verwacht"],
        value=item.get("waarde", ""),
        reason=item["reden"].strip(),
        status=Status(item.get("status", Status.ACTIVE)),
    )


def _expect(
    path: Path, place: str, item: Mapping[str, Any], needed: Mapping[str, type], free: Mapping[str, type]
) -> None:
    known = {**needed, **free}
    for name in item:
        if name not in known:
            raise _wrong(path, place, str(name))
    for name, kind in known.items():
        if (name in needed or name in item) and not isinstance(item.get(name), kind):
            raise _wrong(path, place, name)


def _wrong(path: Path, place: str, name: str) -> WorkspaceError:
    return WorkspaceError(
        Text(
            f"{path.name}, item {place}: '{name}' ontbreekt of klopt niet. Zet tekst met alleen cijfers tussen "
            "aanhalingstekens; zie docs/checks.md.",
            f"{path.name}, item {place}: '{name}' is missing or wrong. Put text of digits only between quotation "
            "marks; see docs/checks.md.",
        )
    )
