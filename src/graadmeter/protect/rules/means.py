"""gemiddelde: a mean of whole numbers with many decimals tells how many rows are behind it: 7.33 is no mean of 10.

So a mean gets as many decimals as leave `denominators` numbers of rows possible, among the twice as many around the
true one. With none any number fits.
"""


def safe_decimals(mean: float, rows: int, decimals: int, denominators: int) -> int:
    """In how many decimals, at most `decimals`, the mean of so many rows can be given."""
    near = range(max(rows - denominators, 1), rows + denominators + 1)
    for number in range(decimals, 0, -1):
        parts: int = 10**number
        shown = int(mean * parts + 0.5) if mean >= 0 else -int(-mean * parts + 0.5)
        if sum(_fits(shown, parts, one) for one in near) >= denominators:
            return number
    return 0


def _fits(shown: int, parts: int, rows: int) -> bool:
    """Whether some whole sum over so many rows rounds to `shown / parts`."""
    least = -(-(2 * shown - 1) * rows // (2 * parts))
    return least * 2 * parts < (2 * shown + 1) * rows
