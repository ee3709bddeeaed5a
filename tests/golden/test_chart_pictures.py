"""The pictures of the chart kit, byte for byte: a change in any of them must be meant.

To accept new pictures: GRAADMETER_UPDATE_GOLDEN=1 python -m pytest tests/golden/test_chart_pictures.py
"""

import os
from pathlib import Path

import pytest

from graadmeter.charts.area_map import AreaMap, MapArea, map_figure
from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.crowd import crowd_figure
from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.dots import DotPlot, DotRow, dots_figure
from graadmeter.charts.figure import Figure
from graadmeter.charts.funnel import Funnel, FunnelDot, funnel_figure
from graadmeter.charts.lift import Lift, Lifts, lift_figure
from graadmeter.charts.multiples import Multiples, Panel, multiples_figure
from graadmeter.charts.outlines import outlines
from graadmeter.charts.pairs import Pair, Pairs, pairs_figure
from graadmeter.charts.small import among, people, sparkline, strip
from graadmeter.charts.spine import Spine, SpineRow, spine_figure
from graadmeter.charts.spine_track import small_spine
from graadmeter.charts.steps import Place, Steps, steps_figure
from graadmeter.charts.trend import Break, Point, Role, Series, Trend, trend_figure
from graadmeter.domain.comparison import Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

FOLDER = Path(__file__).parent / "charts"
HIDDEN = Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)
SHARES = {"Almelo": 14.6, "Borne": 12.2, "Dinkelland": 8.4, "Enschede": 12.7, "Tubbergen": None}


def _share(value: float | None, status: CellStatus = CellStatus.VALUE, base: float = 9000.0) -> Datum:
    return HIDDEN if value is None else with_interval(Unit.PERCENT, value, status, base=base)


def _count(value: float | None, status: CellStatus = CellStatus.VALUE) -> Datum:
    return Datum(Unit.PERSONS, value, CellStatus.SUPPRESSED if value is None else status)


def _points(data: list[Datum]) -> tuple[Point, ...]:
    return tuple(Point(str(2019 + at), str(2019 + at), datum) for at, datum in enumerate(data))


def _trend(lang: Lang) -> Figure:
    own = [_share(value) for value in (13.2, 13.5, None, 13.9, 14.2)] + [_share(14.6, CellStatus.PROVISIONAL)]
    region = [_share(value, base=122000.0) for value in (11.2, 11.5, 12.7, 12.6, 12.3)]
    region.append(_share(12.4, CellStatus.PROVISIONAL, 122000.0))
    series = (Series("Almelo", Role.CHOSEN, _points(own)), Series("Twente", Role.COMPARATOR, _points(region)))
    return trend_figure(Trend("verloop", "Aandeel per jaar", series, lang, (Break(1, "andere telling"),)))


def _dots(lang: Lang) -> Figure:
    rows = tuple(DotRow(name, _share(value), name == "Enschede") for name, value in SHARES.items())
    return dots_figure(DotPlot("gemeenten", "Per gemeente, 2025", "Twente", _share(12.4), rows, "2025", lang))


def _bars(lang: Lang) -> Figure:
    rows = (
        Bar("ambulante hulp op locatie van de aanbieder", _count(9120)),
        Bar("pleegzorg", _count(640, CellStatus.PROVISIONAL)),
        Bar("gesloten plaatsing", _count(None)),
    )
    return bars_figure(Bars("vormen", "Naar vorm, 2025", rows, "vorm", "2025", lang, overlapping=True))


def _pairs(lang: Lang) -> Figure:
    rows = (
        Pair("alleen Jeugdwet", _count(8970), _count(5780), (True, False)),
        Pair("Jeugdwet en Wmo", _count(195), _count(None), (True, True)),
    )
    return pairs_figure(Pairs("wetten", "2025", rows, "groep", ("personen", "huishoudens"), lang, ("Jeugdwet", "Wmo")))


def _map(lang: Lang, *, borders: bool) -> Figure:
    tiles = [(2, 1), (2, 2), (4, 0), (4, 3), (3, 0)]
    areas = tuple(
        MapArea(f"GM{at}", name, tile, _share(value), name == "Enschede")
        for at, ((name, value), tile) in enumerate(zip(SHARES.items(), tiles, strict=True))
    )
    features = [
        {"properties": {"statcode": f"GM{at}"}, "geometry": {"type": "Polygon", "coordinates": [_square(at)]}}
        for at in range(len(areas))
    ]
    real = outlines({"features": features}) if borders else None
    return map_figure(AreaMap("kaart", "Per gemeente, 2025", areas, "2025", lang, real))


