"""A word or sentence of the interface by its name."""

from graadmeter.domain.text import Lang
from graadmeter.site.words import WORDS


def word(lang: Lang, name: str, **values: object) -> str:
    """A word or sentence of the interface by its name, filled in; raises KeyError for an unknown name."""
    return WORDS[name].within(lang).format(**values)
