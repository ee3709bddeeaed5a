"""What the statuses of figures mean, in plain words."""

from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.published import Definition

MEANINGS = {
    CellStatus.VALUE: Text(
        "Het cijfer is compleet en verandert niet meer.", "The figure is complete and will not change."
    ),
    CellStatus.ZERO: Text(
        "Het is echt nul: er is geteld en niemand gevonden.", "It is truly zero: counted, and nobody found."
    ),
    CellStatus.PROVISIONAL: Text(
        "Er kunnen nog leveringen bij komen; het cijfer kan iets veranderen, meestal omhoog.",
        "Deliveries may still come in; the figure may change a little, mostly upwards.",
    ),
    CellStatus.SUPPRESSED: Text(
        "Het cijfer is te klein, of er zou iets over een kleine groep mee uit te rekenen zijn; het woord is hetzelfde.",
        "The figure is too small, or something about a small group could be worked out from it. The word is the same.",
    ),
    CellStatus.NOT_DELIVERED: Text(
        "De gegevens voor deze periode zijn niet aangeleverd.", "The data for this period were not delivered."
    ),
    CellStatus.NOT_APPLICABLE: Text(
        "Het cijfer bestaat niet voor dit gebied of deze periode.", "The figure does not exist for this area or period."
    ),
    CellStatus.UNRELIABLE: Text(
        "Er zijn te weinig mensen om een percentage te geven dat iets zegt.",
        "There are too few people for a percentage that means anything.",
    ),
    CellStatus.CARRIED: Text(
        "Dit is het cijfer uit een eerdere uitgave. Wat sindsdien veranderde, is te klein om te tonen of zou een klein "
        "verschil weggeven; het wordt later meegenomen.",
        "This is the figure of an earlier release. What changed since is too small to show or would give a small "
        "difference away; it is taken in later.",
    ),
    CellStatus.MERGED: Text(
        "Te klein voor een eigen cijfer. Een wijk is samengevoegd met wijken ernaast, een leeftijd of hulpvorm met "
        "wat erop lijkt; het cijfer staat bij wat is samengevoegd.",
        "Too small for a figure of its own. A neighbourhood is merged with others beside it, an age or form of help "
        "with what is like it; the figure stands with what was merged.",
    ),
}
"""Status -> meaning."""

_NOT_FINAL = (CellStatus.PROVISIONAL, CellStatus.CARRIED)


_ROUNDED_ZERO = Text(
    "Het is nul, of het is naar nul afgerond: er kunnen nog tot en met {off} mensen of gevallen achter staan.",
    "It is zero, or rounded to zero: up to {off} people or cases may stand behind it.",
)


_ROUNDED = Text(
    "Kleine aantallen zijn bij dit cijfer afgerond. Een aantal kan tot en met {off} afwijken van wat er is geteld; de "
    "marges gaan alleen over toeval.",
    "Small counts of this figure are rounded. A count may be off by up to {off} from what was counted; the margins are "
    "about chance only.",
)


def caveats(definition: Definition) -> tuple[Text, ...]:
    """What to mind with an indicator: what its definition says, and how far rounding puts its counts off."""
    return (*definition.caveats, *([_ROUNDED.fill(off=definition.off)] if definition.off else []))


def meanings(off: int) -> dict[CellStatus, Text]:
    """What every status means; `off` is how far counts may be off where small ones are rounded, else 0."""
    return {**MEANINGS, CellStatus.ZERO: _ROUNDED_ZERO.fill(off=off)} if off else MEANINGS


def remark(status: CellStatus, lang: Lang) -> str:
    """What stands beside a figure that is not final: that it is provisional or not updated yet; '' otherwise."""
    return status.label.within(lang) if status in _NOT_FINAL else ""
