"""Writes rows of raw tables as iJw and iWmo messages, by the paths in the layouts alone."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graadmeter.domain.layouts import Layout
from graadmeter.synth.envelope import CODES

_CLIENT = "Client"
_RECORDS_OF_RETURNS = {"302": 0, "306": 1, "308": 2, "316": 3, "318": 4}
_FROM_MUNICIPALITY = frozenset({"301", "306", "308", "316", "318", "319", "325"})

Values = dict[str, str]


@dataclass(slots=True)
class Draft:
    """One message under construction: what it says once, and its records."""

    number: str
    once: Values = field(default_factory=dict)
    """Path (with `-` for the domain, `@gemeente`, `@aanbieder`) -> value."""
    records: list[tuple[Layout, Values]] = field(default_factory=list)

    def takes(self, layout: Layout, row: Values) -> bool:
        """Whether the row can stand in this message too."""
        once = _once(layout, row)
        alone = client_path(layout) == "" and any(one is layout for one, _ in self.records)
        return not alone and all(self.once.get(path, value) == value for path, value in once.items())

    def add(self, layout: Layout, row: Values) -> None:
        """Takes the row up."""
        self.once |= _once(layout, row)
        self.records.append((layout, row))


def client_path(layout: Layout) -> str:
    """The path of the client the layout's records stand in; empty when they stand in none."""
    parts = layout.records[0].split("/")
    return "/".join(parts[: parts.index(_CLIENT) + 1]) if _CLIENT in parts else ""


def is_once(layout: Layout, path: str) -> bool:
    """Whether a message says this once."""
    client = client_path(layout)
    if path[0] in "-#@" or not client:
        return True
    return path[0] == "/" and not path.startswith(f"/{client}/")


def _once(layout: Layout, row: Values) -> Values:
    found = {one.path: row[one.name] for one in layout.fields if one.name in row and is_once(layout, one.path)}
    return {path if path[0] in "-#@/" else f"/{layout.record}/{path}": value for path, value in found.items()}


def text_of(draft: Draft) -> str:
    """The message as XML."""
    domain = draft.once["-"]
    root = ET.Element("Bericht", {"xmlns": f"http://www.istandaarden.nl/i{domain}/3_2/{domain}{draft.number}/schema"})
    parties = [draft.once["@gemeente"], draft.once["@aanbieder"]]
    sender, receiver = parties if draft.number in _FROM_MUNICIPALITY else parties[::-1]
    header = {
        "BerichtCode": str(CODES[domain].get(draft.number, "")),
        "BerichtVersie": "3",
        "BerichtSubversie": "2",
        "Afzender": sender,
        "Ontvanger": receiver,
    }
    for name, value in header.items():
        _put(root, f"Header/{name}", value)
    for path, value in draft.once.items():
        if path[0] == "/":
            _put(root, path[1:], value)
    for clients in _by_client(draft.records):
        _put_client(root, draft.number, clients)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}'


def _by_client(records: Iterable[tuple[Layout, Values]]) -> Iterator[list[tuple[Layout, Values]]]:
    """The records that stand in a client, per client as they come."""
    found: list[tuple[Layout, Values]] = []
    for layout, row in records:
        if client_path(layout):
            if found and _client(*found[-1]) != _client(layout, row):
                yield found
                found = []
            found.append((layout, row))
    if found:
        yield found


def _client(layout: Layout, row: Values) -> Values:
    """What is said per client: path below it -> value."""
    start = f"/{client_path(layout)}/"
    paths = {one.name: one.path for one in layout.fields if one.path.startswith(("^", start))}
    return {path.removeprefix(start).removeprefix("^"): row[name] for name, path in paths.items() if name in row}


def _put_client(root: ET.Element, number: str, records: Sequence[tuple[Layout, Values]]) -> None:
    *above, last = client_path(records[0][0]).split("/")
    client = ET.SubElement(_reached(root, above), last)
    for path, value in _client(*records[0]).items():
        _put(client, path, value)
    for layout, row in records:
        *steps, name = _record(layout, number, row).removeprefix(f"{client_path(layout)}/").split("/")
        place = _reached(client, steps)
        record = place if not name else _own_record(place, name, repeated=bool(steps) or name != "Verzoek")
        for one in layout.fields:
            if one.path[0] not in "-#@/^" and one.name in row:
                _put(record, one.path, row[one.name])


def _own_record(place: ET.Element, name: str, *, repeated: bool) -> ET.Element:
    there = place.find(name)
    return ET.SubElement(place, name) if repeated or there is None else there


def _record(layout: Layout, number: str, row: Values) -> str:
    """Which of the layout's records the row is."""
    if len(layout.records) == 1:
        return layout.records[0]
    if number in _RECORDS_OF_RETURNS:
        return layout.records[_RECORDS_OF_RETURNS[number]]
    if "toewijzingnummer" not in row:
        return layout.records[2]
    return layout.records[any(name in row for name in ("gewenste_ingangsdatum", "gewenste_einddatum", "volume"))]


def _put(place: ET.Element, path: str, value: str) -> None:
    """Adds the element at the end of the path; a path that ends in `*` holds several values with blanks between."""
    *steps, name = path.removesuffix("*").split("/")
    reached = _reached(place, steps)
    for one in value.split() if path.endswith("*") else [value]:
        ET.SubElement(reached, name).text = one


def _reached(place: ET.Element, steps: Iterable[str]) -> ET.Element:
    for step in steps:
        there = place.find(step)
        place = ET.SubElement(place, step) if there is None else there
    return place
