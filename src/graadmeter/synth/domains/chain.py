"""Cases of the youth-protection chain, from report to help or the end of a measure; about a child or a family."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from graadmeter.synth.domains.story import Fact, Quarter, Row, Told, age, chance, each, later, number_of, one_of, person

_LEAST, _SHARE = 40, 0.06
"""Share of clients beyond the first 40 with a case. Own choice."""
_CHILD = 0.8
"""Share of cases about one child. Own choice."""
_BEFORE = 540
"""Days before the first quarter with these tables in which a case may have begun that still goes on."""


class _Step(NamedTuple):
    name: str
    organisation: str
    least: int
    """Days after the step before, and the most."""
    most: int


_REPORT = (_Step("VT_MELDING", "VT", 0, 1), _Step("VT_TRIAGE", "VT", 0, 10))
"""Triage has a norm of five working days (decree on Veilig Thuis), which some miss."""
_HELP = (
    _Step("VT_OVERDRACHT", "VT", 2, 40),
    _Step("HULP_VERZOEK", "LT", 1, 20),
    _Step("HULP_BEGIN", "AANB", 7, 120),
)
_BOARD = (
    _Step("VT_ONDERZOEK_BEGIN", "VT", 1, 20),
    _Step("VT_ONDERZOEK_EINDE", "VT", 20, 90),
    _Step("RVDK_VERZOEK", "RVDK", 1, 15),
    _Step("RVDK_BEGIN", "RVDK", 3, 60),
    _Step("RVDK_ADVIES", "RVDK", 30, 80),
)
_MEASURE = (
    _Step("RB_VERZOEK", "RVDK", 1, 10),
    _Step("RB_UITSPRAAK", "RB", 7, 45),
    _Step("GI_TOEWIJZING", "GI", 1, 40),
    _Step("GI_CONTACT", "GI", 1, 14),
    _Step("GI_PLAN", "GI", 14, 80),
    _Step("HULP_BEGIN", "AANB", 5, 90),
    _Step("GI_EINDE", "GI", 60, 240),
)
_ROUTES = ((), _HELP, _BOARD, (*_BOARD, _Step("HULP_BEGIN", "AANB", 7, 120)), (*_BOARD, *_MEASURE))
_WEIGHTS = (0.25, 0.3, 0.05, 0.1, 0.3)
"""After triage: nothing more, voluntary help, an investigation with nothing after it, with help, with a measure.

Own choice, with far more measures than there are, and shorter ones, so that a small region has some of each.
"""
_RETURN, _SOONEST, _LATEST = 0.4, 20, 400
"""Share of children who are reported again after a measure, and when. Own choice."""


def chain(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per step taken in the quarter."""
    for client in each(clients, _LEAST, _SHARE):
        rng = chance(client, 2)
        day, urgent = quarter.day(int(rng.integers(-_BEFORE, quarter.span))), one_of(rng, "J", "N", "N")
        about_child = rng.random() < _CHILD
        for case, step, taken in _course(rng, day, number_of(client)):
            if quarter.first <= taken <= quarter.last:
                yield _told(client, case, step, taken, urgent=urgent == "J", about_child=about_child)


def _course(rng: np.random.Generator, day: date, number: int) -> Iterator[tuple[str, _Step, date]]:
    """The case with each of its steps and their days; a child that comes back has another case."""
    route = (*_REPORT, *_ROUTES[int(rng.choice(len(_ROUTES), p=_WEIGHTS))])
    for step in route:
        day = later(day, rng, step.least, step.most)
        yield f"Z{number}", step, day
    if route[-1].name == "GI_EINDE" and rng.random() < _RETURN:
        day = later(day, rng, _SOONEST, _LATEST)
        for step in _REPORT:
            day = later(day, rng, step.least, step.most)
            yield f"Z{number}T", step, day


def _told(client: Row, case: str, step: _Step, day: date, *, urgent: bool, about_child: bool) -> Told:
    same = {
        "eenheid": "kind" if about_child else "gezin",
        "stap": step.name,
        "organisatie": step.organisation,
        "zaak": case,
        "gezin": f"G{client['huishouden']}",
    }
    who = person(client) if about_child else dict.fromkeys(person(client), "")
    fact: Fact = same | {
        "persoon": client["bsn"] if about_child else None,
        "instelling": None,
        "datum": day,
        "spoed": urgent,
        "leeftijd": age(client, day) if about_child else None,
    }
    row = who | same | {"datum": day.isoformat(), "spoed": "J" if urgent else "N", "instelling": ""}
    return Told(row, fact)