def _spine_rows() -> tuple[SpineRow, ...]:
    others = tuple(_share(value) for value in SHARES.values())
    looks = (
        ("Jeugdigen met jeugdhulp", 14.6, Standing.MUCH_HIGHER, 0, "Jeugd"),
        ("Jeugdigen met jeugdbescherming of jeugdreclassering", 13.4, Standing.HIGHER, -1, "Jeugd"),
        ("Jeugdhulp beëindigd volgens plan", 13.9, Standing.HIGHER, 1, "Kwaliteit"),
        ("Herhaald beroep", 12.6, Standing.SIMILAR, -1, "Kwaliteit"),
        ("Duur van hulp", 10.1, None, 0, "Kwaliteit"),
    )
    return tuple(
        SpineRow(name, "% van de jeugdigen, 2025", _share(own), _share(12.4), others, standing, polarity, group)
        for name, own, standing, polarity, group in looks
    )


def _spine(lang: Lang) -> Figure:
    return spine_figure(Spine("naast", "Almelo naast alle gemeenten", "Almelo", "Twente", _spine_rows(), lang))


def _estimated(lang: Lang) -> Figure:
    def euros(value: float, status: CellStatus = CellStatus.VALUE) -> Datum:
        return Datum(Unit.EURO, value, status)

    told = Datum(Unit.EURO, 453000.0, CellStatus.PROVISIONAL, 409000.0, 512000.0)
    points = (
        Point("2023", "2023", euros(401000.0)),
        Point("2024", "2024", euros(420000.0), further=True),
        Point("2025", "2025", euros(329154.0, CellStatus.PROVISIONAL), estimate=told, known=65),
    )
    return trend_figure(Trend("schatting", "Bedrag per jaar", (Series("Almelo", Role.FOCAL, points),), lang))


def _ended(lang: Lang) -> Figure:
    own = [_share(value) for value in (9.2, 10.5, 11.9, 14.6)]
    region = [*(_share(value, base=122000.0) for value in (11.2, 11.5)), _share(12.6, CellStatus.PROVISIONAL), HIDDEN]
    series = (Series("Almelo", Role.CHOSEN, _points(own)), Series("Twente", Role.COMPARATOR, _points(region)))
    return trend_figure(Trend("ouder", "Aandeel per jaar", series, lang))


def _beside(lang: Lang) -> Figure:
    standings = (Standing.MUCH_HIGHER, Standing.SIMILAR, Standing.MUCH_LOWER, Standing.SIMILAR, None)
    rows = tuple(
        DotRow(name, _share(value), standing=standing, alike=_share(11.9), way="gestegen")
        for (name, value), standing in zip(SHARES.items(), standings, strict=True)
    )
    plot = DotPlot("naast", "Per gemeente, 2025", "Twente", _share(12.4), rows, "2025", lang, nation=_share(12.6))
    return dots_figure(plot)


def _crowd(lang: Lang) -> Figure:
    rows = tuple(DotRow(f"Plaats {at}", _share(9 + at / 8), at == 11) for at in range(48))
    plot = DotPlot("menigte", "Per gemeente, 2025", "Twente", _share(12.4), rows, "2025", lang, nation=_share(12.6))
    return crowd_figure(plot, ["Plaats 20", "Plaats 21"], whole=False)


def _multiples(lang: Lang) -> Figure:
    ends = {name: value or 0.0 for name, value in SHARES.items()}
    panels = tuple(
        Panel(name, tuple(_share(last * part) if last and part else HIDDEN for part in (0.7, 0, 0.9, 1.0)))
        for name, last in ends.items()
    )
    years = ("2022", "2023", "2024", "2025")
    region = Panel("Twente", tuple(_share(value) for value in (11.5, 12.7, 12.6, 12.4)))
    words = ("gemeente", "gemeenten")
    return multiples_figure(Multiples("vakken", "Per gemeente", panels, region, years, years, *words, lang))


