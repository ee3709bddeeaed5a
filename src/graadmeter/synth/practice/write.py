"""Writes the practice deliveries and the list of the faults in them."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.findings import Tier
from graadmeter.domain.layouts import Layout, Source
from graadmeter.synth.defects.planted import Planted, write_planted
from graadmeter.synth.practice.message_text import Draft, client_path, is_once, text_of
from graadmeter.synth.practice.sound_values import USUAL, sound_value
from graadmeter.synth.practice.specimens import FILE, Specimen, Values, specimens
from graadmeter.synth.region_facts import Municipality, providers
from graadmeter.synth.workspace import VEILIG_THUIS

FOLDER, LIST = "oefening", "gebreken.csv"
TOGETHER = "alles"
"""The delivery that holds every fault that needs no delivery of its own."""
_QUARTER, _HALF_YEAR = "2025KW04", "2025HJ02"
_LAST_DAY = "2025-12-31"
_MESSAGES = "berichten.zip"


@dataclass(slots=True)
class Practice:
    """One practice delivery."""

    folder: Path
    planted: list[Planted] = field(default_factory=list)
    earlier: dict[str, list[Values]] = field(default_factory=dict)
    """What must be known of earlier deliveries, by `eerder_<table>`; empty when nothing is asked of it."""


def write_practice(root: Path, municipality: Municipality) -> list[Practice]:
    """Writes a delivery with the faults of every check for this municipality, and one per fault that weighs a delivery.

    They speak of the fourth quarter of 2025, as the examples of the catalogue do. The same municipality gives the same
    bytes. `root` gets a folder per delivery and `gebreken.csv`.
    """
    made: dict[Path, Practice] = {}
    texts: dict[Path, list[tuple[str, str]]] = {}
    for specimen in specimens(municipality):
        folder = root / _group(specimen) / _named(specimen, municipality)
        practice = made.setdefault(folder, Practice(folder))
        files = [*_tables(specimen), *_messages(specimen)]
        texts.setdefault(folder, []).extend(files)
        practice.planted.append(_planted(specimen, folder.relative_to(root).as_posix(), files))
        for name in (*specimen.check.uses, *specimen.earlier):
            if name.startswith("eerder_"):
                practice.earlier.setdefault(name, []).extend(specimen.earlier.get(name, ()))
    for folder, files in texts.items():
        _write(folder, files)
    write_planted(root / LIST, [item for practice in made.values() for item in practice.planted])
    return list(made.values())


def _group(specimen: Specimen) -> str:
    return specimen.check.code if weighs_whole(specimen) else TOGETHER


def weighs_whole(specimen: Specimen) -> bool:
    """Whether the rule weighs a delivery as a whole, so that its fault needs a delivery of its own."""
    check = specimen.check
    return bool(check.share) or check.tier is Tier.HISTORY or check.code in _ALONE


_ALONE = frozenset({"GM-BEV5", "GM-BEV6", "GM-BEV7", "GM-BEV8"})
"""Checks whose fault is what a delivery as a whole holds, though they look at rows."""


def _named(specimen: Specimen, municipality: Municipality) -> str:
    if specimen.table.startswith("vt_"):
        return f"{VEILIG_THUIS.lower()}-{_HALF_YEAR}"
    if specimen.table.startswith("bij_") or specimen.table == "art8f":
        return f"{providers()[0].agb}-{_HALF_YEAR}"
    return f"{municipality.number}-{_QUARTER}"


def _tables(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """Name and text of every CSV file."""
    files: dict[tuple[str, str], list[Values]] = {}
    for ordinal, (table, row) in enumerate(specimen.rows):
        layout = layouts()[table]
        if layout.source is Source.CSV:
            sound = _filled(specimen, layout, row, ordinal)
            files.setdefault((table, row.get(FILE, "")), []).append(sound)
    for number, ((table, _), rows) in enumerate(files.items(), start=1):
        out = io.StringIO()
        names = [one.name for one in layouts()[table].fields]
        writer = csv.DictWriter(out, names, delimiter=";", lineterminator="\n", restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
        yield f"{specimen.check.code}_{table}_{specimen.names.place}_{number}.csv", out.getvalue()


def _filled(specimen: Specimen, layout: Layout, row: Values, ordinal: int) -> Values:
    """The row with something sound in required fields of which the fault says nothing."""
    filled = row | {
        one.name: sound_value(one, specimen.names.identity(one, ordinal))
        for one in layout.fields
        if one.required and one.name not in row
    }
    if layout.table == "voorziening" and filled["wet"] == "jeugdwet" and "productcode" not in row:
        filled |= {name: USUAL[name] for name in set(USUAL) - {*specimen.check.fields, *row}}
    if "periode_begin" in row and "periode_eind" not in row:
        filled["periode_eind"] = row["periode_begin"]
    return filled


def _messages(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """Name and text of every message."""
    drafts: dict[tuple[str, str], list[Draft]] = {}
    for ordinal, (table, row) in enumerate(specimen.rows):
        layout = layouts()[table]
        if layout.source is Source.XML:
            number = row.get("bericht", layout.messages[0]) if len(layout.messages) > 1 else layout.messages[0]
            known = drafts.setdefault((number, row.get(FILE, "")), [])
            fits = next((one for one in known if one.takes(layout, row)), None)
            if fits is None:
                fits = Draft(number)
                known.append(fits)
            fits.add(layout, row | _sound_record(specimen, layout, row, ordinal))
    ordered = [draft for known in drafts.values() for draft in known]
    for place, draft in enumerate(ordered, start=1):
        _complete(specimen, draft, place)
        yield f"{specimen.check.code}_{draft.number}_{specimen.names.place}_{place}.xml", text_of(draft)


def _sound_record(specimen: Specimen, layout: Layout, row: Values, ordinal: int) -> Values:
    filled = _filled(specimen, layout, row, ordinal)
    return {one.name: filled[one.name] for one in layout.fields if one.name in filled and not is_once(layout, one.path)}


def _complete(specimen: Specimen, draft: Draft, place: int) -> None:
    """Adds what the message must say once."""
    read = [one for one in layouts().values() if draft.number in one.messages]
    for layout in (one for one in read if not client_path(one) or any(one is held for held, _ in draft.records)):
        missing = Draft(draft.number)
        sound = _filled(specimen, layout, {}, place) | {"bericht_id": f"{specimen.names.place}M{place}"}
        missing.add(layout, sound | {"dagtekening": max(sound["dagtekening"], *_days_told(draft))})
        draft.once = missing.once | draft.once


def _days_told(draft: Draft) -> list[str]:
    """The days that starts and stops report: a report is not older than what it tells."""
    told = [row for layout, row in draft.records if layout.table in {"start", "stop"}]
    return ["", *(row[name] for row in told for name in ("begindatum", "einddatum") if row.get(name, "9") <= _LAST_DAY)]


def _planted(specimen: Specimen, delivery: str, files: Sequence[tuple[str, str]]) -> Planted:
    """Where the fault is to be found: a row when it is one, a file when it is one, else the delivery."""
    wrong = [row for table, row in specimen.rows if table == specimen.table]
    layout = layouts()[specimen.table]
    is_csv = layout.source is Source.CSV
    mine = [
        name for name, _ in files if (f"_{specimen.table}_" if is_csv else f"_{_message(layout, wrong[0])}_") in name
    ]
    file = "" if len(mine) != 1 or weighs_whole(specimen) else mine[0] if is_csv else f"{_MESSAGES}/{mine[0]}"
    row = (2 if is_csv else 1) if file and len(wrong) == 1 and specimen.check.tier is not Tier.FILE else 0
    return Planted(specimen.check.code, delivery, file, row, specimen.check.title.nl)


def _message(layout: Layout, row: Values) -> str:
    return row.get("bericht", layout.messages[0]) if len(layout.messages) > 1 else layout.messages[0]


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    messages = []
    for name, text in files:
        if name.endswith(".csv"):
            (folder / name).write_text(text, encoding="utf-8", newline="")
        else:
            messages.append((name, text))
    if messages:
        with zipfile.ZipFile(folder / _MESSAGES, "w") as archive:
            for name, text in messages:
                info = zipfile.ZipInfo(name)
                info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 0, 0
                archive.writestr(info, text.encode(), compresslevel=1)
