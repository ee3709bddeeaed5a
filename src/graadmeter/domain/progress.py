"""How long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how many pieces of it are done, and how many there are."""


def silent(_stage: str, _done: int, _of: int) -> None:
    """Tells nobody."""