def _funnel(lang: Lang) -> Figure:
    bases = (14000.0, 4300.0, 5100.0, 29000.0)
    dots = tuple(
        FunnelDot(name, _share(value, base=base), base)
        for (name, value), base in zip(list(SHARES.items())[:4], bases, strict=True)
    )
    words = ("gemeente", "2025", "de inwoners van 0 tot en met 17 jaar")
    return funnel_figure(Funnel("trechter", "Naar grootte", "Twente", _share(12.4), dots, ("Tubbergen",), *words, lang))


def _lifts(lang: Lang) -> Figure:
    pairs = {"pleegzorg en jeugdbescherming": 3.1, "ambulante hulp en bijstand": 0.62, "dyslexie en bijstand": None}
    rows = tuple(
        Lift(name, Datum(Unit.RATIO, value, CellStatus.VALUE if value else CellStatus.SUPPRESSED))
        for name, value in pairs.items()
    )
    return lift_figure(Lifts("samen", "Vaak samen, 2025", rows, "combinatie", "2025", lang))


def _steps(lang: Lang) -> Figure:
    places = (
        Place("leeftijd", _count(None), None, _count(None)),
        Place("periode", _count(None), None, _count(1690.0)),
        Place("gebied", _count(12.0), _count(44.0), _count(1658.0)),
        Place("sluiten", None, _count(0.0, CellStatus.ZERO), _count(1658.0)),
    )
    names = ("Regiomonitor, 4e kwartaal 2024", "CBS, 2e halfjaar 2024")
    ends = {"start": names[0], "first": _count(1438.0), "end": names[1], "rules": ("CBS", "Regiomonitor")}
    words = {"counted": "jongeren", "about": "Almelo", "small": 10, "lang": lang}
    return steps_figure(Steps("stappen", "Anders geteld, 2024", places=places, **ends, **words))


def _square(at: int) -> list[list[float]]:
    left, top = 240000.0 + 1000 * (at % 3), 470000.0 - 1000 * (at // 3)
    return [[left, top], [left + 1000, top], [left + 1000, top + 1000], [left, top + 1000], [left, top]]


def _small() -> dict[str, str]:
    data = [_share(value) for value in (8.4, 11.0, 12.2, 14.6)]
    return {
        "klein-verloop": sparkline("Verloop", [*data, _share(13.0, CellStatus.PROVISIONAL)]),
        "klein-plaats": strip("Plaats", data[3], _share(12.4), data, "arcering"),
        "klein-plaats-afgeschermd": strip("Plaats", HIDDEN, _share(12.4), data, "arcering"),
        "klein-spreiding": among("Spreiding", _share(12.4), data),
        "klein-naast-elkaar": small_spine("Plaats", _spine_rows()[0]),
        "klein-mensen": people("1 op de 8", 0.124),
    }


def _pictures() -> dict[str, str]:
    figures = {
        "verloop": _trend(Lang.NL),
        "verloop-en": _trend(Lang.EN),
        "gemeenten": _dots(Lang.NL),
        "vormen": _bars(Lang.NL),
        "wetten": _pairs(Lang.NL),
        "tegelkaart": _map(Lang.NL, borders=False),
        "naast-elkaar": _spine(Lang.NL),
        "naast-elkaar-en": _spine(Lang.EN),
        "grenzenkaart": _map(Lang.NL, borders=True),
        "schatting": _estimated(Lang.NL),
        "ouder": _ended(Lang.NL),
        "naast-anderen": _beside(Lang.NL),
        "menigte": _crowd(Lang.NL),
        "vakken": _multiples(Lang.NL),
        "trechter": _funnel(Lang.NL),
        "samen": _lifts(Lang.NL),
        "stappen": _steps(Lang.NL),
    }
    both = {f"{name}-{side}": getattr(figure, side) for name, figure in figures.items() for side in ("wide", "phone")}
    return {**both, **_small()}


PICTURES = _pictures()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_what_it_was(name: str) -> None:
    path = FOLDER / f"{name}.svg"
    if os.environ.get("GRAADMETER_UPDATE_GOLDEN"):
        path.write_text(PICTURES[name] + "\n", encoding="utf-8")
    assert PICTURES[name] + "\n" == path.read_text(encoding="utf-8")


def test_no_picture_is_left_over() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.svg")) == sorted(PICTURES)
