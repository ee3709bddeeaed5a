"""How large a delivery may be. The defaults fit the largest municipality with room to spare and a desktop's memory."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what the reader takes in; whatever exceeds one is refused with a notice that names the bound."""

    file_bytes: int = 2_000 * _MB
    """One received file as it lies on disk."""
    message_bytes: int = 64 * _MB
    """One message, unpacked."""
    table_bytes: int = 1_000 * _MB
    """One table (CSV), unpacked; about nine million rows."""
    pieces_from: int = 16 * _MB
    """Tables from this size on are read in pieces, so that they are never in memory as bytes and as text."""
    whole_bytes: int = 128 * _MB
    """A table with a line too long for that, and one workbook (XLSX) as it lies on disk."""
    book_bytes: int = 512 * _MB
    """All parts of one workbook (XLSX), unpacked; its sheets are read in pieces."""
    total_bytes: int = 8_000 * _MB
    """All messages and tables of one delivery together, unpacked."""
    members: int = 500_000
    """Files in one zip."""
    ratio: int = 200
    """How many times its packed size a member may unpack to (XML of messages reaches about 60)."""
    ratio_from: int = 1 * _MB
    """Members that unpack to less than this are never a bomb, whatever their ratio."""
    stream_from: int = 1 * _MB
    """Messages from this size on are read in pieces, so that memory does not grow with them."""
    findings: int = 1_000
    """Findings of one code written out per file; the rest is counted."""


DEFAULT_LIMITS = Limits()
