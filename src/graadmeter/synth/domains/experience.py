"""Client experience: answers of participants nobody is named by."""

from collections.abc import Iterator

from graadmeter.synth.domains.story import Quarter, Row, Told, chance, each, one_of

_MOST = 6


def experience(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per participant and question."""
    for number, client in enumerate(each(clients, _MOST), 1):
        rng = chance(client, 400 + quarter.index)
        for question in ("J01", "J03", "J06"):
            row = {
                "respondent": f"R{quarter.index}-{number}",
                "vragenlijst": "jeugd",
                "vraag": question,
                "antwoord": one_of(rng, "1", "2", "3", "4", "5", "9"),
                "invuller": one_of(rng, "jeugdige", "ouder"),
                "leeftijdsgroep": one_of(rng, "00-11", "12-17"),
                "wijk": client["wijk"],
            }
            yield Told(row, {name: text or None for name, text in row.items()})
