"""What a program can fetch from the site, as an OpenAPI 3.1 description, made from the files that are there."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graadmeter.domain.text import Lang, Text
from graadmeter.site.published import Published
from graadmeter.site.wording import word

OPENAPI_PATH = "data/openapi.json"
DESCRIBED = Text("Beschrijving van deze bestanden voor programma's (OpenAPI)", "These files for programs (OpenAPI)")

_VERSION = "3.1.0"
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_ABOUT = Text(
    "Alle cijfers staan in bestanden met een vast adres; er is geen server die vragen beantwoordt. De versie is de "
    "uitgave. Wat sinds de vorige uitgave veranderde, staat in wijzigingen.csv; of een cijfer veranderde, zegt zijn "
    "kenmerk in kenmerken.csv.",
    "All figures are files with a fixed address; no server answers questions. The version is the release. What changed "
    "since the release before is in wijzigingen.csv; whether a figure changed is told by its mark in kenmerken.csv.",
)
_NAMES = {
    "indicator": Text("de code van een cijfer", "the code of a figure"),
    "gemeente": Text("de naam van een gemeente in adressen", "the name of a municipality in addresses"),
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """Files of one kind: an address with names in braces, and what they hold."""

    address: str
    holds: Text

    def names(self, path: str) -> Mapping[str, str] | None:
        """What stands in the place of the names for a file of this kind, None for any other file."""
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[\\w-]+)", re.escape(self.address))
        found = re.fullmatch(pattern, path)
        return found.groupdict() if found else None


_KINDS = (
    _Kind(
        "data/{indicator}.csv-metadata.json",
        Text(
            "De kolommen van de cijfers van een indicator (CSVW)", "The columns of the figures of an indicator (CSVW)"
        ),
    ),
    _Kind(
        "data/{indicator}/{gemeente}.csv",
        Text("De cijfers van een gemeente en haar wijken", "The figures of a municipality and its wijken"),
    ),
    _Kind(
        "data/{indicator}.json",
        Text(
            "De cijfers van regio en gemeenten (JSON-stat 2.0)", "The figures of region and municipalities (JSON-stat)"
        ),
    ),
    _Kind(
        "data/{indicator}.csv",
        Text("De cijfers van regio en gemeenten", "The figures of region and municipalities"),
    ),
    _Kind("data/{indicator}.xlsx", Text("Dezelfde cijfers om te lezen", "The same figures to be read, in Dutch")),
    _Kind("en/data/{indicator}.xlsx", Text("Dezelfde cijfers, in het Engels", "The same figures to be read")),
)
"""The more particular address first."""


def openapi(published: Published, files: Iterable[str], address: str) -> tuple[str, bytes]:
    """Path and bytes of the description of those `files` (paths on the site) that hold figures or tell of them.

    `address` is where the site stands on the web, '' when nobody said: the description then counts from itself.
    """
    region = published.region.name
    content = {
        "openapi": _VERSION,
        "info": {
            "title": f"Graadmeter {region}",
            "version": published.edition,
            "summary": word(Lang.NL, "data_source", region=region, edition=published.edition),
            "description": _both(_ABOUT),
        },
        "servers": [{"url": address or ".."}],
        "paths": dict(sorted(_paths(published, sorted(_of_data(files))))),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return OPENAPI_PATH, f"{text}\n".encode()


def _of_data(files: Iterable[str]) -> Iterable[str]:
    return (path for path in files if path.startswith(("data/", "en/data/")))


def _paths(published: Published, files: Sequence[str]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Each address with what it answers: one for each kind of file, one for each file of its own."""
    of_kind: dict[_Kind, list[Mapping[str, str]]] = {}
    for path in files:
        kind, names = _kind_of(published, path)
        if kind is None:
            yield f"/{path}", _answer(path, path.rpartition("/")[2], [])
        else:
            of_kind.setdefault(kind, []).append(names)
    for kind, found in of_kind.items():
        parameters = [_parameter(name, sorted({names[name] for names in found})) for name in found[0]]
        yield f"/{kind.address}", _answer(kind.address, _both(kind.holds), parameters)


def _kind_of(published: Published, path: str) -> tuple[_Kind | None, Mapping[str, str]]:
    for kind in _KINDS:
        names = kind.names(path)
        if names is not None and names["indicator"] in published.definitions:
            return kind, names
    return None, {}


def _answer(path: str, holds: str, parameters: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    content: Mapping[str, Any] = {_MEDIA[path.rpartition(".")[2]]: {}}
    name = re.sub(r"[^a-z0-9]+", "_", path.lower()).strip("_")
    found = {"operationId": name, "summary": holds, "responses": {"200": {"description": holds, "content": content}}}
    return {"parameters": parameters, "get": found} if parameters else {"get": found}


def _parameter(name: str, values: Sequence[str]) -> Mapping[str, Any]:
    schema = {"type": "string", "enum": values}
    return {"name": name, "in": "path", "required": True, "description": _both(_NAMES[name]), "schema": schema}


def _both(text: Text) -> str:
    return f"{text.nl} / {text.en}"
