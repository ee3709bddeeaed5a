"""How many clients each municipality must have in each year: published figures, scaled and given a trend."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from graadmeter.synth.population import known_year, total, youth
from graadmeter.synth.region_facts import Municipality, municipalities

REGION_2021 = 12.7
"""Per cent of 0-17 with youth help in Twente in 2021 (Twentse Monitor Sociaal Domein)."""

YOUTH_TREND = {
    2014: 9.6,
    2015: 9.7,
    2016: 10.7,
    2017: 10.6,
    2018: 11.2,
    2019: 11.7,
    2020: 11.6,
    2021: 12.7,
    2022: 12.6,
    2023: 12.8,
    2024: 12.6,
    2025: 12.4,
}
"""Per cent of 0-17 in the region. 2015-2018 and 2021 published; 2019-2020 and 2022 on estimated between and after."""

MEASURE_TREND = {
    2017: 1.75,
    2018: 1.7,
    2019: 1.7,
    2020: 1.62,
    2021: 1.55,
    2022: 1.45,
    2023: 1.36,
    2024: 1.3,
    2025: 1.26,
}
"""Per cent of 0-17 with protection or probation: 2,260 children in 2018 (Samen14), then the national decline."""

WMO_TREND = {2019: 0.96, 2020: 0.97, 2021: 1.0, 2022: 1.01, 2023: 1.02, 2024: 1.03, 2025: 1.03}
"""Wmo clients relative to 2021. Own estimate."""


@cache
def youth_factor() -> float:
    """What turns a KWB percentage of 0-22 into one of 0-17: the region as a whole becomes 12.7 in 2021."""
    weighed = sum(item.youth_care_2021 * item.youth_2021 for item in municipalities())
    return REGION_2021 / (weighed / sum(item.youth_2021 for item in municipalities()))


def youth_share(municipality: Municipality, year: int) -> float:
    """The per cent of 0-17 with youth help the municipality should have in the year."""
    return municipality.youth_care_2021 * youth_factor() * YOUTH_TREND[year] / REGION_2021


def youth_clients(municipality: Municipality, years: range, fraction: float) -> dict[int, int]:
    """Youths with help per year."""
    return {year: round(youth(municipality, year, fraction) * youth_share(municipality, year) / 100) for year in years}


def measured_youths(municipality: Municipality, years: range, fraction: float) -> dict[int, int]:
    """Youths with protection or probation per year: the region's share, in proportion to its youth help."""
    height = municipality.youth_care_2021 * youth_factor() / REGION_2021
    return {year: round(youth(municipality, year, fraction) * MEASURE_TREND[year] * height / 100) for year in years}


def wmo_clients(municipality: Municipality, years: range, fraction: float) -> dict[int, int]:
    """Wmo clients per year; the mean of the others where KWB has no figure (Rijssen-Holten)."""
    known = [item.wmo_2021 for item in municipalities() if item.wmo_2021 is not None]
    level = municipality.wmo_2021 if municipality.wmo_2021 is not None else float(np.mean(known))
    return _per_thousand(municipality, level, {year: WMO_TREND.get(year, 0.95) for year in years}, fraction)


def welfare_clients(municipality: Municipality, years: range, fraction: float) -> dict[int, int]:
    """Persons with social assistance per year; a tenth more than on one day."""
    return _per_thousand(municipality, municipality.welfare_2021 * 1.1, dict.fromkeys(years, 1.0), fraction)


def _per_thousand(
    municipality: Municipality, level: float, trend: Mapping[int, float], fraction: float
) -> dict[int, int]:
    return {
        year: round(total(municipality, known_year(year), fraction) * level * height / 1000)
        for year, height in trend.items()
    }
