"""How figures are written, in Dutch (12,4 %; 1.234) and English (12.4%; 1,234). The only place that formats values."""

from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text

NBSP = "\u00a0"
DASH = "\u2013"
"""Between the ends of a range, and where there is nothing to say."""
MINUS = "\u2212"
"""As wide as a plus, and never taken for the hyphen of a compound or broken from its figure at the end of a line."""
_TO_DUTCH = str.maketrans(",.", ".,")
_PER_1000 = Text("per 1.000", "per 1,000")
_DAYS = Text("dagen", "days")
_NOBODY = Text("niemand", "nobody")
_ONE_IN = Text("1 op de {n}", "1 in {n}")
_OF_TEN = Text("{n} van de 10", "{n} in 10")
_MOST_ONE_IN = 0.35
"""From this share on, '4 van de 10' reads better than '1 op de 3'."""
_MILLION = 1_000_000
_THOUSAND = 1_000
_EXACT_UNTIL = 100


def bare(value: float, unit: Unit, lang: Lang) -> str:
    """The figure without its unit, with the digits of the release: '12,4', '1.234'."""
    return _local(f"{value:,.{_decimals(unit)}f}", lang)


def written(value: float, unit: Unit, lang: Lang) -> str:
    """The figure as it stands in a sentence or table: '12,4 %', '1.234', '72,3 per 1.000', '€ 1.234'."""
    number = bare(value, unit, lang)
    if unit is Unit.PERCENT:
        return number + (f"{NBSP}%" if lang is Lang.NL else "%")
    if unit is Unit.PER_1000:
        return f"{number} {_PER_1000.within(lang)}".replace(" ", NBSP)
    if unit is Unit.DAYS:
        return f"{number}{NBSP}{_DAYS.within(lang)}"
    if unit.is_money:
        return f"€{NBSP}{number}" if lang is Lang.NL else f"€{number}"
    return number


def on_axis(value: float, unit: Unit, lang: Lang) -> str:
    """A round value beside a grid line, as short as can be: '8', '12.000', '40 mln'."""
    if unit is Unit.EURO and abs(value) >= _MILLION:
        return f"{_local(f'{value / _MILLION:,.3g}', lang)}{NBSP}{Text('mln', 'm').within(lang)}"
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return _local(text, lang)


def one_in(share: float, lang: Lang) -> str:
    """What a share (0 to 1) means in people: '1 op de 8', '4 van de 10', or 'niemand'."""
    if share <= 0:
        return _NOBODY.within(lang)
    if share >= _MOST_ONE_IN:
        return _OF_TEN.fill(n=int(share * 10 + 0.5)).within(lang)
    n = 1 / share
    step = 1 if n < _EXACT_UNTIL else 10 ** (len(str(int(n))) - 2)
    rounded = int(n / step + 0.5) * step
    return _ONE_IN.fill(n=_local(f"{rounded:,}", lang)).within(lang)


def listing(names: list[str], lang: Lang) -> str:
    """Names in a row: 'Almelo, Borne en Hengelo'."""
    if len(names) < 2:  # noqa: PLR2004  a row needs two
        return "".join(names)
    return f"{', '.join(names[:-1])} {Text('en', 'and').within(lang)} {names[-1]}"


def _decimals(unit: Unit) -> int:
    return 0 if unit is Unit.EURO else unit.decimals


def _local(text: str, lang: Lang) -> str:
    signed = text.replace("-", MINUS)
    return signed.translate(_TO_DUTCH) if lang is Lang.NL else signed
