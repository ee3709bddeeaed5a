"""What an attack cost."""

from dataclasses import dataclass


@dataclass
class Effort:
    """Programs that were solved."""

    programs: int = 0
    whole_programs: int = 0
