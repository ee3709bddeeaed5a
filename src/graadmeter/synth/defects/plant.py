"""Plants the defects in deliveries that were just written, and lists them."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from graadmeter.domain.periods import quarter
from graadmeter.synth.community import Window
from graadmeter.synth.defects.faulty_claims import CLAIMS, before_assignment
from graadmeter.synth.defects.faulty_details import DETAILS
from graadmeter.synth.defects.faulty_messages import CARE
from graadmeter.synth.defects.faulty_rows import ROWS
from graadmeter.synth.defects.planted import Broken, Planted
from graadmeter.synth.region_facts import Municipality

_BEFORE = Broken("GM-TR307", "Declaratie over een maand voor de toewijzing", "JW323", 1, lambda _, __: "")
_FIRST_PLACE = 900_000
_ASSIGNMENT = 6
"""Place of the assignment number in a row of the extract."""
_TRIES = 200
"""Messages looked at in one delivery before the next delivery is tried."""


def plant(inbox: Path, chosen: Sequence[Municipality], window: Window) -> list[Planted]:
    """Adds each defect to one delivery of the inbox; says where. Skips what no delivery has the material for.

    The same deliveries get the same defects. No figure changes: see the package's description.
    """
    deliveries = [
        inbox / f"{item.number}-{quarter(index).code}"
        for index in range(window.last, max(window.first, window.last - window.claims), -1)
        for item in chosen
    ]
    found = []
    for number, broken in enumerate((*CARE, *CLAIMS, _BEFORE, *ROWS, *DETAILS), start=1):
        start = number * 5 % max(len(deliveries), 1)
        planted = _first(broken, number, deliveries[start:] + deliveries[:start])
        if planted:
            found.append(planted)
    return found


def _first(broken: Broken, number: int, deliveries: Sequence[Path]) -> Planted | None:
    add = _add_row if broken.kind.islower() else _add_message
    for delivery in deliveries:
        planted = add(broken, number, delivery)
        if planted:
            return planted
    return None


def _add_row(broken: Broken, number: int, delivery: Path) -> Planted | None:
    linked = broken.kind == "voorziening"
    path = delivery / ("voorzieningen.csv" if linked else f"{broken.kind}.csv")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    sound = next((line for line in lines[1:] if not linked or line.split(";")[_ASSIGNMENT]), "")
    if not sound:
        return None
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(broken.change(sound, number) + "\n")
    return Planted(broken.code, delivery.name, path.name, len(lines) + 1, broken.what)


def _add_message(broken: Broken, number: int, delivery: Path) -> Planted | None:
    path = delivery / "berichten.zip"
    with zipfile.ZipFile(path) as archive:
        faulty = next(filter(None, _faulty(broken, number, archive)), "")
    if not faulty:
        return None
    name = f"{broken.kind}_{_FIRST_PLACE + number:06d}.xml"
    info = zipfile.ZipInfo(name)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 0, 0
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(info, faulty.encode(), compresslevel=1)
    return Planted(broken.code, delivery.name, f"{path.name}/{name}", broken.row, broken.what)


def _faulty(broken: Broken, number: int, archive: zipfile.ZipFile) -> Iterator[str]:
    """What each sound message of the kind can be made into."""
    sound = _texts(archive, broken.kind)
    if broken is not _BEFORE:
        for text in sound:
            yield broken.change(text, number)
        return
    claim = next(sound, "")
    for assignment in _texts(archive, "JW301"):
        yield before_assignment(claim, assignment, number)


def _texts(archive: zipfile.ZipFile, kind: str) -> Iterator[str]:
    names = [name for name in archive.namelist() if name.startswith(f"{kind}_") and name < f"{kind}_{_FIRST_PLACE}"]
    for name in names[:_TRIES]:
        yield archive.read(name).decode()
