"""Writes the care messages (301, 305, 307, 315): one message per client, provider and day, in the order sent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from graadmeter.synth.claims import usual_volume, whole_months
from graadmeter.synth.community import Community
from graadmeter.synth.days import Ints, iso, quarter_of
from graadmeter.synth.envelope import Clients, Kind, opening, products
from graadmeter.synth.kinds import texts
from graadmeter.synth.provisions import Provisions
from graadmeter.synth.region_facts import REFERRERS, care, providers
from graadmeter.synth.register import Assignments, Kept, Records, Register, Starts, Stops
from graadmeter.synth.replying import Replies


@dataclass(frozen=True, slots=True)
class Office:
    """Everything the messages of one municipality and domain are written from."""

    community: Community
    provisions: Provisions
    register: Register
    domain: str
    clients: Clients
    volumes: Ints
    """Assigned volume per provision."""
    replies: Replies

    @property
    def gemeente(self) -> str:
        """The four digits of the municipality."""
        return self.community.municipality.number


@dataclass(frozen=True, slots=True)
class Message:
    """One message: the quarter it was sent in and its bytes."""

    quarter: int
    content: bytes
    refused: bool = False
    """By who received it."""


_REFUSED = "R"
"""First letter of the identification of versions that the provider refuses."""


def assigned_volumes(provisions: Provisions) -> Ints:
    """Volume of each assignment, enough for what is usual: per week, per month or in all, as its kind says."""
    usual = usual_volume(provisions)
    weekly = (texts("frequentie") == "2")[provisions.care]
    whole = whole_months((texts("eenheid") == "14")[provisions.care], usual)
    return np.where(weekly, -(-usual // 4), np.where(whole, 31, usual))


def _write(
    office: Office,
    number: str,
    records: Records,
    items: list[str],
    around: tuple[str, str],
    *,
    refused: bool = False,
) -> Iterator[Message]:
    """Messages of one kind; `items` are the product elements, one per record, `around` what encloses them."""
    provisions, from_gemeente = office.provisions, number == "301"
    order = np.lexsort((records.of, provisions.person[records.of], provisions.provider[records.of], records.sent))
    if not len(order):
        return
    of, sent = records.of[order], records.sent[order]
    key = np.stack([provisions.person[of], provisions.provider[of], sent])
    firsts = np.nonzero(np.any(np.diff(key, axis=1, prepend=-1) != 0, axis=0))[0]
    ends = np.append(firsts[1:], len(order)).tolist()
    head, place = opening(Kind(office.domain, number)), order.tolist()
    agb = [providers()[item].agb for item in provisions.provider[of[firsts]].tolist()]
    dates, quarters = iso(sent[firsts]), quarter_of(sent[firsts]).tolist()
    client = office.clients.full if from_gemeente else office.clients.short
    who = office.clients.places(provisions.person[of[firsts]])
    letter = _REFUSED if refused else {"301": "A", "305": "B", "307": "E", "315": "V"}[number]
    before, after = around
    here = office.gemeente
    for index, (first, end) in enumerate(zip(firsts.tolist(), ends, strict=True)):
        parties = (here, agb[index]) if from_gemeente else (agb[index], here)
        content = head % (*parties, f"{letter}{here}{index + 1:07d}", dates[index])
        body = items[place[first]] if end == first + 1 else "".join([items[at] for at in place[first:end]])
        text = f"{content}{client(who[index])}{before}{body}{after}</Client></Bericht>"
        yield Message(quarters[index], text.encode(), refused)


def _mine(office: Office, records: Kept) -> Kept:
    """The records of the domain of the office."""
    return records.where(texts("domein")[office.provisions.care[records.of]] == office.domain)


def _assigned(office: Office) -> Iterator[Message]:
    around = ("<ToegewezenProducten>", "</ToegewezenProducten>")
    for every, refused in ((office.register.assignments, False), (office.replies.refused, True)):
        records = _mine(office, every)
        yield from _write(office, "301", records, _assigned_items(office, records), around, refused=refused)


def _assigned_items(office: Office, records: Assignments) -> list[str]:
    of, p, product = records.of, f"i{office.domain}", products(office.domain)
    numbers, kinds = office.register.number[of].tolist(), office.provisions.care[of].tolist()
    extent = [
        f"<Omvang><{p}:Volume>%d</{p}:Volume><{p}:Eenheid>{item.eenheid}</{p}:Eenheid>"
        f"<{p}:Frequentie>{item.frequentie}</{p}:Frequentie></Omvang></ToegewezenProduct>"
        for item in care()
    ]
    dates, begins, ends = iso(records.dated), iso(office.register.valid_from[of]), iso(records.until)
    seconds, changes, volumes = records.second.tolist(), records.change.tolist(), office.volumes[of].tolist()
    asks, grants = records.referring.tolist(), records.granting.tolist()
    return [
        "<ToegewezenProduct><ToewijzingNummer>"
        + str(numbers[at])
        + "</ToewijzingNummer>"
        + (f"<ReferentieAanbieder>{reference(office, numbers[at])}</ReferentieAanbieder>" if asks[at] else "")
        + (_changed(office, numbers[at], ends[at]) if grants[at] else "")
        + product[kind]
        + f"<Toewijzingsdatum>{dates[at]}</Toewijzingsdatum><Toewijzingstijd>{_time(seconds[at])}</Toewijzingstijd>"
        + f"<Ingangsdatum>{begins[at]}</Ingangsdatum>"
        + (f"<Einddatum>{ends[at]}</Einddatum>" if ends[at] else "")
        + (f"<RedenWijziging>{changes[at]:02d}</RedenWijziging>" if changes[at] else "")
        + extent[kind] % volumes[at]
        for at, kind in enumerate(kinds)
    ]


def _time(second: int) -> str:
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def reference(office: Office, number: int) -> str:
    """The provider's reference that a request and the assignment granting it share."""
    return f"{office.gemeente}-{office.domain.upper()}-{number}"


