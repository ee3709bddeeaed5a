"""What a run says of new figures that wait: which they are, why, and what can be done about it."""

from collections.abc import Sequence
from pathlib import Path

from graadmeter.domain.text import Text

_WHAT_TO_DO = Text(
    "Deze nieuwe cijfers komen vanzelf mee zodra het veilig kan; u hoeft niets te doen. Eerder laten zien kan soms "
    "zonder deze uitsplitsing (in indicatoren/ van de werkmap) of met samengevoegde gebieden (graadmeter merge-areas). "
    "Het hele verhaal staat in {where}.",
    "These new figures follow by themselves as soon as that is safe; nothing has to be done. Some can be shown "
    "sooner without this breakdown (in indicatoren/ of the workspace) or with merged areas (graadmeter merge-areas). "
    "The whole story is in {where}.",
)


def waiting_words(waiting: Sequence[Text], where: Path) -> list[Text]:
    """A line for each of `waiting` (`release.audit_text.waiting_figures`), then what to do; none when nothing waits."""
    if not waiting:
        return []
    lines = [Text(f"Nog niet te zien: {one.nl}.", f"Not shown yet: {one.en}.") for one in waiting]
    return [*lines, _WHAT_TO_DO.fill(where=where)]
