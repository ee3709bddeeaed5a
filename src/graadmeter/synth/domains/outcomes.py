"""Outcome measurements: use of the help, goals reached, and problems with their reliable change."""

from collections.abc import Iterator

from graadmeter.synth.domains.story import Quarter, Row, Told, age, chance, each, number_of, one_of, person

_LEAST, _SHARE = 20, 0.1
"""Share of clients beyond the first 20 who are measured in a quarter. Own choice."""
_ADULT = 18
_RANGES = {"nut": (1, 11), "zonder_hulp": (1, 5), "problemen": (40, 80), "doelen": (0, 101)}


def outcomes(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per client and quarter in which there was a measurement."""
    for client in each(clients, _LEAST, _SHARE):
        rng = chance(client, 300 + quarter.index)
        instrument, day = one_of(rng, *_RANGES), quarter.day(quarter.days - 1 - int(rng.integers(0, 80)))
        low, high = _RANGES[instrument]
        score = int(rng.integers(low, high))
        same = {
            "wet": "jeugdwet",
            "aanbieder": client["aanbieder"],
            "moment": one_of(rng, "begin", "tussentijds", "einde"),
            "informant": one_of(rng, "jeugdige", "ouder"),
            "instrument": instrument,
            "klasse": one_of(rng, "verbeterd", "gelijk") if instrument == "problemen" else "",
        }
        number = client["toewijzingnummer"]
        row = {
            **person(client),
            **same,
            "meting_id": f"M{quarter.index}-{number_of(client)}",
            "toewijzingnummer": number,
            "meetdatum": day.isoformat(),
            "score": str(score),
        }
        yield Told(
            row,
            {name: text or None for name, text in same.items()}
            | {
                "persoon": client["bsn"],
                "meting": row["meting_id"],
                "toewijzing": number or None,
                "meetdatum": day,
                "score": score,
                "voor_18": age(client, day) < _ADULT,
            },
        )
