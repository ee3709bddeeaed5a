"""The short words of the site's pages, in both languages, by name; longer prose stands in the templates."""

from graadmeter.domain.text import Lang, Text

UNIT_WORDS = {
    "personen": Text("personen", "persons"),
    "huishoudens": Text("huishoudens", "households"),
    "trajecten": Text("trajecten", "trajectories"),
    "aanbieders": Text("aanbieders", "providers"),
    "euro": Text("euro", "euros"),
    "aantal": Text("aantal", "number"),
    "dagen": Text("dagen", "days"),
    "saldo": Text("verschil", "difference"),
    "verhouding": Text("aantal", "number"),
    "euro_per": Text("euro", "euros"),
    "per personen": Text("per persoon", "per person"),
    "per huishoudens": Text("per huishouden", "per household"),
    "per trajecten": Text("per traject", "per trajectory"),
    "per aanbieders": Text("per aanbieder", "per provider"),
    "per inwoners": Text("per inwoner", "per inhabitant"),
    "per aantal": Text("per eenheid", "per unit"),
    "index": Text("index", "index"),
    "procent": Text("% van", "% of"),
    "per_1000": Text("per 1.000", "per 1,000"),
    "of personen": Text("alle personen die meetellen", "all persons that count"),
    "of huishoudens": Text("alle huishoudens die meetellen", "all households that count"),
    "of trajecten": Text("alle trajecten die meetellen", "all trajectories that count"),
    "of aanbieders": Text("alle aanbieders die meetellen", "all providers that count"),
    "of aantal": Text("alles wat meetelt", "all that counts"),
    "of dagen": Text("alle dagen die meetellen", "all days that count"),
    "of euro": Text("het hele bedrag", "the whole amount"),
}
"""What the figures of a unit are; for shares also what they are a part of, for quotients what they are given per."""

AGE_WORDS = {
    "0-17": Text("de inwoners van 0 tot en met 17 jaar", "inhabitants aged 0 to 17"),
    "0-22": Text("de inwoners van 0 tot en met 22 jaar", "inhabitants aged 0 to 22"),
    "12-17": Text("de inwoners van 12 tot en met 17 jaar", "inhabitants aged 12 to 17"),
    "18+": Text("de inwoners van 18 jaar en ouder", "inhabitants aged 18 and over"),
    "all": Text("de inwoners", "inhabitants"),
}

AGE_CHIPS = {
    "0-17": Text("0 tot en met 17 jaar", "aged 0 to 17"),
    "0-22": Text("0 tot en met 22 jaar", "aged 0 to 22"),
    "18+": Text("18 jaar en ouder", "aged 18 and over"),
    "all": Text("alle leeftijden", "all ages"),
    "by_law": Text("leeftijd volgens de wet", "age by law"),
}

THEMES = {
    "jeugd": Text("Jeugd", "Youth"),
    "wmo": Text("Zorg en ondersteuning voor volwassenen", "Care and support for adults"),
    "wachten": Text("Wachten op hulp", "Waiting for help"),
    "keten": Text("De jeugdbeschermingsketen", "The youth protection chain"),
    "geld": Text("Geld en markt", "Money and market"),
    "onderwijs": Text("Onderwijs", "Education"),
    "uitkomsten": Text("Uitkomsten van hulp", "Outcomes of help"),
    "leveringen": Text("De aanleveringen zelf", "The deliveries themselves"),
    "sociaal_domein": Text("Het hele sociaal domein", "The social domain as a whole"),
}
"""Names of themes by their id in the catalogue; a theme without an entry is called by its id."""

THEME_INTRO = {
    "jeugd": Text(
        "Hulp aan kinderen en jongeren onder de Jeugdwet: van hulp door een wijkteam tot wonen buiten het gezin.",
        "Help for children and young people under the Youth Act: from neighbourhood teams to living away from home.",
    ),
    "wmo": Text(
        "Ondersteuning onder de Wet maatschappelijke ondersteuning (Wmo), zoals hulp bij het huishouden.",
        "Support under the Social Support Act (Wmo), such as help with the household.",
    ),
    "wachten": Text(
        "Hoe lang jeugdigen wachten op een intake en op hulp, en wie er nu nog wacht.",
        "How long young people wait for an intake and for help, and who is still waiting.",
    ),
    "keten": Text(
        "Van een melding bij Veilig Thuis tot een maatregel en hulp: hoe lang duren de stappen?",
        "From a report at Veilig Thuis to a measure and help: how long do the steps take?",
    ),
    "geld": Text(
        "Wat de hulp kost, tegen welke prijs, en bij welke aanbieders zij wordt gekocht.",
        "What help costs, at what price, and from which providers it is bought.",
    ),
    "onderwijs": Text(
        "Ondersteuning op school en leerlingen die er niet zijn.",
        "Support at school and pupils who are not there.",
    ),
    "uitkomsten": Text(
        "Wat jeugdigen, ouders en behandelaars bij het einde van de hulp zeggen. Bedoeld om van te leren.",
        "What young people, parents and professionals say at the end of help. Meant for learning.",
    ),
    "leveringen": Text(
        "Hoe volledig en hoe goed de gegevens zijn waar alle cijfers op rusten.",
        "How complete and how good the data are that all figures rest on.",
    ),
    "sociaal_domein": Text(
        "Over de wetten heen: wie meer soorten hulp tegelijk krijgt, en wat de hulp kost.",
        "Across the acts: who gets several kinds of help at once, and what help costs.",
    ),
}


def theme_title(theme: str) -> Text:
    """The name of a theme."""
    plain = theme.replace("_", " ").capitalize()
    return THEMES.get(theme, Text(plain, plain))


def theme_intro(theme: str) -> Text:
    """A sentence about a theme, or nothing."""
    return THEME_INTRO.get(theme, Text("", ""))


def municipality_of(name: str, lang: Lang) -> str:
    """A municipality as a whole, since one of its wijken may have the same name."""
    return Text("gemeente {name}", "{name} as a whole").fill(name=name).within(lang)
