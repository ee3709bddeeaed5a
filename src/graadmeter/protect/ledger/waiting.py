"""Blocks that cannot be protected beside what was shown: they show what they showed, and their new figures wait."""

from collections.abc import Sequence

import numpy as np

from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools
from graadmeter.protect.figures.derived import rest_on
from graadmeter.protect.figures.published import everywhere, hidden_rows
from graadmeter.protect.grid.lines import lines_of
from graadmeter.protect.grid.naming import title_of, words_of
from graadmeter.protect.ledger.blocks import Renewed
from graadmeter.protect.ledger.counts import Past
from graadmeter.protect.ledger.ledger import Ledger
from graadmeter.protect.ledger.rows import Whole, everywhere_of, news

_MOST_NAMED = 3
_REST = Text("een verschil van twee cijfers", "a difference of two figures")


def with_waiting(
    rows: Bools, waiting: Sequence[Renewed], *, whole: Whole, ledger: Ledger, past: Past, late: Bools
) -> Bools:
    """The hidden `rows`, those of `waiting` blocks such that they tell nothing that the newest release did not tell.

    A figure stays only where it and every count it tells of are what they were, and are not too small (`late`) by now.
    """
    if not waiting:
        return rows
    blocks = [one.block for one in waiting]
    every = [np.ones(len(one.system), dtype=np.bool_) for one in blocks]
    mine = _rows(whole, everywhere(whole.plan, blocks, every))
    other = _rows(whole, everywhere_of(whole.plan, past.moved | ~past.shown | late))
    return np.where(mine, news(whole, ledger) | other, rows)


def _rows(whole: Whole, marked: Bools) -> Bools:
    """The rows that tell of a marked count; `marked` is over the flat grid, at every place."""
    facts, found = whole.plan.facts, lines_of(whole.figures, whole.indicators)
    return whole.rows(hidden_rows(facts, marked), rest_on(whole.figures, facts, marked, found))


def told_of(whole: Whole, past: Past, ledger: Ledger, waiting: Sequence[Renewed]) -> list[Text]:
    """Of each waiting block what cannot be protected, and beside which figures of which releases."""
    found = []
    for one in waiting:
        about = title_of(whole.plan.facts, whole.indicators, int(one.block.place[0]))
        size, year, bare = len(one.exposed), one.block.year, named(whole, one)
        some, way = listed(bare[:_MOST_NAMED]), listed(in_the_way(whole, past, ledger, one)[:_MOST_NAMED])
        found.append(
            Text(
                f"{about.nl}, {year}: {size} kleine aantallen zijn niet af te schermen ({some.nl}) naast wat eerder "
                f"is gepubliceerd: {way.nl}",
                f"{about.en}, {year}: {size} small counts cannot be protected ({some.en}) beside what was published "
                f"before: {way.en}",
            )
        )
    return found


def named(whole: Whole, one: Renewed) -> list[Text]:
    """What cannot be protected, in words."""
    places = one.block.place
    return [
        words_of(whole.plan.facts, whole.indicators, int(places[cell])) if cell < len(places) else _REST
        for cell in one.exposed
    ]


def listed(names: Sequence[Text]) -> Text:
    """The names in one line; '-' for none."""
    return Text("; ".join(one.nl for one in names) or "-", "; ".join(one.en for one in names) or "-")


def in_the_way(whole: Whole, past: Past, ledger: Ledger, one: Renewed) -> list[Text]:
    """The figures that were shown before, in the sums of what cannot be protected, with the release of each."""
    rows = one.block.system.rows
    bare = np.zeros(len(one.block.system), dtype=np.bool_)
    bare[one.level.exposed] = True
    if one.changes is not None:
        bare[one.changes.exposed] = True
    touched = np.bincount(rows.owner, weights=bare[rows.cell], minlength=len(rows)) > 0
    beside = np.unique(rows.cell[touched[rows.owner]])
    beside = beside[one.known.shown[beside] & ~bare[beside]]
    places = one.block.place[beside].tolist()
    names = [words_of(whole.plan.facts, whole.indicators, place) for place in places]
    editions = [ledger.editions[past.edition[place]] for place in places]
    return [
        Text(f"{name.nl} (uitgave {edition})", f"{name.en} (release {edition})")
        for name, edition in zip(names, editions, strict=True)
    ]
