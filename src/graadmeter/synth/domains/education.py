"""Education: support and absence of pupils; only part of them with a BSN."""

from collections.abc import Iterator

from graadmeter.synth.domains.story import Fact, Quarter, Row, Told, chance, each, later, number_of, one_of, person

_LEAST, _SHARE = 15, 0.1
"""Share of clients beyond the first 15 of whom the school tells. Own choice."""
_NAMED = 0.5
"""Share of pupils delivered with a BSN. Own choice."""
_SUMMER = 2
"""The third quarter begins a school year."""


def education(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per pupil."""
    year = quarter.index // 4 - (quarter.index % 4 < _SUMMER)
    for client in each(clients, _LEAST, _SHARE):
        rng = chance(client, 500 + year)
        named = rng.random() < _NAMED
        absence = one_of(rng, "geen", "geen", "relatief", "langdurig", "5a")
        begin = None if absence == "geen" else later(quarter.first, rng, 0, 60)
        row = {
            "leerling": f"L{number_of(client)}",
            "schooljaar": f"{year}-{year + 1}",
            "brin": one_of(rng, "00XY", "01XZ", "02YX01"),
            "onderwijssoort": one_of(rng, "BO", "VO", "SBO"),
            "ondersteuning": one_of(rng, "geen", "basis", "extra"),
            "verzuim": absence,
            "verzuim_begin": begin.isoformat() if begin else "",
            "verzuim_einde": "",
        }
        fact: Fact = {**row, "verzuim_begin": begin, "verzuim_einde": None, "persoon": client["bsn"] if named else None}
        yield Told((person(client) if named else dict.fromkeys(person(client), "")) | row, fact)
