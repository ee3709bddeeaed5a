"""What an analyst's command is about: an area and a year, as typed."""

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text

_QUARTERS_IN_YEAR = 4


def chosen_area(name: str, region: Region) -> Area:
    """The municipality with this name or code, the region for ''; raises UnknownNameError."""
    places = [area for area in region.areas if area.level is not Level.WIJK]
    if not name:
        return next(area for area in places if area.level is Level.REGION)
    for area in places:
        if name.casefold() in {area.code.casefold(), area.name.casefold()}:
            return area
    raise UnknownNameError(Text("De gemeente", "municipality"), name, [area.name for area in places])


def chosen_year(year: int, region: Region) -> int:
    """The year, the last whole one of the workspace for 0; raises UsageError when the workspace lacks a part of it."""
    first = -(-region.first_quarter // _QUARTERS_IN_YEAR)
    last = (region.last_quarter + 1) // _QUARTERS_IN_YEAR - 1
    if first > last or (year and not first <= year <= last):
        asked = f"{year or last}"
        raise UsageError(
            Text(
                f"Van {asked} is er geen heel jaar in deze werkmap. Kies een jaar van {first} tot en met {last}.",
                f"This workspace does not hold the whole of {asked}. Choose a year from {first} to {last}.",
            )
        )
    return year or last
