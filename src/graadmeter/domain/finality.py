"""How final a figure is: provisional, further provisional, final; the steps CBS takes, with days of our own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graadmeter.domain.text import Text


class Stage(StrEnum):
    """How final the figures of a period are."""

    PROVISIONAL = "voorlopig"
    """Late deliveries are still to be expected."""
    FURTHER = "nader_voorlopig"
    """Most is in; corrections still come."""
    FINAL = "definitief"
    """Changes only when a deliverer corrects an old error, which the change list then tells."""

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _LABELS[self]


_LABELS = {
    Stage.PROVISIONAL: Text("voorlopig", "provisional"),
    Stage.FURTHER: Text("nader voorlopig", "further provisional"),
    Stage.FINAL: Text("definitief", "final"),
}


@dataclass(frozen=True, slots=True)
class StageRule:
    """One step of the ladder, in the days in which it holds."""

    stage: Stage
    newest: int
    """A period has the stage when its last quarter is among so many newest quarters, and no earlier step has it."""
    valid_from: date
    valid_until: date | None
    reason: str
    source: str
