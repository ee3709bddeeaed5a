"""Writes claim answers (325): the refused lines of a claim, or that all of it was granted (IV087)."""

from collections.abc import Iterator

import numpy as np

from graadmeter.synth.claim_messages import Claim, amount, amounts_of, by_client, claims_of, identity
from graadmeter.synth.claims import Lines
from graadmeter.synth.days import iso, quarter_of
from graadmeter.synth.envelope import Kind, opening
from graadmeter.synth.messages import Message, Office
from graadmeter.synth.replying import ANSWERED_AFTER

_NO_ASSIGNMENT, _GRANTED, _FINE = "9338", "8001", "0200"
_EVERY = 6
"""Of the claims granted in full one in so many has an answer in the delivery; the rest went another way."""


def claim_answers(office: Office, lines: Lines) -> Iterator[Message]:
    """The 325s that were sent in the window: all that refuse something, some of those that grant everything."""
    for claim in claims_of(office, lines):
        refused = [at for at, line in enumerate(claim.lines) if office.replies.lines[line]]
        in_time = identity(office, claim)[1] + ANSWERED_AFTER <= office.replies.final_day
        if refused or (in_time and claim.number % _EVERY == 0):
            yield _answer(office, lines, claim, refused)


def _answer(office: Office, lines: Lines, claim: Claim, refused: list[int]) -> Message:
    p, (named, day) = f"i{office.domain}", identity(office, claim)
    claimed, answered = iso(np.array([day, day + ANSWERED_AFTER]))
    less = int(amounts_of(lines, np.array([claim.lines[at] for at in refused], np.int64)).sum())
    clients = ""
    if refused:
        items = [claim.items[at].replace("</Prestatie>", f"{_codes(_NO_ASSIGNMENT)}</Prestatie>") for at in refused]
        persons = [claim.persons[at] for at in refused]
        clients = f"<Clienten>{by_client(office, persons, items, _codes(_FINE))}</Clienten>"
    text = (
        opening(Kind(office.domain, "325"))
        % (office.gemeente, claim.agb, f"Q{named[1:]}", answered, named, claimed)
        + f"<DeclaratieAntwoord><DeclaratieNummer>{named}</DeclaratieNummer>"
        f"{amount(p, 'TotaalIngediendBedrag', claim.total)}{amount(p, 'TotaalToegekendBedrag', claim.total - less)}"
        f"{clients}{_codes(_FINE if refused else _GRANTED)}</DeclaratieAntwoord></Bericht>"
    )
    return Message(int(quarter_of(np.array([day + ANSWERED_AFTER]))[0]), text.encode())


def _codes(code: str) -> str:
    return f"<RetourCodes><RetourCode>{code}</RetourCode></RetourCodes>"
