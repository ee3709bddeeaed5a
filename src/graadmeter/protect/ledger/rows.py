"""From counts to rows in a release that comes after others: which rows stay as they were and which are hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.domain.status import CellStatus, Protection
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.blocks.plan import Plan, plan
from graadmeter.protect.figures.derived import derived_rows, hidden_figures, published_figures, rest_on
from graadmeter.protect.figures.left_over import left_over
from graadmeter.protect.figures.published import hidden_rows, published
from graadmeter.protect.figures.taken_off import taken_off
from graadmeter.protect.grid.lines import lines_of
from graadmeter.protect.ledger.counts import Past
from graadmeter.protect.ledger.ledger import Ledger, Words
from graadmeter.protect.outcome import together
from graadmeter.protect.request import Request
from graadmeter.protect.rules.ruled_figures import ruled_figures

_SUPPRESSED, _CARRIED, _MERGED = CellStatus.SUPPRESSED.value, CellStatus.CARRIED.value, CellStatus.MERGED.value
_UNSEEN = (_SUPPRESSED, _MERGED)
"""Statuses of figures that were counted and not shown."""
_COUNTS = [unit.value for unit in Unit if unit.is_count]

_OF_ROWS = ("figures", "counts", "open", "value", "status", "year")
"""What is worked out of rows once, and does not depend on what is merged."""


@dataclass(frozen=True)
class Whole:
    """All rows of a MEASURED table, and how they hang on its counts."""

    measured: pa.Table
    indicators: Mapping[str, Indicator]
    policies: Mapping[str, Policy]
    apart: Bools
    """The rows of derived figures."""
    plan: Plan
    """Of the other rows."""
    ruled: Bools
    """Of the rows of derived figures, those that a rule does not allow to be shown."""

    @classmethod
    def of(cls, asked: Request) -> "Whole":
        """What `plan` makes of the rows that are counts or made of counts, and rules (in force) of the others."""
        apart = derived_rows(asked.measured, asked.indicators)
        counts, figures = (asked.measured.filter(pa.array(rows)) for rows in (~apart, apart))
        ruled = ruled_figures(figures, asked.indicators, asked.policies, asked.region, asked.contributions)
        planned = plan(replace(asked, measured=counts))
        return cls(asked.measured, asked.indicators, asked.policies, apart, planned, ruled)

    @cached_property
    def figures(self) -> pa.Table:
        """The rows of derived figures."""
        return self.measured.filter(pa.array(self.apart))

    @cached_property
    def counts(self) -> pa.Table:
        """The other rows, of which the plan is."""
        return self.measured.filter(pa.array(~self.apart))

    @cached_property
    def open(self) -> pa.Table:
        """PUBLISHED, as it would be if nothing were hidden."""
        shown = published(
            self.counts, self.plan.facts, *(np.zeros(self.counts.num_rows, dtype=np.bool_) for _ in range(2))
        )
        none = np.zeros(self.figures.num_rows, dtype=np.bool_)
        return together(shown, published_figures(self.figures, self.indicators, none), self.apart)

    @cached_property
    def value(self) -> Floats:
        """The values of `open`; nan for none."""
        values: Floats = self.open["value"].to_numpy(zero_copy_only=False).astype(np.float64)
        return values

    @cached_property
    def status(self) -> Words:
        """The statuses of `open`."""
        words: Words = self.open["status"].to_numpy(zero_copy_only=False).astype(object)
        return words

    @cached_property
    def year(self) -> Ints:
        """The year of each row."""
        years: Ints = np.array([int(code[:4]) for code in self.measured["period"].to_pylist()], dtype=np.int64)
        return years

    @cached_property
    def merged(self) -> Bools:
        """The rows of wijken whose group carries the figure."""
        return self.rows(self.plan.merged, np.zeros(self.figures.num_rows, dtype=np.bool_))

    def unmerged(self, shown: Bools) -> "Whole":
        """The same where counts that an earlier release showed (over the flat grid) are not merged any more."""
        marks = self.plan.marks
        other = replace(self, plan=replace(self.plan, marks=replace(marks, merged=marks.merged & ~shown)))
        other.__dict__.update({name: self.__dict__[name] for name in _OF_ROWS if name in self.__dict__})
        return other

    def rows(self, counts: Bools, figures: Bools) -> Bools:
        """Marks over all rows from marks over the two kinds."""
        marks = np.zeros(len(self.apart), dtype=np.bool_)
        marks[~self.apart], marks[self.apart] = counts, figures
        return marks


def hidden_by(whole: Whole, ledger: Ledger, past: Past, hidden: Bools) -> Bools:
    """The rows that are not shown when these counts are not; `hidden` is over the flat grid, at every place.

    A derived figure that was shown before does not change as long as none of the counts it rests on does: it would
    tell of a correction of one or two persons.
    """
    facts, figures = whole.plan.facts, whole.figures
    few = hidden_figures(figures, whole.indicators, whole.policies, facts, hidden)
    few |= left_over(figures, whole.indicators, whole.policies, whole.plan) | whole.ruled
    found = lines_of(figures, whole.indicators)
    before = ledger.of_rows(whole.apart)
    few = taken_off(figures, whole.indicators, whole.policies, whole.plan, few, seen=before.shown)
    other = before.shown & (whole.value[whole.apart] != before.latest)
    anchored = rest_on(figures, facts, facts.grid.counted.ravel(), found)
    changed = rest_on(figures, facts, everywhere_of(whole.plan, past.moved), found)
    stuck = other & anchored & ~changed & ~np.isnan(before.latest)
    return whole.rows(hidden_rows(facts, hidden) | whole.plan.thin, few | stuck)


def everywhere_of(plan: Plan, marked: Bools) -> Bools:
    """Marks of the places that stand for counts, at every place."""
    spread: Bools = np.append(marked, False)[plan.cell.ravel()]
    return spread


def kept_years(whole: Whole, ledger: Ledger, past: Past) -> list[int]:
    """The years of which nothing can be told that the newest release did not tell.

    All their figures were there, and what changed since is too small to show. Such a year stays exactly as it was, so
    that nothing needs protecting anew.
    """
    small = past.moved & (past.near | whole.plan.marks.sensitive)
    stale = hidden_by(whole, ledger, past, everywhere_of(whole.plan, small))
    given, before = ~np.isnan(whole.value), ~np.isnan(ledger.latest)
    same = given & before & ((whole.value == ledger.latest) | stale)
    hidden = np.isin(ledger.newest, _UNSEEN)
    empty = ~given & ~before & (ledger.newest == whole.status)
    broken = set(whole.year[~(same | hidden | empty)].tolist())
    exposed = everywhere_of(whole.plan, whole.plan.marks.sensitive & past.shown & ~past.moved)
    none = np.zeros(whole.figures.num_rows, dtype=np.bool_)
    broken |= set(whole.year[whole.rows(hidden_rows(whole.plan.facts, exposed), none)].tolist())
    return sorted(set(whole.year.tolist()) - broken)


def keepable(whole: Whole, ledger: Ledger, year: int) -> bool:
    """Whether the newest release has every figure of the year, so that it can stay as it was."""
    empty = np.isnan(whole.value) & (ledger.newest == whole.status)
    there = ~np.isnan(ledger.latest) | np.isin(ledger.newest, _UNSEEN) | empty
    return bool(there[whole.year == year].all())


def news(whole: Whole, ledger: Ledger) -> Bools:
    """The rows that, shown as they are, would tell something that the newest release did not tell."""
    given, before = ~np.isnan(whole.value), ~np.isnan(ledger.latest)
    same: Bools = (given & before & (whole.value == ledger.latest)) | (
        ~given & ~before & (ledger.newest == whole.status)
    )
    return ~same


def shown_again(whole: Whole, ledger: Ledger, hidden: Bools, kept: Bools) -> pa.Table:
    """PUBLISHED: hidden rows with the figure of the newest release where that shows one; `kept` rows as they were."""
    value, status = whole.value.copy(), whole.status.copy()
    before = ~np.isnan(ledger.latest)
    gone = np.where(kept, np.isin(ledger.newest, _UNSEEN) | (before & (ledger.latest != value)), hidden)
    value[gone], status[gone] = np.nan, _SUPPRESSED
    counts = np.isin(whole.measured["unit"].to_numpy(zero_copy_only=False).astype(object), _COUNTS)
    small = counts & (ledger.latest > 0) & (ledger.latest < whole.plan.threshold)
    carried = gone & before & ~small
    value[carried], status[carried] = ledger.latest[carried], _CARRIED
    merged = whole.merged & ~ledger.shown
    value[merged], status[merged] = np.nan, _MERGED
    cells = whole.open
    for name, array in (("value", pa.array(value, mask=np.isnan(value))), ("status", pa.array(status, pa.string()))):
        at = cells.column_names.index(name)
        cells = cells.set_column(at, cells.schema.field(name), array.cast(cells.schema.field(name).type))
    return cells


def reasons_again(whole: Whole, cells: pa.Table, sensitive: Bools) -> pa.Table:
    """Why each row is hidden: the key columns and `protection`. For the region's own eyes, never for a release."""
    small = whole.rows(
        hidden_rows(whole.plan.facts, sensitive) | whole.plan.thin, np.ones(whole.figures.num_rows, dtype=np.bool_)
    )
    status = cells["status"].to_numpy(zero_copy_only=False).astype(object)
    hidden = np.where(small, Protection.PRIMARY, Protection.SECONDARY)
    cases = [status == _SUPPRESSED, status == _CARRIED, status == _MERGED]
    why = np.select(cases, [hidden, Protection.CARRIED, Protection.MERGED], Protection.OPEN)
    return whole.measured.select(list(KEY_COLUMNS)).append_column("protection", pa.array(why.tolist(), pa.string()))
