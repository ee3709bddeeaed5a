"""The title, sentence and reading notes of a spine chart, by rule from the classes that the release gives."""

from graadmeter.charts.numbers import listing
from graadmeter.charts.spine_shape import Spine, SpineRow
from graadmeter.charts.standing_marks import beside, judgement, step
from graadmeter.domain.comparison import Judgement
from graadmeter.domain.text import Text

_NAMED = 5
"""So many differences are told in the sentence, and so many names; of more, only the number. The table has them all."""

_SOME = Text(
    "{area} verschilt bij {n} van de {total} cijfers aantoonbaar van {name}",
    "{area} demonstrably differs from {name} in {n} of {total} figures",
)
_ONE = Text("{area} verschilt aantoonbaar van {name} bij één cijfer", "{area} demonstrably differs from {name} in one")
_NONE = Text(
    "{area} verschilt bij geen van deze cijfers aantoonbaar van {name}",
    "{area} does not demonstrably differ from {name} in any of these figures",
)
_UNTESTED = Text(
    "{area} naast {name}: of het verschil toeval is, is niet te zeggen",
    "{area} beside {name}: whether the difference is chance cannot be told",
)
_DIFFERS = Text("{title}: {own}, {verdict} ({value}).", "{title}: {own}, {verdict} ({value}).")
_MORE = Text("Bij nog {n} andere ook.", "So do {n} others.")
_CHANCE = Text("Binnen het toeval: {names}.", "Within chance: {names}.")
_OPEN = Text("Niet te toetsen: {names}.", "Not to be tested: {names}.")
_CHANCE_MANY = Text(
    "Bij {n} cijfers past het verschil binnen het toeval.", "In {n} figures the difference is within chance."
)
_OPEN_MANY = Text("Bij {n} cijfers is het verschil niet te toetsen.", "In {n} figures the difference cannot be tested.")
_SCALE = Text(
    "Elke regel heeft een eigen schaal met {name} in het midden, lager links en hoger rechts.",
    "Every row has a scale of its own with {name} in the middle, lower to the left and higher to the right.",
)
_BAND = Text(
    "Lichte band: {all}, van laag naar hoog. Donkere band: de middelste helft.",
    "Light band: {all}, from low to high. Dark band: the middle half.",
)
_POINTS = Text(
    "Dicht driehoekje: verschilt aantoonbaar (95 %), met een rand erom zeer zeker (99,8 %). Open rondje: binnen het "
    "toeval. Ruitje: niet te toetsen. Streepje door het punt: marge (95 %).",
    "Filled triangle: differs demonstrably (95%), with a ring around it almost certainly (99.8%). Open circle: within "
    "chance. Diamond: not to be tested. Line through the point: margin (95%).",
)
_GOOD = Text(
    "Blauw is gunstig, oranje ongunstig; zonder kleur zegt hoger of lager niet wat beter is.",
    "Blue is favourable, orange unfavourable; without colour, higher or lower does not say what is better.",
)
_NEUTRAL = Text(
    "Hoger of lager is niet hetzelfde als beter of slechter.", "Higher or lower is not the same as better or worse."
)


def title(spine: Spine) -> str:
    """On how many of the tested subjects the area demonstrably differs."""
    tested = [row for row in spine.rows if row.standing]
    differing = [row for row in tested if step(row.standing)]
    words = {"area": spine.area_name, "name": spine.reference_name}
    if not tested:
        return _UNTESTED.fill(**words).within(spine.lang)
    if not differing:
        return _NONE.fill(**words).within(spine.lang)
    if len(differing) == 1 and len(tested) > 1:
        return _ONE.fill(**words).within(spine.lang)
    return _SOME.fill(**words, n=len(differing), total=len(tested)).within(spine.lang)


def sentence(spine: Spine) -> str:
    """The differences with their figures, then what is within chance and what was not tested."""
    lang = spine.lang
    differing = [row for row in spine.rows if step(row.standing)]
    said = [_differs(spine, row) for row in differing[:_NAMED]]
    if len(differing) > _NAMED:
        said.append(_MORE.fill(n=len(differing) - _NAMED).within(lang))
    same = [row.name for row in spine.rows if row.standing and not step(row.standing)]
    unknown = [row.name for row in spine.rows if row.standing is None]
    for names, few, many in ((same, _CHANCE, _CHANCE_MANY), (unknown, _OPEN, _OPEN_MANY)):
        template = few if len(names) <= _NAMED else many
        if names:
            said.append(template.fill(n=len(names), names=listing(names, lang)).within(lang))
    return " ".join(said)


def notes(spine: Spine) -> tuple[str, ...]:
    """How to read the picture; what the colours mean only where there are any."""
    judged = any(judgement(row.standing, row.polarity) is not Judgement.NONE for row in spine.rows)
    band = _BAND.fill(all=spine.among.all.within(spine.lang))
    found = (_SCALE.fill(name=spine.reference_name), band, _POINTS, _GOOD if judged else _NEUTRAL)
    return tuple(text.within(spine.lang) for text in found)


def _differs(spine: Spine, row: SpineRow) -> str:
    lang = spine.lang
    return _DIFFERS.fill(
        title=row.name,
        own=row.own.text(lang),
        verdict=beside(row.standing, spine.reference_name, lang),
        value=row.reference.text(lang),
    ).within(lang)
