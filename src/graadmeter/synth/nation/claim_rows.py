"""The rows of `declaratieregel` for one piece of the country."""

import numpy as np
import pyarrow as pa

from graadmeter.domain import model
from graadmeter.engine.arrow import shaped
from graadmeter.synth.days import quarter_of
from graadmeter.synth.kinds import flags, numbers, texts
from graadmeter.synth.nation.clients import Care
from graadmeter.synth.nation.pieces import Piece
from graadmeter.synth.nation.rows import LAWS, Numbers
from graadmeter.synth.nation.texts_of import looked_up, municipalities, provider_codes
from graadmeter.synth.region_facts import care as kinds_of_care

_MONTHS = 3


def claims(rng: np.random.Generator, care: Care, piece: Piece, at: Numbers) -> pa.Table:
    """A line per month for care that is claimed monthly, in every quarter in which it runs."""
    monthly = care.where(flags(lambda item: item.wijze == "maand")[care.kind])
    quarters = np.arange(at.first, at.last + 1)
    now = (quarter_of(monthly.begin)[:, None] <= quarters) & (quarter_of(monthly.end)[:, None] >= quarters)
    row, column = (np.repeat(axis, _MONTHS) for axis in np.nonzero(now))
    lines = monthly.where(row)
    usual = np.array([*(sum(item.volume) / 2 for item in kinds_of_care()), 0.0])[lines.kind]
    volume = np.maximum((usual * rng.uniform(0.6, 1.1, len(row))).astype(np.int64), 1)
    wmo, form = LAWS[lines.kind] == "wmo", texts("vorm")[lines.kind]
    return shaped(
        pa.table(
            {
                "persoon": lines.person + at.persons,
                "gemeente": municipalities(piece, lines.elsewhere),
                "wet": looked_up(LAWS, lines.kind),
                "aanbieder": provider_codes(lines.provider),
                "productcode": looked_up(texts("productcode"), lines.kind),
                "soort": looked_up(texts("soort"), lines.kind),
                "hulpvorm": pa.array(form, mask=wmo),
                "wmo_vorm": pa.array(form, mask=~wmo),
                "vervoer": np.zeros(len(row), bool),
                "kw": quarters[column],
                "volume": volume,
                "bedrag_cent": volume * numbers("tarief_cent")[lines.kind].astype(np.int64),
            }
        ),
        model.DECLARATIEREGEL,
    )
