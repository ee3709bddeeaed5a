"""Writes the claim messages (323): one per domain, provider and month, its lines by client."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graadmeter.synth.claims import DECLARED_ON, Lines
from graadmeter.synth.days import Ints, iso, month_first, quarter_of
from graadmeter.synth.envelope import Kind, opening
from graadmeter.synth.kinds import texts
from graadmeter.synth.messages import Message, Office
from graadmeter.synth.region_facts import care, providers


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: a provider about a month."""

    agb: str
    month: int
    number: int
    total: int
    """Eurocents."""
    lines: list[int]
    """Places of its lines."""
    persons: list[int]
    """For each line the place of its client."""
    items: list[str]
    """The text of each line."""


def claims(office: Office, lines: Lines) -> Iterator[Message]:
    """Every 323 of the municipality in the domain of the office, in the order sent."""
    for claim in claims_of(office, lines):
        yield _message(office, claim)


def claims_of(office: Office, lines: Lines) -> Iterator[Claim]:
    """The claims of the municipality in the domain of the office, in the order sent."""
    mine = np.nonzero(texts("domein")[office.provisions.care[lines.of]] == office.domain)[0]
    if not len(mine):
        return
    of = lines.of[mine]
    person, provider, declared = office.provisions.person[of], office.provisions.provider[of], lines.declared[mine]
    order = np.lexsort((mine, lines.month[mine], of, person, provider, declared))
    at, items = mine[order].tolist(), _items(office, lines, mine[order])
    amounts, places = amounts_of(lines, mine[order]).tolist(), office.clients.places(person[order])
    key = np.stack([declared[order], provider[order]])
    firsts = np.nonzero(np.any(np.diff(key, axis=1, prepend=-2) != 0, axis=0))[0].tolist()
    for number, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(order)], strict=True), start=1):
        part = slice(first, end)
        month, agb = int(key[0, first]), providers()[int(key[1, first])].agb
        yield Claim(agb, month, number, sum(amounts[part]), at[part], places[part], items[part])


def by_client(office: Office, persons: list[int], items: list[str], closing: str = "") -> str:
    """The Client elements around lines; `closing` stands between the lines of a client and its end."""
    text, before = [], -1
    for person, item in zip(persons, items, strict=True):
        if person != before:
            end = "" if before < 0 else f"</Prestaties>{closing}</Client>"
            text.append(f"{end}<Client><Bsn>{office.clients.bsn[person]}</Bsn><Prestaties>")
        text.append(item)
        before = person
    return f"{''.join(text)}</Prestaties>{closing}</Client>"


def identity(office: Office, claim: Claim) -> tuple[str, int]:
    """The identification of the message, and the day it was sent."""
    day = int(month_first(np.array([claim.month + 1]))[0]) + DECLARED_ON
    return f"D{office.gemeente}{claim.number:07d}", day


def amount(p: str, name: str, total: int) -> str:
    """An element with a total and whether it is debit or credit."""
    return (
        f"<{name}><{p}:TotaalBedrag>{abs(total)}</{p}:TotaalBedrag>"
        f"<{p}:DebetCredit>{'C' if total < 0 else 'D'}</{p}:DebetCredit></{name}>"
    )


def amounts_of(lines: Lines, places: Ints) -> Ints:
    """Eurocents of the lines at these places; those of credit lines are negative."""
    return lines.volume[places] * lines.price[places] * np.where(lines.credit[places], -1, 1)


def reference(gemeente: str, place: int) -> str:
    """The number of the line at this place."""
    return f"{gemeente}{place + 1:09d}"


def _items(office: Office, lines: Lines, places: Ints) -> list[str]:
    p, kinds = f"i{office.domain}", office.provisions.care[lines.of[places]]
    product = [
        f"<ProductCategorie>{item.categorie}</ProductCategorie><ProductCode>{item.productcode}</ProductCode>"
        for item in care()
    ]
    start = f"<Prestatie><ProductReferentie><{p}:ReferentieNummer>%s</{p}:ReferentieNummer>%s</ProductReferentie>"
    rest = (
        "<ToewijzingNummer>%d</ToewijzingNummer>%s"
        f"<ProductPeriode><{p}:Begindatum>%s</{p}:Begindatum><{p}:Einddatum>%s</{p}:Einddatum></ProductPeriode>"
        "<GeleverdVolume>%d</GeleverdVolume><Eenheid>%s</Eenheid><ProductTarief>%d</ProductTarief>"
        f"<IngediendBedrag><{p}:Bedrag>%d</{p}:Bedrag><{p}:DebetCredit>%s</{p}:DebetCredit></IngediendBedrag>"
        "</Prestatie>"
    )
    earlier = f"<{p}:VorigReferentieNummer>%s</{p}:VorigReferentieNummer>"
    volumes, tariffs = lines.volume[places].tolist(), lines.price[places].tolist()
    rows = zip(
        places.tolist(),
        lines.replaces[places].tolist(),
        office.register.number[lines.of[places]].tolist(),
        kinds.tolist(),
        iso(lines.first[places]),
        iso(lines.last[places]),
        volumes,
        tariffs,
        lines.credit[places].tolist(),
        strict=True,
    )
    template, here = start + rest, office.gemeente
    return [
        template
        % (
            reference(here, place),
            earlier % reference(here, replaced) if credit else "",
            number,
            product[kind],
            first,
            last,
            volume,
            care()[kind].eenheid,
            tariff,
            volume * tariff,
            "C" if credit else "D",
        )
        for place, replaced, number, kind, first, last, volume, tariff, credit in rows
    ]


def _message(office: Office, claim: Claim) -> Message:
    """The message of a provider about a month of care."""
    p, (named, day) = f"i{office.domain}", identity(office, claim)
    first, after = month_first(np.array([claim.month, claim.month + 1])).tolist()
    begin, end, sent = iso(np.array([first, after - 1, day]))
    text = (
        opening(Kind(office.domain, "323"))
        % (claim.agb, office.gemeente, named, sent)
        + f"<Declaratie><DeclaratieNummer>{named}</DeclaratieNummer><DeclaratiePeriode>"
        f"<{p}:Begindatum>{begin}</{p}:Begindatum><{p}:Einddatum>{end}</{p}:Einddatum></DeclaratiePeriode>"
        f"<DeclaratieDagtekening>{sent}</DeclaratieDagtekening>{amount(p, 'TotaalIngediendBedrag', claim.total)}"
        f"<Clienten>{by_client(office, claim.persons, claim.items)}</Clienten></Declaratie></Bericht>"
    )
    return Message(int(quarter_of(np.array([day]))[0]), text.encode())
