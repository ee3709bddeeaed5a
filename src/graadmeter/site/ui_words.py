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

THEMES = {
    "jeugd": Text("Gebruik van jeugdhulp", "Use of youth help"),
    "keten": Text("Bescherming en veiligheid", "Protection and safety"),
    "eigen_omgeving": Text("Opgroeien in de eigen omgeving", "Growing up in one's own surroundings"),
    "onderwijs": Text("Onderwijs en zorg", "Education and care"),
    "wmo": Text("Wmo en ouderen", "Social support and the elderly"),
    "sociaal_domein": Text("Stapeling van hulp", "Several kinds of help at once"),
    "uitkomsten": Text("Kwaliteit en uitkomst", "Quality and outcome"),
    "wachten": Text("Toegang en wachten", "Access and waiting"),
    "aanbieders": Text("Aanbieders en markt", "Providers and market"),
    "geld": Text("Geld", "Money"),
    "leveringen": Text("De aanleveringen zelf", "The deliveries themselves"),
}
"""Names of themes by their id on the site (`theme_of`); a theme without an entry is called by its id."""

THEME_INTRO = {
    "jeugd": Text(
        "Hoeveel kinderen en jongeren hulp krijgen onder de Jeugdwet, welke hulp, en hoe lang.",
        "How many children and young people get help under the Youth Act, which help, and for how long.",
    ),
    "keten": Text(
        "Van een melding bij Veilig Thuis tot een maatregel van de rechter: hoe vaak, en hoe lang duren de stappen?",
        "From a report at Veilig Thuis to a measure of the court: how often, and how long do the steps take?",
    ),
    "eigen_omgeving": Text(
        "Kinderen die niet thuis wonen: in een pleeggezin, een gezinshuis of een instelling.",
        "Children who do not live at home: in a foster family, a family home or an institution.",
    ),
    "onderwijs": Text(
        "Ondersteuning op school, dyslexiezorg, en leerlingen die er niet zijn.",
        "Support at school, dyslexia care, and pupils who are not there.",
    ),
    "wmo": Text(
        "Ondersteuning van volwassenen onder de Wet maatschappelijke ondersteuning (Wmo), zoals hulp in het huishouden "
        "of een vervoersvoorziening.",
        "Support of adults under the Social Support Act (Wmo), such as help with the household or transport.",
    ),
    "sociaal_domein": Text(
        "Over de wetten heen: wie meer soorten hulp tegelijk krijgt, en welke soorten vaak samengaan.",
        "Across the acts: who gets several kinds of help at once, and which kinds often go together.",
    ),
    "uitkomsten": Text(
        "Hoe hulp eindigt en wat jeugdigen, ouders, cliënten en behandelaars ervan zeggen. Bedoeld om van te leren.",
        "How help ends and what young people, parents, clients and professionals say of it. Meant for learning.",
    ),
    "wachten": Text(
        "Via wie hulp begint, hoe lang jeugdigen op een intake en op hulp wachten, en wie er nu nog wacht.",
        "Through whom help begins, how long young people wait for an intake and for help, and who still waits.",
    ),
    "aanbieders": Text(
        "Van wie inwoners hulp krijgen, en hoe zwaar gemeenten op enkele aanbieders leunen.",
        "From whom residents get help, and how much municipalities rely on a few providers.",
    ),
    "geld": Text("Wat de hulp kost, en tegen welke prijs.", "What help costs, and at what price."),
    "leveringen": Text(
        "Hoe volledig en hoe goed de gegevens zijn waar alle cijfers op rusten.",
        "How complete and how good the data are that all figures rest on.",
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
