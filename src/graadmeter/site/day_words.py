"""Days as they are written: '12 mei 2026', '12 May 2026'."""

from datetime import date

from graadmeter.domain.text import Lang

_NL = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober")
_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_MONTHS = {Lang.NL: (*_NL, "november", "december"), Lang.EN: (*_EN, "November", "December")}


def day_label(day: date, lang: Lang) -> str:
    """The day with its month in words."""
    return f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"
