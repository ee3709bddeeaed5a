"""Writes requests for a change (317) and answers to requests (319), one per message."""

from collections.abc import Callable, Iterator

import numpy as np

from graadmeter.synth.days import iso, quarter_of
from graadmeter.synth.envelope import Kind, opening
from graadmeter.synth.kinds import texts
from graadmeter.synth.messages import Message, Office, change_reference, reference
from graadmeter.synth.region_facts import care, providers
from graadmeter.synth.register import Kept

_CHANGE_WANTED = "1"
_UNDER_INVESTIGATION = "2"


def _mine(office: Office, records: Kept) -> Kept:
    mine = records.where(texts("domein")[office.provisions.care[records.of]] == office.domain)
    return mine.where(np.lexsort((mine.of, mine.sent)))


def _changes(office: Office) -> Iterator[Message]:
    records = _mine(office, office.replies.changes)
    of, p = records.of, f"i{office.domain}"
    head, numbers = opening(Kind(office.domain, "317")), office.register.number[of].tolist()
    rows = zip(
        numbers,
        office.provisions.care[of].tolist(),
        office.provisions.provider[of].tolist(),
        office.clients.places(office.provisions.person[of]),
        iso(office.register.valid_from[of]),
        iso(records.until),
        office.volumes[of].tolist(),
        iso(records.sent),
        quarter_of(records.sent).tolist(),
        strict=True,
    )
    for index, (number, kind, provider, place, since, until, volume, sent, quarter) in enumerate(rows, start=1):
        identity = f"W{office.gemeente}{index:07d}"
        text = (
            head
            % (providers()[provider].agb, office.gemeente, identity, sent)
            + f"<Client><Bsn>{office.clients.bsn[place]}</Bsn><Verzoek>"
            f"<ReferentieAanbieder>{change_reference(office, number, until)}</ReferentieAanbieder>"
            f"<RedenVerzoek>{_CHANGE_WANTED}</RedenVerzoek><TeWijzigenProducten><TeWijzigenProduct>"
            f"<ToewijzingNummer>{number}</ToewijzingNummer><GewensteIngangsdatum>{since}</GewensteIngangsdatum>"
            f"<Einddatum>{until}</Einddatum><Omvang><{p}:Volume>{volume}</{p}:Volume>"
            f"<{p}:Eenheid>{care()[kind].eenheid}</{p}:Eenheid>"
            f"<{p}:Frequentie>{care()[kind].frequentie}</{p}:Frequentie></Omvang></TeWijzigenProduct>"
            "</TeWijzigenProducten></Verzoek></Client></Bericht>"
        )
        yield Message(quarter, text.encode())


def _answers(office: Office) -> Iterator[Message]:
    records = _mine(office, office.replies.looked_into)
    of, head = records.of, opening(Kind(office.domain, "319"))
    rows = zip(
        office.register.number[of].tolist(),
        office.provisions.provider[of].tolist(),
        iso(records.sent),
        quarter_of(records.sent).tolist(),
        strict=True,
    )
    for index, (number, provider, sent, quarter) in enumerate(rows, start=1):
        text = (
            head
            % (office.gemeente, providers()[provider].agb, f"N{office.gemeente}{index:07d}", sent)
            + f"<Antwoord><ReferentieAanbieder>{reference(office, number)}</ReferentieAanbieder>"
            f"<VerzoekAntwoord>{_UNDER_INVESTIGATION}</VerzoekAntwoord></Antwoord></Bericht>"
        )
        yield Message(quarter, text.encode())


WRITERS: dict[str, Callable[[Office], Iterator[Message]]] = {"317": _changes, "319": _answers}
"""What writes each kind of message."""
