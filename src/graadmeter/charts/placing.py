"""Where labels go so that they never overlap."""


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Positions nearest to `wanted`, in the same order of size, at least `gap` apart and within `low`..`high`."""
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    placed: list[float] = []
    for index in order:
        placed.append(max(wanted[index], placed[-1] + gap if placed else low))
    limit = high
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - gap
    return [place for _, place in sorted(zip(order, placed, strict=True))]


def thinned(widths: list[float], step: float, gap: float) -> int:
    """Label every so-many-th place so that labels of these widths, `step` apart, keep `gap` between them."""
    widest = max(widths, default=0.0) + gap
    every = 1
    while every * step < widest and every < len(widths):
        every += 1
    return every
