"""Waiting times: a referral, its intake and its start, each with its certainty; some end without help."""

from collections.abc import Iterator

from graadmeter.synth.domains.story import (
    Quarter,
    Row,
    Told,
    age,
    chance,
    each,
    known,
    later,
    number_of,
    one_of,
    person,
    value,
)

_LEAST, _SHARE = 25, 0.3
"""Share of clients beyond the first 25 with a referral that is told of. Own choice."""
_ADULT = 18
_BEFORE = 120
"""Days before the first quarter with these tables in which somebody may have been referred who still waits."""
_WITHDRAWN = 0.15
"""Share of referrals that end without help. Own choice."""


def waiting(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per referral that was open in the quarter."""
    for client in each(clients, _LEAST, _SHARE):
        rng = chance(client, 1)
        referred = quarter.day(int(rng.integers(-_BEFORE, quarter.span)))
        intake = later(referred, rng, 3, 70)
        start = later(intake, rng, 3, 120)
        left = later(intake, rng, 3, 60) if rng.random() < _WITHDRAWN else None
        status = [one_of(rng, "gemeten", "gemeten", "opgegeven") for _ in range(3)]
        urgent, asker = one_of(rng, "J", "N", "N"), one_of(rng, "01", "02", "04")
        if referred > quarter.last or (left or start) < quarter.first:
            continue
        start_day = None if left else start
        told = [
            status[0],
            *(s if known(d, quarter) else "onbekend" for s, d in zip(status[1:], (intake, start_day), strict=True)),
        ]
        same = {
            "wet": "jeugdwet",
            "hulpvorm": one_of(rng, "02", "04"),
            "aanbieder": client["aanbieder"],
            "verwijzer": asker,
            "aanmelddatum_status": told[0],
            "intakedatum_status": told[1],
            "startdatum_status": told[2],
            "afmeldreden": "ingetrokken" if known(left, quarter) else "",
        }
        days = {"aanmelddatum": referred, "intakedatum": intake, "startdatum": start_day, "afgemeld": left}
        row = person(client) | same | {"aanmelding_id": f"A{number_of(client)}", "spoed": urgent}
        fact = {name: text or None for name, text in same.items()} | {
            "persoon": client["bsn"],
            "aanmelding": row["aanmelding_id"],
            "spoed": urgent == "J",
            "leeftijd": age(client, referred),
            "voor_18": age(client, referred) < _ADULT,
        }
        yield Told(
            row | {name: known(day, quarter) for name, day in days.items()},
            fact | {name: value(day, quarter) for name, day in days.items()},
        )
