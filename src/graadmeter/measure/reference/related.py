"""What follows for a row from other rows of its person, in plain loops: see `domain.slices.DERIVED`."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from graadmeter.domain.indicators import Moment
from graadmeter.domain.region import Region

Row = Mapping[str, Any]


def of_trajectory(row: Row, everywhere: Sequence[Row], region: Region) -> dict[str, Any]:
    """The columns of a trajectory, beside every trajectory of whatever municipality.

    And under the name of each moment of the kind the quarters with a day on which such a one of the person runs too.
    """
    others = [one for one in everywhere if one["persoon"] == row["persoon"] and one["traject"] != row["traject"]]
    rules: Mapping[str, Callable[[Row, Row], bool]] = {
        "herhaald": is_repeated,
        "nieuwe_start": starts_again,
        "start_in_half_jaar": starts_soon,
    }
    found = {name: any(rule(row, other) for other in others) for name, rule in rules.items()}
    found["jaar_gevolgd"] = row["kw_einde"] is not None and row["kw_einde"] <= region.last_quarter - 4
    window = range(region.first_quarter, region.last_quarter + 1)
    beside = [(other, _shared(row, other, window)) for other in others if share_a_day(row, other)]
    kinds = {
        Moment.BESIDE: [quarters for other, quarters in beside if other["wet"] != row["wet"]],
        Moment.BESIDE_RESIDENCE: [quarters for other, quarters in beside if other["verblijf"]],
    }
    return {**found, **{moment.value: frozenset().union(*quarters) for moment, quarters in kinds.items()}}


def of_pupil(row: Row, everywhere: Sequence[Row]) -> dict[str, bool]:
    """The column of a row about a pupil."""
    helped = any(
        other["soort"] == "jeugdhulp"
        and other["persoon"] == row["persoon"]
        and other["jeugd_van"] is not None
        and other["jeugd_van"] <= row["kwartaal"]
        and (other["jeugd_tot"] is None or other["jeugd_tot"] >= row["kwartaal"])
        for other in everywhere
    )
    return {"met_jeugdhulp": helped}


def is_repeated(row: Row, other: Row) -> bool:
    """Whether the other youth help ended in the five years before, at least one day between."""
    if not _both_help(row, other) or other["einde"] is None:
        return False
    start: date = row["begin"]
    return bool(years_later(start, -5) <= other["einde"] <= start - timedelta(days=2))


def starts_again(row: Row, other: Row) -> bool:
    """Whether the other youth help begins in the year after, at least one day between."""
    return row["einde"] is not None and _starts_until(row, other, years_later(row["einde"], 1))


def starts_soon(row: Row, other: Row) -> bool:
    """Whether it begins in the half-year after, at least one day between."""
    return row["einde"] is not None and _starts_until(row, other, half_year_later(row["einde"]))


def _starts_until(row: Row, other: Row, last: date) -> bool:
    return _both_help(row, other) and bool(row["einde"] + timedelta(days=2) <= other["begin"] <= last)


def share_a_day(row: Row, other: Row) -> bool:
    """Whether the two run on one day at least; without an end they still run."""
    one = row["einde"] is None or other["begin"] <= row["einde"]
    return one and (other["einde"] is None or other["einde"] >= row["begin"])


def _shared(row: Row, other: Row, window: range) -> frozenset[int]:
    """The quarters from the first to the last day on which both run."""
    first = max(row["kw_begin"], other["kw_begin"])
    ends = [one["kw_einde"] for one in (row, other) if one["kw_einde"] is not None]
    return frozenset(index for index in window if first <= index and all(index <= end for end in ends))


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 28 February when there is no 29th."""
    if (day.month, day.day) == (2, 29) and years % 4:
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)


def half_year_later(day: date) -> date:
    """The same day six months later; the last of the month when that is shorter."""
    year, month = day.year + (day.month > 6), (day.month + 5) % 12 + 1  # noqa: PLR2004 - half of twelve
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _both_help(row: Row, other: Row) -> bool:
    return bool(row["soort"] == other["soort"] == "jeugdhulp")
