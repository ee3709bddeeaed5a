"""How a class against a benchmark looks and sounds: its sign, its words, and whether it is good where polarity says."""

from graadmeter.domain.comparison import JUDGEMENTS, STANDINGS, Judgement, Standing
from graadmeter.domain.text import Lang, Text

_SIGNS = {
    Standing.MUCH_LOWER: "▼▼",
    Standing.LOWER: "▼",
    Standing.SIMILAR: "○",
    Standing.HIGHER: "▲",
    Standing.MUCH_HIGHER: "▲▲",
}
_THAN = Text("{words} dan {name}", "{words} than {name}")
_WITH = Text("{words} met {name}", "{words} from {name}")
_UNKNOWN = Text("niet te zeggen", "cannot be told")


def sign(standing: Standing | None) -> str:
    """The sign of a class: one triangle at 95 %, two at 99.8 %, a ring within chance, nothing when unknown."""
    return _SIGNS[standing] if standing else ""


def step(standing: Standing | None) -> int:
    """The class as a number from -2 to 2; 0 when unknown."""
    return STANDINGS.index(standing) - 2 if standing else 0


def judgement(standing: Standing | None, polarity: int) -> Judgement:
    """Whether a demonstrable difference is good; no judgement without a good direction (`polarity` 0)."""
    way = step(standing)
    return JUDGEMENTS[1 + polarity * ((way > 0) - (way < 0))]


def tone(standing: Standing | None, polarity: int) -> str:
    """Which look a class has: differs, better, worse, chance, or untested."""
    if standing is None:
        return "untested"
    if standing is Standing.SIMILAR:
        return "chance"
    judged = judgement(standing, polarity)
    return "differs" if judged is Judgement.NONE else judged.value


def standing_words(standing: Standing | None, lang: Lang) -> str:
    """The class in the words of the release, or that it cannot be told."""
    return (standing.label if standing else _UNKNOWN).within(lang)


def judged_words(standing: Standing | None, polarity: int, lang: Lang) -> str:
    """The class in words, and whether that is good where polarity says: 'duidelijk hoger, ongunstig'."""
    words, judged = standing_words(standing, lang), judgement(standing, polarity)
    return words if judged is Judgement.NONE else f"{words}, {judged.label.within(lang)}"


def beside(standing: Standing | None, name: str, lang: Lang) -> str:
    """The class as a phrase: 'duidelijk hoger dan Twente', 'geen aantoonbaar verschil met Twente'."""
    words = standing_words(standing, lang)
    if standing is None:
        return words
    template = _WITH if standing is Standing.SIMILAR else _THAN
    return template.fill(words=words, name=name).within(lang)
