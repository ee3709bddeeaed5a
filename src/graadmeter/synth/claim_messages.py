"""Writes the claim messages (323): one per domain, provider and month, its lines by client."""

from collections.abc import Iterator

import numpy as np

from graadmeter.synth.claims import DECLARED_ON, Lines
from graadmeter.synth.days import Flags, Ints, iso, month_first, quarter_of
from graadmeter.synth.envelope import Kind, opening
from graadmeter.synth.kinds import texts
from graadmeter.synth.messages import Message, Office
from graadmeter.synth.region_facts import care, providers


def claims(office: Office, lines: Lines) -> Iterator[Message]:
    """Every 323 of the municipality in the domain of the office, in the order sent."""
    mine = np.nonzero(texts("domein")[office.provisions.care[lines.of]] == office.domain)[0]
    if not len(mine):
        return
    of = lines.of[mine]
    person, provider, declared = office.provisions.person[of], office.provisions.provider[of], lines.declared[mine]
    order = np.lexsort((mine, lines.month[mine], of, person, provider, declared))
    items, amounts = _items(office, lines, mine[order]), _amounts(lines, mine[order]).tolist()
    key = np.stack([declared[order], provider[order]])
    message, client = _changes(key), _changes(np.stack([*key, person[order]]))
    places = office.clients.places(person[order])
    firsts = np.nonzero(message)[0].tolist()
    for number, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(order)], strict=True), start=1):
        body = "".join(_line(office, places[at], items[at], bool(client[at]), at == first) for at in range(first, end))
        month, agb = int(key[0, first]), providers()[int(key[1, first])].agb
        yield _message(office, (agb, month, number), sum(amounts[first:end]), body)


def _changes(key: Ints) -> Flags:
    changed: Flags = np.any(np.diff(key, axis=1, prepend=-2) != 0, axis=0)
    return changed


def _line(office: Office, place: int, item: str, new_client: bool, first: bool) -> str:  # noqa: FBT001 - read in one place
    if not new_client:
        return item
    closing = "" if first else "</Prestaties></Client>"
    return f"{closing}<Client><Bsn>{office.clients.bsn[place]}</Bsn><Prestaties>{item}"


def _amounts(lines: Lines, places: Ints) -> Ints:
    return lines.volume[places] * lines.price[places] * np.where(lines.credit[places], -1, 1)


def _reference(gemeente: str, place: int) -> str:
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
            _reference(here, place),
            earlier % _reference(here, replaced) if credit else "",
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


def _message(office: Office, which: tuple[str, int, int], total: int, body: str) -> Message:
    """The message of a provider about a month of care, with its number."""
    agb, month, number = which
    p, sent = f"i{office.domain}", month_first(np.array([month + 1])) + DECLARED_ON
    begin, end = iso(np.concatenate([month_first(np.array([month])), month_first(np.array([month + 1])) - 1]))
    dated, identity = iso(sent)[0], f"D{office.gemeente}{number:07d}"
    text = (
        opening(Kind(office.domain, "323"))
        % (agb, office.gemeente, identity, dated)
        + f"<Declaratie><DeclaratieNummer>{identity}</DeclaratieNummer><DeclaratiePeriode>"
        f"<{p}:Begindatum>{begin}</{p}:Begindatum><{p}:Einddatum>{end}</{p}:Einddatum></DeclaratiePeriode>"
        f"<DeclaratieDagtekening>{dated}</DeclaratieDagtekening><TotaalIngediendBedrag>"
        f"<{p}:TotaalBedrag>{abs(total)}</{p}:TotaalBedrag>"
        f"<{p}:DebetCredit>{'C' if total < 0 else 'D'}</{p}:DebetCredit></TotaalIngediendBedrag>"
        f"<Clienten>{body}</Prestaties></Client></Clienten></Declaratie></Bericht>"
    )
    return Message(int(quarter_of(sent)[0]), text.encode())
