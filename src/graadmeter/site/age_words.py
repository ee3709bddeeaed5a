"""Ages in words: of whom a figure tells, and of which inhabitants it is a share."""

from graadmeter.domain.text import Text

_ALL = {"all": Text("alle leeftijden", "all ages"), "by_law": Text("leeftijd volgens de wet", "age by law")}


def age_chip(age: str) -> Text:
    """Whose days count, by the value of an age scope: 'aged 16 to 26'."""
    return _ALL[age] if age in _ALL else _range(age)


def inhabitants_aged(age: str) -> Text:
    """The inhabitants of these ages: 'inhabitants aged 16 to 26'."""
    if age in _ALL:
        return Text("de inwoners", "inhabitants")
    words = _range(age)
    return Text(f"de inwoners van {words.nl}", f"inhabitants {words.en}")


def _range(age: str) -> Text:
    if age.endswith("+"):
        return Text(f"{age.rstrip('+')} jaar en ouder", f"aged {age.rstrip('+')} and over")
    youngest, oldest = age.split("-")
    return Text(f"{youngest} tot en met {oldest} jaar", f"aged {youngest} to {oldest}")
