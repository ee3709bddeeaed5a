"""Cases of the youth-protection chain, from report to help; about a child or a family."""

from collections.abc import Iterator

from graadmeter.synth.domains.story import Fact, Quarter, Row, Told, age, chance, each, later, number_of, one_of, person

_LEAST, _SHARE = 8, 0.03
"""Share of clients beyond the first 8 with a case. Own choice."""
_CHILD = 0.7
"""Share of cases about one child. Own choice."""
_STEPS = (
    ("VT_MELDING", "VT"),
    ("VT_TRIAGE", "VT"),
    ("RVDK_VERZOEK", "RVDK"),
    ("RVDK_BEGIN", "RVDK"),
    ("RVDK_ADVIES", "RVDK"),
    ("RB_UITSPRAAK", "RB"),
    ("GI_CONTACT", "GI"),
    ("HULP_BEGIN", "AANB"),
)


def chain(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per step taken in the quarter."""
    for client in each(clients, _LEAST, _SHARE):
        rng = chance(client, 2)
        day, urgent = quarter.day(int(rng.integers(0, quarter.span))), one_of(rng, "J", "N", "N")
        family, case = f"G{client['huishouden']}", f"Z{number_of(client)}"
        about_child = rng.random() < _CHILD
        for step, organisation in _STEPS[: int(rng.integers(2, len(_STEPS) + 1))]:
            if quarter.first <= day <= quarter.last:
                same = {
                    "eenheid": "kind" if about_child else "gezin",
                    "stap": step,
                    "organisatie": organisation,
                    "zaak": case,
                    "gezin": family,
                }
                who = person(client) if about_child else dict.fromkeys(person(client), "")
                fact: Fact = same | {
                    "persoon": client["bsn"] if about_child else None,
                    "instelling": None,
                    "datum": day,
                    "spoed": urgent == "J",
                    "leeftijd": age(client, day) if about_child else None,
                }
                row = who | same | {"datum": day.isoformat(), "spoed": urgent, "instelling": ""}
                yield Told(row, fact)
            day = later(day, rng, 1, 45)
