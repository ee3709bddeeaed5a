"""All sums that no definition declares and that everybody can find in the figures."""

from collections.abc import Mapping

from graadmeter.domain.indicators import Count
from graadmeter.protect.grid.adding_up import adding_up
from graadmeter.protect.grid.additivity import Additivity
from graadmeter.protect.grid.composed import Composed, composed
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.of_two import of_two


def found_sums(grid: Grid, declared: Mapping[Count, Additivity]) -> tuple[Composed, ...]:
    """Per year the counts that are some members of another breakdown, two other counts, or all members of their own."""
    return tuple(dict.fromkeys((*composed(grid, declared), *of_two(grid), *adding_up(grid, declared))))
