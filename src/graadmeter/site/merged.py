"""Wijken that are published together with others: which group carries the figure of a wijk, and what it is called."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graadmeter.domain.areas import Area
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.published import Published
from graadmeter.site.subject import Subject

_CALLED = Text("{name} (samengevoegd)", "{name} (merged)")


def group_of(subject: Subject, wijk: Area, period: str) -> Area | None:
    """The group that carries the figure of a wijk in a period; None where it is not merged."""
    if subject.datum(subject.main, wijk, period).status is not CellStatus.MERGED:
        return None
    groups = subject.published.groups(wijk.parent)
    return next((one for one in groups if wijk.code in one.parts and _is_given(subject, one, period)), None)


def wijken_and_groups(subject: Subject, gemeente: str, lang: Lang) -> tuple[Area, ...]:
    """The areas in which the figures of a municipality's wijken stand in the last period: wijken, then groups."""
    wijken = subject.published.wijken(gemeente)
    groups = {wijk.code: group_of(subject, wijk, subject.latest) for wijk in wijken}
    found = {one.code: one for one in groups.values() if one is not None}
    return (*(wijk for wijk in wijken if groups[wijk.code] is None), *(called(one, lang) for one in found.values()))


def called(group: Area, lang: Lang) -> Area:
    """The group under the name that it has beside wijken."""
    return replace(group, name=_CALLED.within(lang).format(name=group.name))


def carriers(published: Published, given: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """By wijk and period the name of the group that carries its figures, of the areas and periods that are `given`."""
    known = set(given)
    found: dict[tuple[str, str], str] = {}
    for area in published.areas:
        for period in sorted({period for code, period in known if code == area.code}) if area.parts else ():
            found |= {(wijk, period): f"{area.name} ({area.code})" for wijk in area.parts}
    return found


def _is_given(subject: Subject, group: Area, period: str) -> bool:
    return subject.datum(subject.main, group, period).status is not CellStatus.NOT_APPLICABLE
