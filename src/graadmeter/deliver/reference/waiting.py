"""Reads the feed of waiting times of youth-care providers (JSON, as collected from their sites) into uniform rows."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.json_text import read_json, text_in
from graadmeter.deliver.reference.loaded import Loaded, opening, rows_of
from graadmeter.deliver.reference.notices import SHAPE, WAIT_UNREADABLE
from graadmeter.deliver.reference.topojson import is_coordinate
from graadmeter.deliver.reference.waiting_text import LONGEST, wait_of
from graadmeter.domain.reference import WAITING

_KINDS = {"intake": ("i", "iText"), "behandeling": ("b", "bText")}
_NO_PLACE = re.compile(r"\b(?:ambulant|thuis|heel|regio|regionaal te controleren|inzet via .*)\b", re.IGNORECASE)
_WHOLE_REGION = re.compile(r"alle 14 twentse gemeenten|twentse contractering", re.IGNORECASE)
_REGION = "Twente"


def load_waiting_times(path: Path) -> Loaded:
    """A `WAITING` table: two rows (intake, behandeling) per row of the feed, whether or not it tells a wait.

    Raises DeliveryRefusedError when the file is no such feed. No message ever holds the name of a provider.
    """
    with opening(path) as opened:
        content = read_json(path)
        feed = content.get("rows") if isinstance(content, dict) else None
        if not isinstance(feed, list) or not all(isinstance(row, dict) and row.get("p") for row in feed):
            raise RefusedError(SHAPE, what="rows, p")
        rows, strange = [], 0
        for number, row in enumerate(feed, 1):
            for kind, (key, words) in _KINDS.items():
                value, text = row.get(key), text_in(row.get(words))
                weeks = _weeks(value)
                strange += value is not None and weeks is None
                rows.append(_row(number, row, kind, weeks, text))
        if strange:
            opened.say(WAIT_UNREADABLE, count=strange)
        return opened.loaded(WAITING, rows_of(WAITING, rows))


def places_of(text: str) -> tuple[str, ...]:
    """The places in one of the many spellings: "Enschede/Twente" and "Enschede / regio Twente" are the same two."""
    whole = _WHOLE_REGION.sub(_REGION, text)
    parts = (_NO_PLACE.sub("", part).strip() for part in whole.split("/"))
    return tuple(sorted({part for part in parts if part}))


def _weeks(value: Any) -> float | None:
    return float(value) if is_coordinate(value) and 0 <= value <= LONGEST else None


def _row(number: int, row: Mapping[str, Any], kind: str, weeks: float | None, text: str) -> tuple[object, ...]:
    wait = wait_of(weeks, text)
    return (
        number,
        text_in(row["p"]),
        text_in(row.get("w")) or "; ".join(_texts(row.get("a"))) or None,
        "; ".join(_texts(row.get("d"))),
        "; ".join(places_of(text_in(row.get("l")))),
        kind,
        wait.weeks,
        wait.lowest,
        wait.highest,
        text or None,
        text_in(row.get("k")),
        text_in(row.get("date")) or None,
        wait.status.value,
    )


def _texts(value: Any) -> list[str]:
    """A text or a list of texts as a sorted list."""
    found = value if isinstance(value, list) else [value]
    return sorted({text for item in found if (text := text_in(item))})
