"""Small pictures beside a sentence: a development, a place among others, and people of whom some are meant."""

from collections.abc import Sequence

from graadmeter.charts.datum import Datum
from graadmeter.charts.svg import circle, hatch, line, path, rect, tag

_SPARK = (168.0, 52.0)
_STRIP = (168.0, 26.0)
_MOST_PEOPLE = 24
_PER_ROW = 12
FEW = 0.35
"""Below this share one of so many people is meant, from it on so many of ten; as `numbers.one_in` says it."""


def sparkline(name: str, data: Sequence[Datum]) -> str:
    """A development without axes, around nought; the last point is marked, open when it is provisional."""
    width, height = _SPARK
    shown = [(index, datum) for index, datum in enumerate(data) if datum.shown]
    highest = max((0.0, *(datum.figure for _, datum in shown)))
    lowest = min((0.0, *(datum.figure for _, datum in shown)))
    step = (width - 16) / max(len(data) - 1, 1)
    per = (height - 16) / ((highest - lowest) or 1.0)
    places = [(8 + index * step, height - 6 - (datum.figure - lowest) * per) for index, datum in shown]
    nought = height - 3 if lowest == 0 else height - 6 + lowest * per
    parts = [line(0, nought, width, nought, "gm-axis")]
    if places:
        floor = [(places[-1][0], nought), (places[0][0], nought)]
        parts.append(path([*places, *floor], "gm-band gm-band--focal", closed=True))
        parts.append(path(places, "gm-line gm-line--focal"))
        kind = "open" if shown[-1][1].provisional else "dot"
        parts.append(circle(*places[-1], 4.5, f"gm-{kind} gm-{kind}--focal"))
    return _small(name, _SPARK, "".join(parts))


def strip(name: str, own: Datum, reference: Datum, others: Sequence[Datum], pattern: str) -> str:
    """Where one area lies among the others (thin marks) and against the reference (tall line)."""
    width, height = _STRIP
    data = [datum for datum in (own, reference, *others) if datum.shown]
    if not own.shown or not data:
        hatched = tag("rect", x=0, y=5, width=width, height=height - 10, fill=f"url(#{pattern})")
        return _small(name, _STRIP, hatched, hatch(pattern))
    low, high = min(datum.figure for datum in data), max(datum.figure for datum in data)
    span = (high - low) or 1.0
    middle = height / 2

    def x(value: float) -> float:
        return 8 + (value - low) / span * (width - 16)

    parts = [line(8, middle, width - 8, middle, "gm-grid")]
    parts += [
        line(x(datum.figure), middle - 5, x(datum.figure), middle + 5, "gm-peer") for datum in others if datum.shown
    ]
    if reference.shown:
        parts.append(line(x(reference.figure), 2, x(reference.figure), height - 2, "gm-reference"))
    kind = "dot" if own.against(reference) else "open"
    parts.append(circle(x(own.figure), middle, 6, f"gm-{kind} gm-{kind}--chosen"))
    return _small(name, _STRIP, "".join(parts))


def among(name: str, reference: Datum, others: Sequence[Datum]) -> str:
    """How areas spread around the reference: the lowest and the highest as points, the others as thin marks."""
    width, height = _SPARK
    data = sorted((datum for datum in others if datum.shown), key=lambda datum: datum.figure)
    if len(data) < 2:  # noqa: PLR2004  a spread needs two
        return ""
    low, high = data[0].figure, data[-1].figure
    span = (high - low) or 1.0
    places = [8 + (datum.figure - low) / span * (width - 16) for datum in data]
    middle = height / 2
    parts = [line(8, middle, width - 8, middle, "gm-grid")]
    parts += [line(place, middle - 7, place, middle + 7, "gm-peer") for place in places[1:-1]]
    if reference.shown and low <= reference.figure <= high:
        at = 8 + (reference.figure - low) / span * (width - 16)
        parts.append(line(at, middle - 15, at, middle + 15, "gm-reference"))
    parts += [circle(places[end], middle, 6.5, "gm-dot gm-dot--focal") for end in (0, -1)]
    return _small(name, _SPARK, "".join(parts))


def people(name: str, share: float) -> str:
    """Rows of people of whom some are filled: 1 of n for a small share, n of 10 for a larger one; '' when too rare."""
    if share <= 0:
        return ""
    total, meant = (int(1 / share + 0.5), 1) if share < FEW else (10, int(share * 10 + 0.5))
    if total > _MOST_PEOPLE:
        return ""
    rows = -(-total // _PER_ROW)
    per_row = -(-total // rows)
    figures = [
        _person(8 + 14 * (index % per_row), 4 + 26 * (index // per_row), filled=index < meant) for index in range(total)
    ]
    return _small(name, (168.0, 26.0 * rows + 2), "".join(figures))


def _person(x: float, y: float, *, filled: bool) -> str:
    kind = "gm-person gm-person--meant" if filled else "gm-person"
    return circle(x, y + 3.2, 3.2, kind) + rect(x - 4, y + 8, 8, 13, class_=kind, radius=3.5)


def _small(name: str, size: tuple[float, float], body: str, defs: str = "") -> str:
    return tag(
        "svg",
        tag("defs", defs) if defs else "",
        body,
        xmlns="http://www.w3.org/2000/svg",
        class_="gm-chart gm-chart--small",
        viewBox=f"0 0 {size[0]:g} {size[1]:g}",
        width=size[0],
        height=size[1],
        role="img",
        aria_label=name,
    )