def change_reference(office: Office, number: int, until: str) -> str:
    """The provider's reference that a request for a change and the version granting it share (TR379)."""
    return f"{reference(office, number)}-{until.replace('-', '')}"


def _changed(office: Office, number: int, until: str) -> str:
    return f"<ReferentieAanbieder>{change_reference(office, number, until)}</ReferentieAanbieder>"


def _told(office: Office, records: Starts | Stops, tag: str) -> tuple[list[str], list[str]]:
    """The first part of each start or stop, up to its Begindatum; and the last part, its status."""
    product, of = products(office.domain), records.of
    rows = zip(
        office.register.number[of].tolist(),
        office.provisions.care[of].tolist(),
        iso(office.register.valid_from[of]),
        iso(records.begin),
        strict=True,
    )
    first = [
        f"<{tag}><ToewijzingNummer>{number}</ToewijzingNummer>{product[kind]}"
        f"<ToewijzingIngangsdatum>{since}</ToewijzingIngangsdatum><Begindatum>{begin}</Begindatum>"
        for number, kind, since, begin in rows
    ]
    return first, [f"<StatusAanlevering>{status}</StatusAanlevering></{tag}>" for status in records.status.tolist()]


def _started(office: Office) -> Iterator[Message]:
    records = _mine(office, office.register.starts)
    items = [first + last for first, last in zip(*_told(office, records, "StartProduct"), strict=True)]
    yield from _write(office, "305", records, items, ("<StartProducten>", "</StartProducten>"))


def _stopped(office: Office) -> Iterator[Message]:
    records = _mine(office, office.register.stops)
    parts = zip(*_told(office, records, "StopProduct"), records.reason.tolist(), iso(records.end), strict=True)
    items = [
        f"{first}<RedenBeeindiging>{reason:02d}</RedenBeeindiging><Einddatum>{end}</Einddatum>{last}"
        for first, last, reason, end in parts
    ]
    yield from _write(office, "307", records, items, ("<StopProducten>", "</StopProducten>"))


def _requested(office: Office) -> Iterator[Message]:
    records = _mine(office, office.register.requests)
    p, product, of = f"i{office.domain}", products(office.domain), records.of
    rows = zip(
        office.register.number[of].tolist(),
        office.provisions.care[of].tolist(),
        iso(office.register.valid_from[of]),
        iso(office.register.valid_from[of] + 1825),
        office.volumes[of].tolist(),
        office.provisions.referrer[of].tolist(),
        strict=True,
    )
    items = [
        f"<AangevraagdProduct><ReferentieAanbieder>{reference(office, number)}</ReferentieAanbieder>{product[kind]}"
        f"<ToewijzingIngangsdatum>{since}</ToewijzingIngangsdatum>"
        + (f"<ToewijzingEinddatum>{until}</ToewijzingEinddatum>" if care()[kind].frequentie == "2" else "")
        + f"<Omvang><{p}:Volume>{volume}</{p}:Volume><{p}:Eenheid>{care()[kind].eenheid}</{p}:Eenheid>"
        f"<{p}:Frequentie>{care()[kind].frequentie}</{p}:Frequentie></Omvang>"
        f"<Verwijzer>{_referrer(p, REFERRERS[referrer] or '06')}</Verwijzer><Raamcontract>1</Raamcontract>"
        "</AangevraagdProduct>"
        for number, kind, since, until, volume, referrer in rows
    ]
    yield from _write(office, "315", records, items, ("<AangevraagdeProducten>", "</AangevraagdeProducten>"))


_NAMED = {"01": "Gemeentelijke toegang", "06": "Zelf aangemeld", "08": "Rechtbank"}


def _referrer(p: str, code: str) -> str:
    """Doctors and institutions by an invented code, others by name (CD066-CD068)."""
    if code in _NAMED:
        return f"<{p}:Type>{code}</{p}:Type><{p}:Naam>{_NAMED[code]}</{p}:Naam>"
    return f"<{p}:Type>{code}</{p}:Type><{p}:ZorgverlenerCode>999800{code}</{p}:ZorgverlenerCode>"


WRITERS: dict[str, Callable[[Office], Iterator[Message]]] = {
    "301": _assigned,
    "305": _started,
    "307": _stopped,
    "315": _requested,
}
"""What writes each kind of message."""
