"""How a unit of content is refused: where the mistake is, what it is, and which known names are near."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from graadmeter.domain.errors import CatalogueError, UnknownPeriodError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text

_Enum = TypeVar("_Enum", bound=StrEnum)


def refuse(unit: str, text: Text) -> CatalogueError:
    """The error that says `text` of the unit with this id or file name."""
    return CatalogueError(Text(f"{unit}: {text.nl}", f"{unit}: {text.en}"))


def unknown(unit: str, kind: Text, name: object, known: Iterable[str]) -> CatalogueError:
    """The error for a name that does not exist, with the nearest that do (or all, when there are at most ten)."""
    names = sorted(known)
    near = get_close_matches(str(name), names, n=3, cutoff=0.5)
    choice = ", ".join(near or names[:10])
    hint = Text(f"Bedoelt u: {choice}?", f"Did you mean: {choice}?")
    if not near:
        hint = Text(f"Kies uit: {choice}.", f"Choose from: {choice}.")
    return refuse(unit, Text(f"{kind.nl} '{name}' bestaat niet. {hint.nl}", f"no {kind.en} '{name}'. {hint.en}"))


def check_keys(unit: str, content: Mapping[str, Any], required: Iterable[str], optional: Iterable[str] = ()) -> None:
    """Raises CatalogueError when a required key is missing or a key is not known."""
    needed = tuple(required)
    allowed = {*needed, *optional}
    for key in content:
        if key not in allowed:
            raise unknown(unit, Text("het veld", "field"), key, allowed)
    absent = [f"'{key}'" for key in needed if key not in content]
    if len(absent) == 1:
        raise refuse(unit, Text(f"het veld {absent[0]} ontbreekt.", f"the field {absent[0]} is missing."))
    if absent:
        names = ", ".join(absent)
        raise refuse(unit, Text(f"deze velden ontbreken: {names}.", f"these fields are missing: {names}."))


def member(unit: str, kind: Text, value: object, options: type[_Enum]) -> _Enum:
    """The member of `options` that is written as `value`; raises CatalogueError with near matches."""
    try:
        return options(str(value))
    except ValueError as error:
        raise unknown(unit, kind, value, [option.value for option in options]) from error


def names_in(unit: str, kind: Text, values: Any, known: Iterable[str]) -> tuple[str, ...]:
    """`values` as a tuple of names that must all be known; raises CatalogueError with near matches."""
    options = set(known)
    if not isinstance(values, list | tuple):
        raise refuse(unit, Text(f"{kind.nl}: schrijf een lijst.", f"{kind.en}: write a list."))
    for value in values:
        if value not in options:
            raise unknown(unit, kind, value, options)
    return tuple(str(value) for value in values)


def check_period(unit: str, code: object) -> None:
    """Raises CatalogueError when this is not the code of a period."""
    try:
        parse_period(str(code))
    except UnknownPeriodError as error:
        words = Text(
            f"'{code}' is geen periode; schrijf 2021KW01 (kwartaal), 2021HJ01 (halfjaar) of 2021JJ00 (jaar).",
            f"'{code}' is no period; write 2021KW01 (quarter), 2021HJ01 (half-year) or 2021JJ00 (year).",
        )
        raise refuse(unit, words) from error
