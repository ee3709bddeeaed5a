"""Claim lines as the municipality's own records hold them, under their number in message 323: none counts twice."""

from collections.abc import Iterator

import numpy as np

from graadmeter.synth.claim_messages import reference
from graadmeter.synth.days import iso, quarter_of
from graadmeter.synth.domains.story import Row
from graadmeter.synth.kinds import texts
from graadmeter.synth.municipality import Draw
from graadmeter.synth.region_facts import care, providers

_MOST = 20


def claim_lines(drawn: Draw, index: int) -> Iterator[Row]:
    """Some debit lines about the quarter that were not refused."""
    lines, provisions = drawn.lines, drawn.provisions
    granted = ~lines.credit & ~np.asarray(drawn.replies.lines, bool) & (quarter_of(lines.last) == index)
    places = np.nonzero(granted)[0][:_MOST]
    of = lines.of[places]
    domains, persons, kinds = texts("domein")[provisions.care[of]], provisions.person[of], provisions.care[of]
    for at, place in enumerate(places.tolist()):
        product, volume = care()[int(kinds[at])], int(lines.volume[place])
        yield {
            "bsn": f"{int(drawn.community.bsn[persons[at]]):09d}",
            "wet": "wmo" if domains[at] == "wmo" else "jeugdwet",
            "regelnummer": reference(drawn.community.municipality.number, place),
            "toewijzingnummer": str(int(drawn.register.number[of[at]])),
            "aanbieder": providers()[int(provisions.provider[of[at]])].agb,
            "categorie": product.categorie,
            "productcode": product.productcode,
            "periode_begin": iso(lines.first[[place]])[0],
            "periode_eind": iso(lines.last[[place]])[0],
            "volume": str(volume),
            "eenheid": product.eenheid,
            "bedrag": str(volume * int(lines.price[place])),
        }
