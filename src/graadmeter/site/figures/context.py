"""What every figure of a page needs to know: the indicator, the language, the chosen municipality, the borders."""

import json
from dataclasses import dataclass

from graadmeter.charts.borders import Borders
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text
from graadmeter.site.age_words import inhabitants_aged
from graadmeter.site.published import Published, Series
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import UNIT_WORDS

_PEOPLE = ("Jeugdigen ", "Inwoners ", "Wmo-cliënten")
"""How the names of indicators begin that name a group of people, so that 'all ...' can be said of it."""
_ALL_OF = Text("alle {things}", "all {things}")


@dataclass(frozen=True, slots=True)
class Context:
    """One indicator on one page. `chosen` is the municipality the page is about, None for the region."""

    subject: Subject
    lang: Lang
    chosen: Area | None = None
    borders: Borders | None = None

    @property
    def published(self) -> Published:
        """The release."""
        return self.subject.published

    @property
    def area(self) -> Area:
        """The area the page is about."""
        return self.chosen or self.published.region

    @property
    def title(self) -> str:
        """The indicator's name."""
        return self.subject.definition.title.within(self.lang)

    def say(self, text: Text) -> str:
        """A text in the page's language."""
        return text.within(self.lang)

    def fixed_words(self, series: Series) -> str:
        """What a series stands for, when it is one member of a dimension: 'begonnen', 'tien grootste aanbieders'."""
        return ", ".join(self.published.codes[name][code].within(self.lang) for name, code in series.fixed)

    def member(self, dimension: str, code: str) -> str:
        """The name of a member of a dimension; of a provider the name the region gave it."""
        names = self.published.codes.get(dimension, {})
        return names[code].within(self.lang) if code in names else self.published.providers.get(code, code)

    def unit_words(self, series: Series) -> str:
        """What a series counts: 'personen', '% van de inwoners van 0 tot en met 17 jaar', 'euro'."""
        words = (series.words or UNIT_WORDS[series.unit.value]).within(self.lang)
        if series.unit.is_share and series.words:
            sign = UNIT_WORDS[series.unit.value].within(self.lang) if series.unit is not Unit.PERCENT else "%"
            return f"{sign} {words}"
        if series.unit.is_quotient and f"per {series.base}" in UNIT_WORDS:
            return f"{words} {UNIT_WORDS[f'per {series.base}'].within(self.lang)}"
        if not series.unit.is_share:
            return words
        of = self.whole_words(series)
        if not of:
            return "%" if series.unit is Unit.PERCENT else words
        return f"{words} {of if series.unit is Unit.PERCENT else of.removeprefix('de ')}"

    def whole_words(self, series: Series) -> str:
        """What a share is a share of, '' when nothing says so."""
        if series.base == "inwoners":
            told = json.loads(series.base_counted) if series.base_counted.startswith("{") else {}
            age = told.get("age", series.age)
            return inhabitants_aged(age).within(self.lang) if age else ""
        named = [
            one.words
            for one in self.subject.definition.series
            if one.counted == series.base_counted and one.words and not one.unit.is_share
        ]
        if named:
            return self.say(_ALL_OF).format(things=named[0].within(self.lang))
        elsewhere = self._title_of(series.base_counted)
        if elsewhere:
            return self.say(_ALL_OF).format(things=elsewhere)
        base = UNIT_WORDS.get(f"of {series.base}")
        return base.within(self.lang) if base else ""

    def _title_of(self, counted: str) -> str:
        """The name of the indicator that leads with this very count, as it stands within a sentence."""
        for other in self.published.definitions.values():
            first = other.series[0]
            title = other.title.within(self.lang)
            if first.counted == counted and not first.fixed and other.title.nl.startswith(_PEOPLE):
                return title if title.startswith("Wmo") else title[0].lower() + title[1:]
        return ""

    def measure(self, series: Series) -> str:
        """What one measure is, in a list of them: 'mediaan, dagen', '% van de inwoners van 0 tot en met 17 jaar'."""
        return ", ".join(words for words in (self.fixed_words(series), self.unit_words(series)) if words)

    def series_title(self, series: Series) -> str:
        """The indicator's name, or what the series stands for when it is one member: 'Tien grootste aanbieders'."""
        fixed = self.fixed_words(series)
        return fixed[0].upper() + fixed[1:] if fixed else self.title
