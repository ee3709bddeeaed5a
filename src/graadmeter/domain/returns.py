"""What return messages (302-320) and claim answers (325) say with their codes: refused or not (WJ001)."""

HARMLESS = ("0200", "0233", "8001", "9056", "8021")
"""Codes that refuse nothing that counts: nothing to remark, not judged, granted; and received before (9056 a message,
8021 a claim line), which refuses the repetition and leaves what came first."""

SENT_AS = {"toewijzing": "301", "start": "305", "stop": "307", "verzoek": "315", "prestatie": "323"}
"""The message each raw table of what counts is read from."""


def refuses(codes: str | None) -> bool:
    """Whether one of the return codes, with blanks between, refuses."""
    return bool(set((codes or "").split()) - set(HARMLESS))


def answers_to(message: str) -> str:
    """The message that a return message is about: 302 answers a 301."""
    return str(int(message) - 1)
