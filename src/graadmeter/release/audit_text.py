"""The audit report as plain Markdown, for people who do not read JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graadmeter.domain.text import Text

LEDGER = "earlier_releases"
"""Under what name the report tells of the releases before."""


def audit_markdown(audit: Mapping[str, object]) -> str:
    """Every figure of the audit as a nested list, then in sentences what was made of the releases before."""
    figures = {name: value for name, value in audit.items() if name != LEDGER}
    return "\n".join(["# Audit of the disclosure control", "", *_lines(figures, 0), "", *_ledger(audit.get(LEDGER))])


def _lines(value: object, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, Mapping | list | tuple):
                yield f"{indent}- {key}:"
                yield from _lines(item, depth + 1)
            else:
                yield f"{indent}- {key}: {item}"
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _lines(item, depth)
    else:
        yield f"{indent}- {value}"


def waiting_figures(audit: Mapping[str, Any]) -> list[Text]:
    """Of each group of new figures that waits: what it is, and beside which earlier figures it cannot be protected."""
    return _waiting(audit.get(LEDGER) or {})


def _waiting(told: Mapping[str, Any]) -> list[Text]:
    return [Text(one["nl"], one["en"]) for one in told.get("new_figures_that_wait", ())]


def _ledger(told: Any) -> Iterator[str]:
    """A section in Dutch and the same in English; nothing in the first release of a region."""
    if told is None:
        return
    words = _sentences(told)
    yield from ("## Eerdere uitgaven", "", *(f"- {one.nl}" for one in words), "")
    yield from ("## Earlier releases", "", *(f"- {one.en}" for one in words), "")


def _sentences(told: Mapping[str, Any]) -> list[Text]:
    releases, attacked = ", ".join(told["releases"]), _years(told["years_attacked_together_with_them"])
    still = _years(told["years_in_which_nothing_new_is_shown"])
    unknown = _years(told["years_in_which_an_outsider_is_taken_not_to_know_what_changed"])
    carried, changes = told["figures_not_updated"], told["changes_attacked"]
    safe, late = told["changes_safe_in_whole_numbers"], told["too_small_but_published_before"]
    found = [
        Text(
            f"Wie deze uitgave leest, kan ook deze hebben bewaard: {releases}. "
            "Alles wat daarin staat, geldt als bekend.",
            f"Readers of this release may have kept these as well: {releases}. All that is in them counts as known.",
        ),
        Text(
            f"Jaren waarin niets nieuws staat, zodat er niets nieuws te herleiden is: {still.nl}.",
            f"Years in which nothing new is shown, so that nothing new can be worked out: {still.en}.",
        ),
        Text(
            f"Jaren die samen met de eerdere uitgaven zijn aangevallen: {attacked.nl}.",
            f"Years that were attacked together with the earlier releases: {attacked.en}.",
        ),
        Text(
            f"{carried} cijfers staan er nog zoals ze in een eerdere uitgave stonden. Sindsdien is er iets "
            "gecorrigeerd, maar het verschil is zelf een klein aantal, of zou een klein verschil ernaast weggeven.",
            f"{carried} figures stand as they stood in an earlier release. Something was corrected since, but the "
            "difference is itself a small count, or would give a small difference beside it away.",
        ),
        Text(
            f"Van {changes} correcties die niet te zien mogen zijn, is geprobeerd ze te herleiden uit de verschillen "
            f"tussen de uitgaven; van {safe} is met hele aantallen bewezen dat het niet kan.",
            f"{changes} corrections that may not be seen were attacked by the differences between the releases; for "
            f"{safe} it was proven in whole numbers that it cannot be done.",
        ),
    ]
    if told["years_in_which_an_outsider_is_taken_not_to_know_what_changed"]:
        found.append(
            Text(
                f"Voor een deel van {unknown.nl} is aangenomen dat een lezer niet weet welke verborgen cijfers "
                "veranderden.",
                f"For a part of {unknown.en} a reader is taken not to know which hidden figures changed.",
            )
        )
    found += [
        Text(
            f"Nu te klein, maar al gepubliceerd: {one['nl']}.", f"Too small by now, but published already: {one['en']}."
        )
        for one in late
    ]
    found += [
        Text(
            f"Nieuwe cijfers die nog niet te zien zijn, en waarom: {one.nl}. Ze komen zodra het kan.",
            f"New figures that are not shown yet, and why: {one.en}. They follow as soon as that can be done.",
        )
        for one in _waiting(told)
    ]
    return found


def _years(years: Sequence[int]) -> Text:
    named = ", ".join(str(year) for year in years)
    return Text(named or "geen", named or "none")
