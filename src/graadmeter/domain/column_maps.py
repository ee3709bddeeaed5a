"""What a region has agreed on the columns of one deliverer: which column is which field, and what values mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as of


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One source column: known by its name, or in fixed-width text by its positions, and the field it fills."""

    field: str
    column: str = ""
    first: int = 0
    """First position on the line, from 1; 0 when the column is known by its name."""
    last: int = 0
    """Last position on the line, included."""
    values: Mapping[str, str] = of(default_factory=dict)
    """What the deliverer writes, and the code of the layout it stands for."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The columns of one table as one deliverer writes it. Nothing of it holds until a person has confirmed it."""

    table: str
    columns: tuple[MappedColumn, ...]
    fixed: Mapping[str, str] = of(default_factory=dict)
    """Fields that have the same value on every row and no column."""
    separator: str = ""
    """Empty: found by the reader."""
    encoding: str = ""
    """Name of a Python codec; empty: found by the reader."""
    file: str = ""
    """Pattern of file names it holds for, such as `JH*.txt`; empty: every file."""
    skip: int = 0
    """Fixed width: lines above the first record."""
    confirmed: bool = False

    @property
    def is_fixed_width(self) -> bool:
        """Whether columns are known by position."""
        return any(column.first for column in self.columns)

    @property
    def width(self) -> int:
        """Fixed width: the last position any column has."""
        return max((column.last for column in self.columns), default=0)
