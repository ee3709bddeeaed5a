"""Reads JSON that others made: bounded, strict about numbers, never deeper than Python can follow."""

import json
from pathlib import Path
from typing import Any, NoReturn

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.loaded import read_bytes
from graadmeter.deliver.reference.notices import NO_JSON


def read_json(path: Path) -> Any:
    """The content of a JSON file in UTF-8; raises RefusedError when it is none."""
    return parse_json(read_bytes(path))


def parse_json(data: bytes) -> Any:
    """The content of JSON in UTF-8; raises RefusedError for anything else, NaN and endless nesting included."""
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise RefusedError(NO_JSON) from error


def text_in(value: Any) -> str:
    """The value as trimmed text: empty for null, JSON for lists and objects; no lone surrogates."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.encode("utf-8", "replace").decode("utf-8").strip()


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
