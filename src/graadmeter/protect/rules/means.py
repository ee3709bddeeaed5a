"""gemiddelde: a mean or share with many decimals tells how many rows are behind it: 57.1 % is no share of 10.

Such a figure is shown only when at least so many numbers of rows can be behind it, among the twice as many around the
true one. Days and cents are given as whole numbers, which fit any number of rows.
"""


def tells_rows(shown: int, parts: int, rows: int, denominators: int) -> bool:
    """Whether `shown / parts`, a quotient of a whole number by a number of rows, fits too few numbers of rows."""
    near = range(max(rows - denominators, 1), rows + denominators + 1)
    return sum(_fits(shown, parts, one) for one in near) < denominators


def _fits(shown: int, parts: int, rows: int) -> bool:
    """Whether some whole sum over so many rows rounds (half up) to `shown / parts`."""
    least = -(-(2 * shown - 1) * rows // (2 * parts))
    return least * 2 * parts < (2 * shown + 1) * rows
