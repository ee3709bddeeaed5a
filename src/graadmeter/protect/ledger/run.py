"""Protects a release that comes after others: what these showed is known, and what changed since may be too small."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.progress import Progress
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.blocks.proofs import told_of_zeros
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.published import everywhere, placed
from graadmeter.protect.grid.naming import words_of
from graadmeter.protect.ledger.blocks import Renewed, hid_zeros, renew
from graadmeter.protect.ledger.counts import Past, past_of
from graadmeter.protect.ledger.kept_groups import require_groups
from graadmeter.protect.ledger.ledger import Ledger, ledger_of
from graadmeter.protect.ledger.rows import (
    Whole,
    everywhere_of,
    hidden_by,
    keepable,
    kept_years,
    reasons_again,
    shown_again,
)
from graadmeter.protect.ledger.waiting import in_the_way, listed, named, told_of, with_waiting
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request

_MOST_NAMED = 3


def protect_again(request: Request, progress: Progress, *, processes: int) -> ProtectedRelease:
    """As `protect`, after at least one earlier release."""
    measured, earlier, insiders, withstood = request.measured, request.earlier, request.insiders, request.withstood
    whole = Whole.of(request.in_force())
    require_groups(measured, earlier)
    ledger = ledger_of(measured, earlier)
    past = _past(whole, ledger, earlier)
    whole = whole.unmerged(past.shown)
    same = kept_years(whole, ledger, past)
    proven = set() if request.joined else set(withstood)
    kept = [year for year in same if insiders is None or year in proven]
    years = [year for year in sorted(set(whole.year.tolist())) if year not in kept]
    done = renew(whole.plan, past, years, processes, progress)
    outside = _late_for_insiders(whole, done, withstood)
    kept += [year for year in outside if year in same]
    plain = replace(whole.plan, insiders=None)
    done |= renew(plain, past, [year for year in outside if year not in same], processes, progress)
    must = set(withstood) if request.joined and insiders is not None else set()
    kept += [
        year
        for year, found in done.items()
        if year not in kept and _stuck(whole, ledger, past, year, found, must=year in must)
    ]
    anew = [one for year in sorted(done) if year not in kept for one in done[year]]
    renewed, waiting = ([one for one in anew if one.is_exposed is exposed] for exposed in (False, True))
    blocks = [one.block for one in renewed]
    late = _known_too_well(whole, past)
    still = past.hidden & ~placed(whole.plan, [one.block for one in anew])
    hidden = everywhere(whole.plan, blocks, [one.hidden for one in renewed]) | everywhere_of(whole.plan, late | still)
    rows = hidden_by(whole, ledger, past, hidden)
    rows = with_waiting(rows, waiting, whole=whole, ledger=ledger, past=past, late=late)
    cells = shown_again(whole, ledger, rows, np.isin(whole.year, kept))
    report = audit_release(
        cells,
        request,
        claims=[
            *(claim for one in renewed for claim in one.claims(whole.plan)),
            *(
                told_of_zeros(whole.plan, year)
                for year in sorted({*years, *outside})
                if hid_zeros(whole.plan, past, year)
            ),
        ],
        late=_named(whole, past, ledger, late),
        waiting=told_of(whole, past, ledger, waiting),
        outside=outside,
        progress=progress,
        processes=processes,
    )
    report.require_passed()
    sensitive = everywhere_of(whole.plan, whole.plan.marks.sensitive)
    return ProtectedRelease(cells, report.as_json(), reasons_again(whole, cells, sensitive))


def _past(whole: Whole, ledger: Ledger, earlier: Sequence[Earlier]) -> Past:
    values = whole.value[~whole.apart]
    return past_of(whole.plan, ledger.of_rows(~whole.apart), values, counts=whole.counts, earlier=earlier)


def _late_for_insiders(whole: Whole, done: Mapping[int, Sequence[Renewed]], withstood: Collection[int]) -> list[int]:
    """The years that earlier releases, which held against outsiders only, keep from holding against insiders.

    No part ever told more of these than the releases did. Years that did hold once must go on to.
    """
    if whole.plan.insiders is None:
        return []
    return [year for year, found in done.items() if year not in withstood and any(one.is_exposed for one in found)]


def _known_too_well(whole: Whole, past: Past) -> Bools:
    """Counts that are too small by now, and that an earlier release showed as they are."""
    late: Bools = whole.plan.marks.sensitive & past.shown & ~past.moved
    stands: Bools = whole.plan.cell.ravel() == np.arange(whole.plan.cell.size)
    return late & stands


def _named(whole: Whole, past: Past, ledger: Ledger, late: Bools) -> list[Text]:
    """Each of these counts with the release that showed it."""
    found = []
    for place in np.flatnonzero(late):
        name = words_of(whole.plan.facts, whole.indicators, int(place))
        edition = ledger.editions[past.edition[place]]
        nl, en = f"{name.nl}: staat al in uitgave {edition}", f"{name.en}: stands in release {edition} already"
        found.append(Text(nl, en))
    return found


def _stuck(whole: Whole, ledger: Ledger, past: Past, year: int, found: Sequence[Renewed], *, must: bool) -> bool:
    """Whether a year cannot be shown anew, has no figures that are new, and therefore stays as it was.

    Raises DisclosureError, with the earlier figures that stand in the way, when it has, and must hold against insiders:
    these know new figures of their own, also while they wait. It `must` be shown anew where readers see parts together
    who did not before: as it was, it was never proven to hold against them.
    """
    exposed = [name for one in found for name in named(whole, one)]
    keeps = keepable(whole, ledger, year) and not must
    if exposed and not keeps and any(one.block.holder is not None for one in found):
        way = [name for one in found for name in in_the_way(whole, past, ledger, one)]
        raise _refusal(exposed, way, _way_out(year, joined=must))
    return bool(exposed) and keeps


def _way_out(year: int, *, joined: bool) -> Text:
    """What a region may decide where a year held against municipalities before, and cannot any more."""
    fewer = Text(
        " Of geef wie nieuw in lezers.csv staat minder delen samen.",
        " Or give who is new in lezers.csv fewer parts together.",
    )
    nl, en = (fewer.nl, fewer.en) if joined else ("", "")
    return Text(
        f"{nl} Of besluit dat {year} alleen tegen buitenstaanders beschermd wordt: zie docs/levels.md.",
        f"{en} Or decide that {year} holds against outsiders only: see docs/levels.md.",
    )


def _refusal(exposed: Sequence[Text], way: Sequence[Text], other: Text) -> DisclosureError:
    some, others = listed(exposed[:_MOST_NAMED]), listed(way[:_MOST_NAMED])
    return DisclosureError(
        Text(
            f"Er wordt niets gepubliceerd: {len(exposed)} kleine aantallen of kleine verschillen zijn niet af te "
            f"schermen ({some.nl}). Dit is al eerder gepubliceerd en staat in de weg: {others.nl}. Laat deze "
            f"uitsplitsing weg of voeg gebieden samen.{other.nl}",
            f"Nothing is published: {len(exposed)} small counts or small differences cannot be protected ({some.en}). "
            f"This was published before and stands in the way: {others.en}. Leave this breakdown out or merge "
            f"areas.{other.en}",
        )
    )
