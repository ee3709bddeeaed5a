"""Says in words which sum gives a figure away."""

from graadmeter.domain.text import Text
from graadmeter.protect.audit.figures import Figure
from graadmeter.protect.audit.sums import Sum

_MOST = 8
"""Parts that are named."""
_SAYS = {
    "areas": Text("de gebieden tellen op tot {whole}", "the areas add up to {whole}"),
    "members": Text("de uitsplitsing naar {about} hoort bij {whole}", "the breakdown by {about} belongs to {whole}"),
    "member": Text("een deel is niet groter dan het totaal", "a part is not larger than the total"),
    "largest": Text("de grootste aanbieders samen", "the largest providers together"),
    "periods": Text("de delen van {about} horen bij {whole}", "the parts of {about} belong to {whole}"),
    "period": Text(
        "een deel van {about} is niet groter dan het geheel", "a part of {about} is not larger than the whole"
    ),
    "share": Text("een aandeel van {whole}", "a share of {whole}"),
    "composed": Text(
        "een deel van de uitsplitsing naar {about} is samen {whole}",
        "some of the breakdown by {about} make {whole} together",
    ),
    "adding": Text("de uitsplitsing naar {about} telt op tot {whole}", "the breakdown by {about} adds up to {whole}"),
    "two": Text("twee andere aantallen zijn samen {whole}", "two other counts make {whole} together"),
    "so_far": Text(
        "{whole} is van het jaar alleen de eerste kwartalen", "{whole} is only the first quarters of the year"
    ),
    "flow": Text(
        "wat in {about} loopt, begint en eindigt, hoort bij elkaar",
        "what is active, begins and ends in {about} belongs together",
    ),
    "twin": Text("hetzelfde aantal staat ook bij {whole}", "the same count also stands at {whole}"),
}
_SIGN = {"same": "=", "cover": "≥", "rest": "≤"}


def in_words(one: Sum) -> Text:
    """The sum with the names of its cells; of hidden ones no value is told."""
    named = " + ".join(_named(part) for part in one.parts[:_MOST])
    more = f" + {len(one.parts) - _MOST} ..." if len(one.parts) > _MOST else ""
    formula = f"{named}{more} {_SIGN[one.tie]} {' + '.join(_named(whole) for whole in one.wholes)}"
    says = _SAYS[one.kind].fill(whole=one.whole.name, about=one.about)
    return Text(f"{says.nl}: {formula}", f"{says.en}: {formula}")


def _named(figure: Figure) -> str:
    if figure.known:
        return f"[{figure.name} = {figure.truth}]"
    before = "".join(f", {edition}: {count}" for count, edition in figure.earlier[-1:])
    return f"[{figure.name} hidden{before}]"
