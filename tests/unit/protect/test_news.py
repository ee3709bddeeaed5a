"""In a later release only what news is tied to is proven and attacked again; the rest tells nothing it did not tell."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
from tests.unit.protect.tables import system
from tests.unit.protect.two_releases import POLICY, Counts, figure, indicator, measured, region, with_change

from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.ledger.news import with_news
from graadmeter.protect.ledger.systems import Known
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

FORMS = ("01", "02", "03", "04")
COUNTS: Counts = {
    "2025KW01": {"01": (3, 15, 60, 70), "02": (16, 18, 80, 90), "03": (50, 55, 4, 17), "04": (75, 85, 19, 21)}
}
"""Small counts in two corners that share no total: the first forms in the first towns, the last in the last."""
CORRECTED = with_change(COUNTS, ("2025KW01", "04", "GM0158", 20))
"""The new figure stands in the corner of the last."""


def released(counts: Counts, *earlier: pa.Table):
    known = [Earlier("uitgave-1", cells) for cells in earlier]
    cells = measured(counts, forms=FORMS)
    return protect(Request(cells, indicator(), {POLICY.id: POLICY}, region(), earlier=known), processes=1)


def hidden(cells: pa.Table) -> set[tuple[str, str]]:
    towns = ("GM0141", "GM0147", "GM0153", "GM0158")
    return {(town, form) for town in towns for form in FORMS if figure(cells, town, form=form)[0] is None}


def test_a_corner_without_news_is_left_as_it_was_and_not_attacked_again() -> None:
    first = released(COUNTS)
    second = released(CORRECTED, first.cells)
    assert len(hidden(first.cells)) == 8
    assert hidden(second.cells) >= {(town, form) for town, form in hidden(first.cells) if form in {"01", "02"}}
    assert figure(second.cells, "GM0158", form="04") in {(41, "value"), (None, "suppressed")}
    before, now = (one.audit["attacks"]["safe_in_whole_numbers"] for one in (first, second))
    assert now == before - 4


def test_one_figure_of_a_corner_shown_anew_and_all_of_it_is_attacked() -> None:
    first = released(COUNTS).cells
    second = released(CORRECTED, first).cells
    rows = second.to_pylist()
    for row in rows:
        if (row["area"], row["hulpvorm"], row["unit"]) == ("GM0147", "02", "personen"):
            row.update(value=18.0, status="value")
    forged = pa.Table.from_pylist(rows, schema=second.schema)
    asked = Request(
        measured(CORRECTED, forms=FORMS), indicator(), {POLICY.id: POLICY}, region(), earlier=[Earlier("1", first)]
    )
    problems = [text.en for text in audit_release(forged, asked, claims=()).problems]
    assert any("01 GM0141" in one and "can be worked out" in one for one in problems)


def test_news_goes_from_hidden_to_hidden_and_not_past_what_everybody_knows() -> None:
    table = system([3, 4, 9, 2, 7], [(0, 1, 2), (2, 3, 4)])
    none = np.zeros(len(table), dtype=np.bool_)
    secret = np.array([True, True, False, True, True, False, False])
    known = Known(
        last=np.where(secret, ABSENT, table.value), shown=~secret, moved=none, near=none, fresh=none, hidden=secret,
        vague=none, rest=none, sums=none, settled=none, kin=none, then=(),
    )  # fmt: skip
    table = replace(table, sensitive=none)
    assert not with_news(table, known).any()
    moved = replace(known, moved=np.arange(len(table)) == len(table) - 1)
    assert with_news(table, moved).tolist() == [False, False, True, True, True, False, True]
    guessed = replace(moved, vague=np.arange(len(table)) == 2)
    assert with_news(table, guessed).all()
