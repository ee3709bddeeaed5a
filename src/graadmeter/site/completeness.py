"""How complete the deliveries behind a period are: municipalities and quarters delivered, of those expected."""

from collections.abc import Mapping

from graadmeter.charts.numbers import NBSP
from graadmeter.domain.areas import Area
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.text import Lang
from graadmeter.site.published import Published
from graadmeter.site.words import WORDS

_NOT_USED = (Verdict.REFUSED.value, Verdict.INTERRUPTED.value)


def delivered(published: Published) -> Mapping[tuple[str, str], str]:
    """The verdict on what each municipality delivered for each quarter, by (GM code, quarter code)."""
    return {(delivery.deliverer, delivery.period): delivery.verdict for delivery in published.deliveries}


def completeness(published: Published, period: str, area: Area | None) -> float:
    """The share (per cent) of expected deliveries that were accepted, for a period of the region or a municipality."""
    verdicts = delivered(published)
    codes = [area.code] if area else [place.code for place in published.municipalities]
    quarters = [quarter(index).code for index in parse_period(period).quarters]
    known = [verdicts.get((code, when)) for code in codes for when in quarters]
    accepted = [verdict for verdict in known if verdict is not None and verdict not in _NOT_USED]
    return 100 * len(accepted) / len(known) if known else 0.0


def completeness_words(published: Published, period: str, area: Area | None, lang: Lang) -> str:
    """The completeness in whole per cents, rounded down: '96 % van de leveringen binnen'."""
    share = int(completeness(published, period, area))
    percent = f"{share}{NBSP}%" if lang is Lang.NL else f"{share}%"
    return WORDS["complete"].fill(percent=percent).within(lang)
