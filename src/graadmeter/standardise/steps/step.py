"""What a step is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One intermediate or final table and the query that fills it; later steps read earlier ones by name."""

    name: str
    sql: str
