"""`afspraken.yaml`: the agreements of a workspace, read strictly: a misspelt key is an error, not a default."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.agreements import Agreement, Agreements
from graadmeter.domain.errors import UnknownNameError, WorkspaceError
from graadmeter.domain.text import Text

AGREEMENTS = "afspraken.yaml"
_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "naam": str,
    "aanleveraars": list,
    "doel": str,
    "grondslag": str,
    "inzage": dict,
    "geldig_van": date,
    "geldig_tot": date,
    "ontvangen": int,
    "tabellen": dict,
}
_LEVELS = ("regio", "gemeente", "wijk", "persoon")
_DELIVERER = re.compile(r"[A-Za-z]{0,4}[0-9]{2,10}")


def read_agreements(path: Path) -> Agreements:
    """The agreements in the file, none when it is not there; raises WorkspaceError or UsageError on what is wrong."""
    if not path.exists():
        return Agreements(())
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _wrong("geen YAML", "not YAML") from error
    if not isinstance(content, dict) or list(content) != ["afspraken"] or not isinstance(content["afspraken"], list):
        raise _wrong("'afspraken' met een lijst ontbreekt", "'afspraken' with a list is missing")
    found = tuple(_agreement(item, place) for place, item in enumerate(content["afspraken"], 1))
    names = [one.name for one in found]
    if len(set(names)) < len(names):
        raise _wrong("twee afspraken hebben dezelfde naam", "two agreements have the same name")
    return Agreements(found)


def _agreement(item: Any, place: int) -> Agreement:
    label = f"afspraak {place}"
    if not isinstance(item, dict):
        raise _wrong(f"{label} is geen lijst van sleutels", f"{label} is no mapping")
    for key in item:
        if key not in _KEYS:
            raise UnknownNameError(Text(f"{AGREEMENTS}: sleutel", f"{AGREEMENTS}: key"), str(key), _KEYS)
    for key, kind in _KEYS.items():
        if not isinstance(item.get(key), kind) or isinstance(item[key], bool) or not item[key]:
            raise _wrong(f"{label}: '{key}' ontbreekt of klopt niet", f"{label}: '{key}' is missing or not right")
    if item["geldig_van"] > item["geldig_tot"]:
        raise _wrong(f"{label}: geldig_van ligt na geldig_tot", f"{label}: geldig_van is after geldig_tot")
    return Agreement(
        name=item["naam"],
        deliverers=frozenset(_deliverer(code, label) for code in item["aanleveraars"]),
        tables={_table(name): _months(months, f"{label}, {name}") for name, months in item["tabellen"].items()},
        received=_months(item["ontvangen"], f"{label}, ontvangen"),
        purpose=item["doel"],
        legal_basis=item["grondslag"],
        access={str(who): _level(level) for who, level in item["inzage"].items()},
        valid_from=item["geldig_van"],
        valid_until=item["geldig_tot"],
    )


def _deliverer(code: Any, label: str) -> str:
    if not isinstance(code, str) or not _DELIVERER.fullmatch(code):
        raise _wrong(
            f'{label}: aanleveraar {code} is geen code; schrijf bijvoorbeeld "GM0141"',
            f'{label}: deliverer {code} is not a code; write for example "GM0141"',
        )
    return code


def _table(name: Any) -> str:
    if name not in layouts():
        raise UnknownNameError(Text(f"{AGREEMENTS}: tabel", f"{AGREEMENTS}: table"), str(name), layouts())
    return str(name)


def _level(level: Any) -> str:
    if level not in _LEVELS:
        raise UnknownNameError(Text(f"{AGREEMENTS}: niveau", f"{AGREEMENTS}: level"), str(level), _LEVELS)
    return str(level)


def _months(value: Any, label: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 12 * 110:
        raise _wrong(f"{label}: {value} is geen aantal maanden", f"{label}: {value} is not a number of months")
    return value


def _wrong(nl: str, en: str) -> WorkspaceError:
    return WorkspaceError(
        Text(
            f"{AGREEMENTS} klopt niet: {nl}. Zie docs/custody.md voor een voorbeeld.",
            f"{AGREEMENTS} is not right: {en}. See docs/custody.md for an example.",
        )
    )
