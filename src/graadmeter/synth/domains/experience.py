"""Client experience: answers of participants nobody is named by, to the questionnaire of their law."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graadmeter.synth.domains.story import Quarter, Row, Told, chance, each, one_of

_LEAST, _SHARE = 6, 0.02
"""Share of clients beyond the first 6 who answer in a quarter. Own choice."""


@dataclass(frozen=True, slots=True)
class _Questionnaire:
    name: str
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    """What is chosen from; what occurs twice is chosen twice as often. 9: no opinion."""
    asked: tuple[str, ...]
    ages: tuple[str, ...]


_OF = {
    "jeugdwet": _Questionnaire(
        "jeugd", ("J01", "J03", "J06"), ("1", "2", "3", "4", "5", "9"), ("jeugdige", "ouder"), ("00-11", "12-17")
    ),
    "wmo": _Questionnaire(
        "wmo",
        tuple(f"W{number:02}" for number in range(1, 11)),
        ("1", "2", "3", "4", "4", "4", "5", "5", "9"),
        ("client", "client", "naaste"),
        ("18-64", "65-74", "75+"),
    ),
}


def experience(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per participant and question, of clients of either law."""
    for law, asked in _OF.items():
        for number, client in enumerate(each([one for one in clients if one["wet"] == law], _LEAST, _SHARE), 1):
            rng = chance(client, 400 + quarter.index)
            for question in asked.questions:
                row = _answer(rng, asked, question) | {"wijk": client["wijk"]}
                row["respondent"] = f"R{asked.name[0]}{quarter.index}-{number}"
                yield Told(row, {name: text or None for name, text in row.items()})


def _answer(rng: np.random.Generator, asked: _Questionnaire, question: str) -> Row:
    return {
        "vragenlijst": asked.name,
        "vraag": question,
        "antwoord": one_of(rng, *asked.answers),
        "invuller": one_of(rng, *asked.asked),
        "leeftijdsgroep": one_of(rng, *asked.ages),
    }
