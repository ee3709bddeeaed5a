"""What every figure of a page needs to know: the indicator, the language, the chosen municipality, the borders."""

from dataclasses import dataclass

from graadmeter.charts.outlines import Outlines
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang, Text
from graadmeter.site.published import Published, Series
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import AGE_WORDS, UNIT_WORDS


@dataclass(frozen=True, slots=True)
class Context:
    """One indicator on one page. `chosen` is the municipality the page is about, None for the region."""

    subject: Subject
    lang: Lang
    chosen: Area | None = None
    outlines: Outlines | None = None

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

    def unit_words(self, series: Series) -> str:
        """What a series counts: 'personen', '% van de inwoners van 0 tot en met 17 jaar', 'euro'."""
        words = UNIT_WORDS[series.unit.value].within(self.lang)
        if not series.unit.is_share:
            return words
        base = AGE_WORDS.get(series.age) if series.base == "inwoners" else UNIT_WORDS.get(f"of {series.base}")
        return words if base is None else f"{words} {base.within(self.lang)}"
