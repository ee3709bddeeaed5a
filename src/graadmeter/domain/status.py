"""The closed list of what can be said of a published cell. A hidden cell never tells why it alone was hidden."""

from enum import StrEnum

from graadmeter.domain.text import Text


class CellStatus(StrEnum):
    """Why a cell holds what it holds; the value is what the `status` column of a release holds."""

    VALUE = "value"
    ZERO = "zero"
    SUPPRESSED = "suppressed"
    """Too small, or needed to keep another cell hidden: one symbol for both, so that neither can be told."""
    NOT_DELIVERED = "not_delivered"
    NOT_APPLICABLE = "not_applicable"
    PROVISIONAL = "provisional"
    UNRELIABLE = "unreliable"
    CARRIED = "carried"
    """The figure of an earlier release: what changed since is itself too small to show, or would give such away."""
    MERGED = "merged"
    """A group of wijken carries the figure, of which this wijk is one."""

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _LABELS[self]

    @property
    def has_value(self) -> bool:
        """Whether a cell with this status shows a figure."""
        return self in {CellStatus.VALUE, CellStatus.ZERO, CellStatus.PROVISIONAL, CellStatus.CARRIED}


_LABELS = {
    CellStatus.VALUE: Text("definitief", "final"),
    CellStatus.ZERO: Text("nul", "zero"),
    CellStatus.SUPPRESSED: Text("afgeschermd", "hidden"),
    CellStatus.NOT_DELIVERED: Text("niet aangeleverd", "not delivered"),
    CellStatus.NOT_APPLICABLE: Text("niet van toepassing", "not applicable"),
    CellStatus.PROVISIONAL: Text("voorlopig", "provisional"),
    CellStatus.UNRELIABLE: Text("te klein om iets te zeggen", "too small a base"),
    CellStatus.CARRIED: Text("nog niet bijgewerkt", "not updated yet"),
    CellStatus.MERGED: Text("samengevoegd", "merged"),
}


class Protection(StrEnum):
    """Why a cell is hidden. Inside knowledge: it stays in the protect stage and its audit, never in a release."""

    OPEN = "open"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    CARRIED = "carried"
    """Not the figure is hidden but how it changed since it was last published."""
    MERGED = "merged"
    """A group of wijken carries it."""
