"""Draws a spine chart: names, figures, tracks and verdicts in rows; on a phone the track stands below the words."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.spine_shape import Spine, SpineRow
from graadmeter.charts.spine_track import Track, draw_track
from graadmeter.charts.standing_marks import judged_words, sign
from graadmeter.charts.svg import line, text
from graadmeter.charts.text_width import shortened, text_width, wrapped

_HEAD = 34
_NAME = 248
"""Room for names on the wide canvas."""
_VALUE = 344
"""Where figures end on the wide canvas."""
_TRACK = (358, 540)
_VERDICT = 552
_LINE = 18
_MOST_LINES = 4
"""Lines of a name or of what it counts; the longest of the catalogue take three."""
_GROUP = 34
"""Height of a heading between rows."""


def draw(spine: Spine, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height; `pattern` is not needed, since rows without a figure are told, not drawn."""
    del pattern
    row_of = _narrow if canvas.narrow else _wide
    y = float(_HEAD)
    parts = [_head(spine, canvas)]
    group = ""
    for row in spine.rows:
        if row.group != group:
            group = row.group
            y += _GROUP
            parts.append(text(0, y - 9, group, size=canvas.text, class_="gm-label gm-label--focal"))
        drawn, height = row_of(spine, row, canvas, y)
        parts.append(drawn)
        y += height
    return "".join(parts), y + 4


def _head(spine: Spine, canvas: Canvas) -> str:
    if canvas.narrow:
        middle = canvas.width / 2
        return text(middle, 16, spine.reference_name, size=canvas.small, class_="gm-strong", anchor="middle")
    middle = sum(_TRACK) / 2
    own = shortened(spine.area_name, canvas.small, _VALUE - _NAME)
    return (
        text(_VALUE, 20, own, size=canvas.small, class_="gm-strong", anchor="end")
        + text(middle, 20, spine.reference_name, size=canvas.small, class_="gm-strong", anchor="middle")
        + line(0, _HEAD - 5, canvas.width, _HEAD - 5, "gm-axis")
    )


def _wide(spine: Spine, row: SpineRow, canvas: Canvas, y: float) -> tuple[str, float]:
    names, units = _lines(row.name, canvas.text, _NAME), _lines(row.unit, canvas.small, _NAME)
    count = len(names) + len(units)
    height = _LINE * count + 14
    middle = y + height / 2
    first = middle - _LINE * count / 2 + 13
    parts = [text(0, first + at * _LINE, name, size=canvas.text) for at, name in enumerate(names)]
    under = first + len(names) * _LINE
    parts += [text(0, under + at * _LINE, unit, size=canvas.small, class_="gm-muted") for at, unit in enumerate(units)]
    own, value = row.own.text(spine.lang), row.reference.text(spine.lang)
    parts.append(text(_VALUE, middle - 3, own, size=canvas.text, class_="gm-text gm-bold", anchor="end"))
    against = f"{spine.reference_name} {row.reference.short(spine.lang)}"
    fits = text_width(against, canvas.small) < _VALUE - _NAME
    parts.append(
        text(_VALUE, middle + 15, against if fits else value, size=canvas.small, class_="gm-muted", anchor="end")
    )
    parts.append(draw_track(row, Track(*_TRACK, middle)))
    words = _lines(judged_words(row.standing, row.polarity, spine.lang), canvas.small, canvas.width - _VERDICT, most=2)
    start = middle + 5 - (len(words) - 1) * 8
    style = "gm-muted" if sign(row.standing) in {"", "○"} else "gm-strong"
    parts += [text(_VERDICT, start + at * 16, one, size=canvas.small, class_=style) for at, one in enumerate(words)]
    parts.append(line(0, y + height, canvas.width, y + height, "gm-grid"))
    return "".join(parts), height


def _narrow(spine: Spine, row: SpineRow, canvas: Canvas, y: float) -> tuple[str, float]:
    names = _lines(row.name, canvas.text, canvas.width)
    parts = [text(0, y + 14 + at * 17, name, size=canvas.text) for at, name in enumerate(names)]
    units = _lines(row.unit, canvas.small, canvas.width)
    under = y + 14 + len(names) * 17
    parts += [text(0, under + at * 16, unit, size=canvas.small, class_="gm-muted") for at, unit in enumerate(units)]
    under += (len(units) - 1) * 16
    own = row.own.text(spine.lang)
    parts.append(text(0, under + 19, own, size=canvas.text, class_="gm-text gm-bold"))
    words = judged_words(row.standing, row.polarity, spine.lang)
    style = "gm-muted" if sign(row.standing) in {"", "○"} else "gm-strong"
    room = canvas.width - text_width(own, canvas.text, bold=True) - 12
    parts.append(
        text(
            canvas.width,
            under + 19,
            shortened(words, canvas.small, room),
            size=canvas.small,
            class_=style,
            anchor="end",
        )
    )
    parts.append(draw_track(row, Track(0, canvas.width, under + 38)))
    height = under + 58 - y
    parts.append(line(0, y + height - 4, canvas.width, y + height - 4, "gm-grid"))
    return "".join(parts), height


def _lines(words: str, size: float, room: float, *, most: int = _MOST_LINES) -> tuple[str, ...]:
    lines = wrapped(words, size, room)
    return lines if len(lines) <= most else (*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), size, room))
