"""What was delivered, read from the XML and CSV files with the standard library alone: none of our code is used."""

import csv
import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass
class Delivered:
    """Everything in an inbox, by key, in order of delivery."""

    assignments: dict = field(default_factory=lambda: defaultdict(list))
    starts: dict = field(default_factory=lambda: defaultdict(list))
    stops: dict = field(default_factory=lambda: defaultdict(list))
    requests: dict = field(default_factory=lambda: defaultdict(list))
    claims: list = field(default_factory=list)
    provisions: list = field(default_factory=list)
    population: list = field(default_factory=list)
    refused: set = field(default_factory=set)
    """Messages (domain, number, sender, receiver, identification, date) and lines of claims (those, then the line)."""
    persons: dict = field(default_factory=dict)
    """BSN -> (quarter, date of birth, sex) as last told."""


def read_inbox(inbox: Path) -> Delivered:
    """All deliveries in the inbox, quarter by quarter."""
    found = Delivered()
    for folder in sorted(inbox.iterdir(), key=lambda path: (path.name[5:], path.name)):
        quarter = quarter_index(folder.name[5:13])
        with zipfile.ZipFile(folder / "berichten.zip") as archive:
            for name in sorted(archive.namelist()):
                _read_message(found, archive.read(name), quarter)
        for row in rows(folder / "voorzieningen.csv"):
            found.provisions.append({**row, "kw": quarter})
            found.persons[row["bsn"]] = (quarter, day(row["geboortedatum"]), row["geslacht"])
        if (folder / "bevolking.csv").exists():
            found.population += rows(folder / "bevolking.csv")
    return _accepted(found)


def _accepted(found: Delivered) -> Delivered:
    """Without what its receiver refused."""
    for kind in (found.assignments, found.starts, found.stops):
        for key in list(kind):
            kind[key] = [one for one in kind[key] if one["message"] not in found.refused]
            if not kind[key]:
                del kind[key]
    found.claims = [
        one for one in found.claims if not {one["message"], (*one["message"], one["number"])} & found.refused
    ]
    return found


def rows(path: Path) -> list[dict]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";"))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def quarter_index(code: str) -> int:
    return int(code[:4]) * 4 + int(code[6:]) - 1


def _read_message(found: Delivered, content: bytes, quarter: int) -> None:
    root = ET.fromstring(content)  # noqa: S314 - files that the test itself had written
    domain, number = ("jw" if "/ijw/" in root.tag else "wmo"), root.tag.split("/schema}")[0][-3:]
    returned = number in RETURNS
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    sender, receiver = root.findtext("Header/Afzender"), root.findtext("Header/Ontvanger")
    town, provider = (sender, receiver) if len(sender) == 4 else (receiver, sender)
    head = {"dom": domain, "gm": f"GM{town}", "agb": provider, "stamp": root.findtext(".//Dagtekening"), "kw": quarter}
    number, identity = RETURNS.get(number, number), root.findtext("Header/BerichtIdentificatie/Identificatie")
    head["message"] = (domain, number, town, provider, identity, head["stamp"])
    if returned:
        _read_return(found, root, head["message"])
        return
    for path, read in _READERS.items():
        for client in root.iter("Client"):
            for record in client.findall(path):
                read(found, head, client, record)


RETURNS = {"302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319", "325": "323"}
_FINE = {"0200", "0233", "8001"}


def _read_return(found: Delivered, root: ET.Element, message: tuple) -> None:
    if message[1] == "323":
        claim = (*message[:4], *(item.text for item in root.find("Header/DeclaratieIdentificatie")))
        found.refused |= {(*claim, item.findtext(".//ReferentieNummer")) for item in root.iter("Prestatie")}
    elif {code.text for code in root.iter("RetourCode")} - _FINE:
        found.refused.add(message)


def _person(found: Delivered, head: dict, client) -> str:
    bsn, born = client.findtext("Bsn"), client.findtext("Geboortedatum/Datum")
    known = found.persons.get(bsn)
    if born and (known is None or known[0] <= head["kw"]):
        found.persons[bsn] = (head["kw"], day(born), client.findtext("Geslacht"))
    return bsn


def _key(head: dict, record) -> tuple:
    return head["dom"], head["gm"], int(record.findtext("ToewijzingNummer"))


def _assignment(found, head, client, record) -> None:
    found.assignments[_key(head, record)].append(
        {
            **head,
            "bsn": _person(found, head, client),
            "version": (record.findtext("Toewijzingsdatum"), record.findtext("Toewijzingstijd"), head["stamp"]),
            "reference": record.findtext("ReferentieAanbieder"),
            "code": record.findtext("Product/Code"),
            "first": day(record.findtext("Ingangsdatum")),
            "last": day(record.findtext("Einddatum")),
            "reason": record.findtext("RedenWijziging"),
        }
    )


def _start(found, head, client, record) -> None:
    _person(found, head, client)
    entry = {"begin": day(record.findtext("Begindatum")), "status": record.findtext("StatusAanlevering")}
    found.starts[_key(head, record)].append({**head, **entry})


def _stop(found, head, client, record) -> None:
    _person(found, head, client)
    entry = {
        "begin": day(record.findtext("Begindatum")),
        "end": day(record.findtext("Einddatum")),
        "reason": record.findtext("RedenBeeindiging"),
        "status": record.findtext("StatusAanlevering"),
    }
    found.stops[_key(head, record)].append({**head, **entry})


def _request(found, head, client, record) -> None:
    _person(found, head, client)
    reference = (head["gm"], head["agb"], record.findtext("ReferentieAanbieder"))
    referrer = record.findtext("Verwijzer/Type")
    if referrer:
        found.requests[reference].append((head["stamp"], referrer))


def _claim(found, head, client, record) -> None:
    found.claims.append(
        {
            **head,
            "bsn": client.findtext("Bsn"),
            "number": record.findtext("ProductReferentie/ReferentieNummer"),
            "cancels": record.findtext("ProductReferentie/VorigReferentieNummer"),
            "category": record.findtext("ProductCategorie"),
            "code": record.findtext("ProductCode"),
            "begin": day(record.findtext("ProductPeriode/Begindatum")),
            "volume": int(record.findtext("GeleverdVolume")),
            "cents": int(record.findtext("IngediendBedrag/Bedrag")),
            "kind": record.findtext("IngediendBedrag/DebetCredit"),
        }
    )


_READERS = {
    "ToegewezenProducten/ToegewezenProduct": _assignment,
    "StartProducten/StartProduct": _start,
    "StopProducten/StopProduct": _stop,
    "AangevraagdeProducten/AangevraagdProduct": _request,
    "Prestaties/Prestatie": _claim,
}
