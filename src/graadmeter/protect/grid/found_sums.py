"""All sums that no definition declares and that everybody can find in the figures."""

from collections.abc import Mapping

from graadmeter.domain.indicators import Count
from graadmeter.protect.grid.adding_up import adding_up
from graadmeter.protect.grid.additivity import Additivity
from graadmeter.protect.grid.composed import Composed, composed
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.of_two import of_two
from graadmeter.protect.grid.so_far import so_far


def found_sums(grid: Grid, declared: Mapping[Count, Additivity]) -> tuple[Composed, ...]:
    """Per year: some members of another breakdown, two other counts, all members of their own, part of that year."""
    return tuple(dict.fromkeys((*composed(grid, declared), *of_two(grid), *adding_up(grid, declared), *so_far(grid))))
