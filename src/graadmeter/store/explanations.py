"""`toelichting/<municipality code>.yaml`: what municipalities say of their figures, read strictly like all settings."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.errors import UnknownNameError, WorkspaceError
from graadmeter.domain.explanations import Explanation
from graadmeter.domain.text import Text

FOLDER = "toelichting"
MOST = 1200
"""Characters of one explanation."""

_KEYS = ("datum", "door", "cijfer", "tekst", "tekst_en")
_WRITTEN = {"datum": date, "door": str, "tekst": str}
_DIGITS = re.compile(r"\d{9}")


def explanation_files(root: Path) -> list[Path]:
    """The files of a workspace, by name."""
    return sorted((root / FOLDER).glob("*.yaml"))


def read_explanations(root: Path, municipalities: Iterable[str]) -> tuple[Explanation, ...]:
    """The explanations of a workspace, the newest of each municipality first.

    Raises UnknownNameError for a file that is not named after a municipality of the region or a key that does not
    exist, WorkspaceError for anything else that is not as it should be.
    """
    known = sorted(municipalities)
    found: list[Explanation] = []
    for path in explanation_files(root):
        if path.stem not in known:
            raise UnknownNameError(Text(f"{FOLDER}: gemeente", f"{FOLDER}: municipality"), path.stem, known)
        items = _items(path)
        found += sorted((_explanation(path, place, item) for place, item in enumerate(items, 1)), key=_newest)
    return tuple(found)


def _newest(one: Explanation) -> tuple[int, str]:
    return -one.day.toordinal(), one.indicator


def _items(path: Path) -> list[Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _wrong(path, 0, Text("geen YAML", "not YAML")) from error
    if not isinstance(content, list):
        raise _wrong(path, 0, Text("het is geen lijst van toelichtingen", "it is no list of explanations"))
    return content


def _explanation(path: Path, place: int, item: Any) -> Explanation:
    if not isinstance(item, dict):
        raise _wrong(path, place, Text("er staan geen sleutels", "there are no keys"))
    for key in item:
        if key not in _KEYS:
            raise UnknownNameError(
                Text(f"{FOLDER}/{path.name}: sleutel", f"{FOLDER}/{path.name}: key"), str(key), _KEYS
            )
    for key, kind in _WRITTEN.items():
        if not isinstance(item.get(key), kind) or not item[key]:
            raise _wrong(path, place, Text(f"'{key}' ontbreekt of klopt niet", f"'{key}' is missing or not right"))
    dutch, signed = _line(path, place, item["tekst"]), _line(path, place, item["door"])
    english = _line(path, place, str(item.get("tekst_en") or item["tekst"]))
    return Explanation(path.stem, str(item.get("cijfer") or ""), item["datum"], signed, Text(dutch, english))


def _line(path: Path, place: int, text: str) -> str:
    """The text on one line; refused when it is too long or holds what may be a citizen service number."""
    line = " ".join(text.split())
    if len(line) > MOST:
        raise _wrong(path, place, Text(f"langer dan {MOST} tekens", f"longer than {MOST} characters"))
    if any(eleven_test(digits) for digits in _DIGITS.findall(line)):
        raise _wrong(path, place, Text("er staat een BSN in; haal het weg", "it holds a BSN; take it out"))
    return line


def _wrong(path: Path, place: int, why: Text) -> WorkspaceError:
    nl, en = (f", toelichting {place}", f", explanation {place}") if place else ("", "")
    return WorkspaceError(Text(f"{FOLDER}/{path.name}{nl}: {why.nl}.", f"{FOLDER}/{path.name}{en}: {why.en}."))
