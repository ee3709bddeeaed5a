"""Converts figures between vintages of areas: weights by addresses, or by inhabitants when there are no addresses.

Codes are not stable: a renumbered municipality uses the same wijk code for another area. So areas of two vintages are
never joined on their code alone.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.area_codes import is_area
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.loaded import Loaded, Opened, opening, rows_of
from graadmeter.deliver.reference.notices import BAD_VALUE, NO_CROSSWALK, UNMATCHED, codes_text
from graadmeter.domain.reference import CROSSWALK, Basis

_Moves = dict[tuple[str, str], int]
"""Addresses or inhabitants per (area of the earlier vintage, area of the later)."""


def load_crosswalk(path: Path, earlier: int, later: int) -> Loaded:
    """A `CROSSWALK` weighted by addresses, from a CSV with van, naar, adressen; raises DeliveryRefusedError."""
    with opening(path) as opened:
        columns = read_columns(path, ("van", "naar", "adressen"))
        counts = columns.filled("adressen")
        if any(count < 0 for count in counts):
            raise RefusedError(BAD_VALUE, name="adressen", row=1, count=sum(count < 0 for count in counts))
        moves: _Moves = Counter()
        pairs = zip(columns.matching("van", is_area), columns.matching("naar", is_area), counts, strict=True)
        for van, naar, count in pairs:
            moves[van, naar] += count
        return _weighted(moves, (earlier, later), Basis.ADDRESSES, opened)


def crosswalk_by_inhabitants(earlier: pa.Table, later: pa.Table, inhabitants: Mapping[str, int]) -> Loaded:
    """A `CROSSWALK` of wijken (and of buurten) between two `AREAS` tables of one vintage each.

    Buurten are recognised by code and name together, else by a name that is unique in the municipality in both
    vintages; `inhabitants` are those of the later buurten. A buurt that is not recognised, and the whole wijk it lies
    in, are left out and are a finding: their shares would rest on a part.
    """
    vintages = (_vintage(earlier), _vintage(later))
    with opening(f"{vintages[0]}-{vintages[1]}") as opened:
        moves: _Moves = Counter()
        recognised = _recognised(_buurten(earlier), _buurten(later))
        lost = {code for buurt, after in recognised.items() if not after for code in (buurt, _wijk(buurt))}
        for before, after in recognised.items():
            if after:
                moves[before, after] += inhabitants.get(after, 0)
            if _wijk(before) not in lost:
                moves[_wijk(before), _wijk(after)] += inhabitants.get(after, 0)
        if lost:
            opened.say(UNMATCHED, count=len(lost), vintage=vintages[0], codes=codes_text(sorted(lost)))
        return _weighted(moves, vintages, Basis.INHABITANTS, opened)


def recode(values: Mapping[str, float], found: int, wanted: int, crosswalk: pa.Table | None) -> dict[str, float]:
    """Counts per area of vintage `found`, divided over the areas of vintage `wanted`.

    Only for counts that may be added (persons, euros), never for shares. Raises DeliveryRefusedError when the vintages
    differ and the crosswalk does not lead from one to the other, or lacks one of the areas.
    """
    if found == wanted:
        return dict(values)
    shares: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in crosswalk.to_pylist() if crosswalk is not None else []:
        if (row["van_vintage"], row["naar_vintage"]) == (found, wanted):
            shares[row["van"]].append((row["naar"], row["gewicht"]))
    with opening(f"{found}-{wanted}"):
        if not shares:
            raise RefusedError(NO_CROSSWALK, found=found, wanted=wanted)
        lacking = sorted(set(values) - set(shares))
        if lacking:
            raise RefusedError(UNMATCHED, count=len(lacking), vintage=found, codes=codes_text(lacking))
    result: dict[str, float] = defaultdict(float)
    for area, value in sorted(values.items()):
        for target, share in shares[area]:
            result[target] += value * share
    return dict(result)


def same_vintage(tables: Mapping[str, pa.Table]) -> int:
    """The one vintage that all tables have; raises DeliveryRefusedError when they differ."""
    found = sorted({vintage for table in tables.values() for vintage in table["vintage"].unique().to_pylist()})
    with opening(", ".join(tables)):
        if len(found) != 1:
            raise RefusedError(NO_CROSSWALK, found=found[0] if found else "-", wanted=found[-1] if found else "-")
    return int(found[0])


def _wijk(buurt: str) -> str:
    return f"WK{buurt[2:8]}"


def _vintage(areas: pa.Table) -> int:
    return same_vintage({"gebieden": areas})


def _buurten(areas: pa.Table) -> dict[str, str]:
    columns = (areas[name].to_pylist() for name in ("code", "naam", "niveau"))
    return {code: name for code, name, level in zip(*columns, strict=True) if level == "buurt"}


def _recognised(earlier: Mapping[str, str], later: Mapping[str, str]) -> dict[str, str]:
    """For every earlier buurt the later one that is the same; empty when it cannot be told."""
    before, after = _unique_names(earlier), _unique_names(later)
    found = {}
    for code, name in sorted(earlier.items()):
        key = (code[2:6], name.casefold())
        if later.get(code, "").casefold() == name.casefold():
            found[code] = code
        else:
            found[code] = after.get(key, "") if before.get(key) == code else ""
    return found


def _unique_names(areas: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Buurt code by (municipality, name), for names that occur once in their municipality."""
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, name in areas.items():
        codes[code[2:6], name.casefold()].append(code)
    return {key: found[0] for key, found in codes.items() if len(found) == 1}


def _weighted(moves: _Moves, vintages: tuple[int, int], basis: Basis, opened: Opened) -> Loaded:
    """Shares per earlier area; an area without any address or inhabitant is divided evenly."""
    totals: Counter[str] = Counter()
    targets: Counter[str] = Counter()
    for (van, _), count in moves.items():
        totals[van] += count
        targets[van] += 1
    rows = [
        (van, vintages[0], naar, vintages[1], count / totals[van] if totals[van] else 1 / targets[van],
         basis.value, count)
        for (van, naar), count in sorted(moves.items())
    ]  # fmt: skip
    return opened.loaded(CROSSWALK, rows_of(CROSSWALK, rows))
