"""Builds a whole table, with all totals and the sums between them, from its inner counts and its hierarchies."""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Ints
from graadmeter.protect.system import Rows
from graadmeter.protect.tables.counts import Table

Branch = tuple[str, tuple[str, ...]]
"""A code and the codes that add up to it. One code may have several branches: other hierarchies of one dimension."""


def spread_out(
    dimensions: Sequence[str], inner: Mapping[tuple[str, ...], int], branches: Mapping[str, Sequence[Branch]]
) -> Table:
    """The table of all combinations of codes. What is not among the `inner` counts (codes per dimension) is 0.

    A dimension without branches has no total. Raises UsageError for an inner count on a code that is a total, and for
    hierarchies that go round in a circle or tell different totals.
    """
    lists = [_codes(name, inner, place, branches.get(name, ())) for place, name in enumerate(dimensions)]
    shape = tuple(len(codes) for codes in lists)
    at = [{code: number for number, code in enumerate(codes)} for codes in lists]
    value = np.zeros(shape, dtype=np.int64)
    for key, count in inner.items():
        value[tuple(at[place][code] for place, code in enumerate(key))] += count
    number = np.arange(value.size, dtype=np.int64).reshape(shape)
    rows: list[tuple[Ints, Ints]] = []
    names: list[str] = []
    for place, name in enumerate(dimensions):
        made: set[str] = set()
        for code, parts in _bottom_up(name, branches.get(name, ())):
            within = np.moveaxis(value, place, 0)
            total = within[[at[place][part] for part in parts]].sum(axis=0)
            if code in made and (within[at[place][code]] != total).any():
                raise _two_totals(name, code)
            within[at[place][code]] = total
            made.add(code)
            cells = np.moveaxis(number, place, 0)[[at[place][part] for part in parts] + [at[place][code]]]
            flat = cells.reshape(len(parts) + 1, -1).T
            rows.append((flat, np.array([1] * len(parts) + [-1], dtype=np.int64)))
            names += [f"{name}:{code}:{number_}" for number_ in range(len(flat))]
    value = value.ravel()
    nothing = np.zeros(len(names), dtype=np.int64)
    return Table(
        names=tuple(str(cell) for cell in range(len(value))),
        dimensions=tuple(dimensions),
        codes=tuple(product(*lists)),
        value=value,
        known=np.ones(len(value), dtype=np.bool_),
        rows=_equations(rows),
        equations=tuple(names),
        low=nothing,
        high=nothing.copy(),
    )


def _equations(rows: Sequence[tuple[Ints, Ints]]) -> Rows:
    nothing = np.zeros(0, dtype=np.int64)
    cell = np.concatenate([nothing, *(cells.ravel() for cells, _ in rows)])
    coef = np.concatenate([nothing, *(np.tile(coefs, len(cells)) for cells, coefs in rows)])
    sizes = np.concatenate([nothing, *(np.full(len(cells), cells.shape[1]) for cells, _ in rows)])
    return Rows.equations(np.repeat(np.arange(len(sizes), dtype=np.int64), sizes), cell, coef)


def _codes(name: str, inner: Mapping[tuple[str, ...], int], place: int, branches: Sequence[Branch]) -> list[str]:
    """Inner codes first, then the totals."""
    totals = dict.fromkeys(code for code, _ in branches)
    told = [part for _, parts in branches for part in parts]
    codes = dict.fromkeys(sorted({key[place] for key in inner} | {part for part in told if part not in totals}))
    double = [code for code in codes if code in totals]
    if double:
        raise UsageError(
            Text(
                f"{name}: '{double[0]}' is een totaal, maar staat ook bij de binnenste aantallen.",
                f"{name}: '{double[0]}' is a total, but also stands among the inner counts.",
            )
        )
    return [*codes, *totals]


def _bottom_up(name: str, branches: Sequence[Branch]) -> list[Branch]:
    """Branches in an order in which the parts of each are totals that were made before."""
    waiting, ready, made = list(branches), [], set()
    totals = {code for code, _ in branches}
    while waiting:
        now = [branch for branch in waiting if all(part not in totals or part in made for part in branch[1])]
        if not now:
            raise UsageError(
                Text(
                    f"{name}: de hiërarchie loopt in een kring bij '{waiting[0][0]}'.",
                    f"{name}: the hierarchy goes round in a circle at '{waiting[0][0]}'.",
                )
            )
        ready += now
        waiting = [branch for branch in waiting if branch not in now]
        made |= {code for code, _ in now if code not in {code for code, _ in waiting}}
    return ready


def _two_totals(name: str, code: str) -> UsageError:
    return UsageError(
        Text(
            f"{name}: '{code}' heeft in twee hiërarchieën een ander totaal. Elk deel moet in beide voorkomen.",
            f"{name}: '{code}' has other totals in two hierarchies. Each part must be in both.",
        )
    )
