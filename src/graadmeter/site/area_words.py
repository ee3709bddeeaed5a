"""The words of the pages of areas, by name, as their templates ask for them."""

from graadmeter.domain.text import Lang, Text

AREA_WORDS = {
    "lead": Text(
        "{area} verschilt bij {n} van de {total} vergelijkbare cijfers aantoonbaar van {name}: {ways}.",
        "{area} demonstrably differs from {name} in {n} of {total} comparable figures: {ways}.",
    ),
    "lead_none": Text(
        "{area} verschilt bij geen van de {total} vergelijkbare cijfers aantoonbaar van {name}.",
        "{area} does not demonstrably differ from {name} in any of {total} comparable figures.",
    ),
    "lead_untested": Text(
        "Van {area} zijn er geen cijfers waarvan te toetsen is of ze van {name} verschillen.",
        "There are no figures of {area} for which a difference from {name} can be tested.",
    ),
    "lead_rest": Text(
        "Bij de andere past het verschil binnen het toeval.", "For the others the difference is within chance."
    ),
    "times_higher": Text("bij {n} hoger", "higher in {n}"),
    "times_lower": Text("bij {n} lager", "lower in {n}"),
    "sure": Text("Zeer zeker anders", "Almost certainly different"),
    "sure_how": Text(
        "Toeval geeft zo'n groot verschil maar in 1 van de 500 gevallen (99,8 %).",
        "Chance gives such a large difference in only 1 of 500 cases (99.8%).",
    ),
    "likely": Text("Waarschijnlijk anders", "Probably different"),
    "likely_how": Text(
        "Toeval geeft zo'n verschil in 1 van de 20 gevallen (95 %).",
        "Chance gives such a difference in 1 of 20 cases (95%).",
    ),
    "many_tests": Text(
        "Er zijn {total} cijfers vergeleken. Ook als {area} nergens echt van {name} verschilde, zouden er door toeval "
        "ongeveer {n} als waarschijnlijk anders opvallen. Kijk dus eerst naar wat zeer zeker anders is.",
        "{total} figures were compared. Even if {area} did not really differ from {name} anywhere, chance alone would "
        "make about {n} stand out as probably different. So look at what is almost certainly different first.",
    ),
    "few_tests": Text(
        "Er zijn {total} cijfers vergeleken. Ook als {area} nergens echt van {name} verschilde, zou elk daarvan 1 op "
        "de 20 keer door toeval als waarschijnlijk anders opvallen.",
        "{total} figures were compared. Even if {area} did not really differ from {name} anywhere, chance alone would "
        "make each of them stand out as probably different 1 time in 20.",
    ),
    "nothing": Text(
        "Niets valt aantoonbaar op. Van de {total} cijfers die te vergelijken zijn, past elk verschil met {name} "
        "binnen het toeval. Dat bewijst niet dat er geen verschil is: hoe kleiner het gebied, hoe minder te zien is.",
        "Nothing demonstrably stands out. In all {total} figures that can be compared, the difference from {name} is "
        "within chance. That does not prove that there is none: the smaller the area, the less can be seen.",
    ),
    "nothing_beside": Text(
        "Geen cijfer verschilt aantoonbaar van {name}: van de {total} cijfers die te vergelijken zijn, past elk "
        "verschil binnen het toeval.",
        "No figure demonstrably differs from {name}: in all {total} figures that can be compared, the difference is "
        "within chance.",
    ),
    "nothing_tested": Text(
        "Of er iets opvalt, is niet te zeggen: er zijn te weinig cijfers die te vergelijken zijn.",
        "Whether anything stands out cannot be told: there are too few figures that can be compared.",
    ),
    "more_below": Text(
        "Nog {n} verschillen staan in de tabellen hieronder.", "{n} more differences are in the tables below."
    ),
    "moved": Text("Veranderd in vijf jaar", "Changed in five years"),
    "moved_how": Text(
        "Getoetst over hetzelfde tijdvak van vijf jaren achter elkaar.",
        "Tested over the same period of five years in a row.",
    ),
    "compare_yourself": Text("Vergelijk {area} met andere", "Compare {area} with others"),
    "alike": Text(
        "Het meest op {area} lijken, te beginnen met de sterkste gelijkenis: {names}.",
        "Most like {area}, the closest first: {names}.",
    ),
    "jump": Text("Op deze pagina", "On this page"),
    "remarkable": Text("Wat opvalt in {area}", "What stands out in {area}"),
    "against": Text("tegen {value} in {name}", "against {value} in {name}"),
    "heat_caption": Text(
        "Alle cijfers van {area} per jaar en naast anderen", "All figures of {area} by year and beside others"
    ),
    "all_figures": Text("Alle cijfers, per jaar en naast anderen", "All figures, by year and beside others"),
    "figure": Text("cijfer", "figure"),
    "place": Text("plaats tussen de gemeenten", "place among the municipalities"),
    "verdict": Text("vergeleken met {name}", "compared with {name}"),
    "five_years": Text("in vijf jaar", "in five years"),
    "not_shown": Text("Niet te zien voor {area}:", "Not shown for {area}:"),
    "heat_how": Text(
        "▲ hoger en ▼ lager dan {name} in dat jaar; ▲▲ en ▼▼ duidelijk (99,8 %). Blauw is gunstig, oranje ongunstig; "
        "groen zegt alleen dat het verschilt. Zonder teken: binnen het toeval, of niet te toetsen. Streepje: er is "
        "geen cijfer, nog geen vijf op rij, of vergelijken zegt niets: een aantal toont vooral hoe groot een gebied "
        "is, en zonder marge is toeval niet te zien.",
        "▲ higher and ▼ lower than {name} in that year; ▲▲ and ▼▼ clearly so (99.8%). Blue is favourable, orange "
        "unfavourable; green only says that it differs. Without a mark: within chance, or not to be tested. A dash: "
        "there is no figure, not five in a row, or comparing says nothing: a number mostly shows how large an area is, "
        "and without an interval chance cannot be seen.",
    ),
    "print_sheet": Text(
        "Druk deze pagina af voor een factsheet op A4.",
        "Print this page for a factsheet on A4.",
    ),
    "take_along": Text(
        "Neem hem mee als document (ODT, voor Word en LibreOffice)",
        "Take it along as a document (ODT, for Word and LibreOffice)",
    ),
    "wijken": Text("De wijken van {area}", "The neighbourhoods of {area}"),
    "wijken_how": Text(
        "▲ hoger en ▼ lager dan {area} als geheel, ▲▲ en ▼▼ duidelijk. Een punt (·) betekent: te klein om te tonen. "
        "Op de pagina van de wijk staat dan het cijfer van de gemeente.{merged}",
        "▲ higher and ▼ lower than {area} as a whole, ▲▲ and ▼▼ clearly so. A dot (·) means: too small to show. "
        "The page of the neighbourhood then gives the figure of the municipality.{merged}",
    ),
    "wijken_merged": Text(
        " Waar “samen” staat, heeft een groep wijken één cijfer; die groepen staan onderaan.",
        " Where it says “merged”, a group of neighbourhoods has one figure; those groups are at the bottom.",
    ),
    "wijken_caption": Text("De wijken van {area} naast elkaar", "The neighbourhoods of {area} side by side"),
    "wijk": Text("wijk", "neighbourhood"),
    "wijk_of": Text("wijk in {area}", "neighbourhood in {area}"),
    "wijk_lead": Text(
        "Van {wijk} zijn {n} van de {total} cijfers te tonen die er voor wijken zijn.",
        "Of {wijk}, {n} of the {total} figures that exist for neighbourhoods can be shown.",
    ),
    "wijk_lead_none": Text(
        "Van {wijk} is geen van de {total} cijfers te tonen die er voor wijken zijn: er wonen of er zijn te weinig "
        "mensen om wie het gaat. Hieronder staan de cijfers van {area} als geheel.",
        "Of {wijk}, none of the {total} figures that exist for neighbourhoods can be shown: too few people live there "
        "or are concerned. Below are the figures of {area} as a whole.",
    ),
    "wijk_lead_nothing": Text(
        "Deze uitgave heeft geen cijfers per wijk. De cijfers van {area} staan op de pagina van de gemeente.",
        "This release has no figures by neighbourhood. Those of {area} are on the page of the municipality.",
    ),
    "wijk_differs": Text(
        "Bij {n} daarvan verschilt de wijk aantoonbaar van {area}.",
        "In {n} of them the neighbourhood demonstrably differs from {area}.",
    ),
    "wijk_differs_one": Text(
        "Bij één daarvan verschilt de wijk aantoonbaar van {area}.",
        "In one of them the neighbourhood demonstrably differs from {area}.",
    ),
    "wijk_same": Text(
        "Geen daarvan verschilt aantoonbaar van {area}.", "None of them demonstrably differs from {area}."
    ),
    "wijk_figures": Text("De cijfers van {wijk}", "The figures of {wijk}"),
    "wijk_caption": Text("{wijk} per jaar, naast {area} en {region}", "{wijk} by year, beside {area} and {region}"),
    "wijk_heat_how": Text(
        "▲ hoger en ▼ lager dan {name} in dat jaar; ▲▲ en ▼▼ duidelijk (99,8 %). Blauw is gunstig, oranje ongunstig; "
        "groen zegt alleen dat het verschilt. Zonder teken: binnen het toeval, of niet te toetsen. Streepje: er is "
        "geen cijfer, nog geen vijf op rij, of het is niet te vergelijken.",
        "▲ higher and ▼ lower than {name} in that year; ▲▲ and ▼▼ clearly so (99.8%). Blue is favourable, orange "
        "unfavourable; green only says that it differs. Without a mark: within chance, or not to be tested. A dash: "
        "there is no figure, not five in a row, or it cannot be compared.",
    ),
    "merged": Text("Samengevoegd met andere wijken", "Merged with other neighbourhoods"),
    "merged_how": Text(
        "Voor deze cijfers is {wijk} te klein. Daarom staat hier het cijfer van {wijk} samen met wijken ernaast.",
        "For these {wijk} is too small. So here is the figure of {wijk} together with neighbourhoods beside it.",
    ),
    "merged_caption": Text(
        "De cijfers van {wijk} samen met andere wijken", "The figures of {wijk} together with other neighbourhoods"
    ),
    "merged_head": Text("wijken samen", "together"),
    "fallback": Text("Hier is de wijk te klein: het cijfer van {area}", "Too small here: the figure of {area}"),
    "fallback_how": Text(
        "Van deze cijfers is het aantal in {wijk} te klein om te tonen, of zou een ander klein aantal eruit te "
        "rekenen zijn. Dat beschermt de mensen die er wonen. Hier staat daarom het cijfer van de hele gemeente.",
        "For these, the number in {wijk} is too small to show, or another small number could be worked out from it. "
        "That protects the people who live there. So here is the figure of the whole municipality.",
    ),
    "fallback_caption": Text("De cijfers van {area} en {region}", "The figures of {area} and {region}"),
    "other_wijk": Text("Kies een andere wijk van {area}", "Choose another neighbourhood of {area}"),
    "only_town": Text(
        "Andere cijfers, zoals die over wachten, geld en aanbieders, zijn er niet per wijk. Die staan bij",
        "Other figures, such as those on waiting, money and providers, do not exist by neighbourhood. They are with",
    ),
    "rug_how": Text(
        "▲ hoger en ▼ lager dan {region}, ▲▲ en ▼▼ duidelijk (99,8 %). Blauw is gunstig, oranje ongunstig; groen zegt "
        "alleen dat het verschilt. Punt (·): te klein om te tonen; streepje: er is geen cijfer. Hoe meer "
        "cijfers naast elkaar staan, hoe vaker er een door toeval opvalt.",
        "▲ higher and ▼ lower than {region}, ▲▲ and ▼▼ clearly so (99.8%). Blue is favourable, orange unfavourable; "
        "green only says that it differs. Dot (·): too small to show; dash: there is no figure. The more "
        "figures stand side by side, the more often one stands out by chance.",
    ),
    "rug": Text("Alle gemeenten naast elkaar", "All municipalities side by side"),
    "all_towns": Text("{title}, alle gemeenten", "{title}, all municipalities"),
    "saved_questions": Text("Vragen waarvoor de monitor is gemaakt", "Questions that the monitor was made for"),
    "choose_question": Text("Kies een vraag", "Choose a question"),
    "answer": Text("Het antwoord voor {region}", "The answer for {region}"),
    "table_how": Text(
        "▲ hoger en ▼ lager dan {region}, ▲▲ en ▼▼ duidelijk (99,8 %); aantallen worden niet vergeleken. Punt (·): "
        "te klein om te tonen; streepje: er is geen cijfer. Gemeenten staan op naam: dit is geen ranglijst.",
        "▲ higher and ▼ lower than {region}, ▲▲ and ▼▼ clearly so (99.8%); numbers are not compared. Dot (·): too "
        "small to show; dash: there is no figure. Municipalities stand by name: this is not a ranking.",
    ),
    "files": Text("Download deze cijfers (CSV)", "Download these figures (CSV)"),
    "keeps": Text(
        "Dit adres blijft hetzelfde; bij een volgende uitgave staan hier de nieuwe cijfers.",
        "This address stays the same; with the next release it gives the new figures.",
    ),
    "by_form": Text("Aanbieders per vorm van hulp in {area}", "Providers by form of help in {area}"),
    "by_form_how": Text(
        "Hoeveel jeugdigen elke vorm van hulp krijgen, en hoeveel van hen bij de grootste aanbieder zijn. Hoe meer dat "
        "er zijn, hoe meer een gemeente op die ene aanbieder leunt.",
        "How many young people receive each form of help, and how many of them are with the largest provider. The more "
        "there are, the more a municipality relies on that one provider.",
    ),
    "largest": Text("Bij de grootste aanbieder", "With the largest provider"),
    "largest_of": Text("personen, voor zover te zien", "persons, as far as shown"),
    "ten_largest": Text("Tien grootste samen", "Ten largest together"),
    "ten_largest_of": Text("% van de jeugdigen met deze hulp", "% of the young people with this help"),
    "each_form": Text("De grootste aanbieders per vorm van hulp in {area}", "The largest providers by form in {area}"),
    "each_form_how": Text(
        "Van elke vorm van hulp ten hoogste tien aanbieders. Een aanbieder met te weinig jeugdigen om te tonen, is "
        "gearceerd.",
        "Of every form of help at most ten providers. A provider with too few young people to be shown is hatched.",
    ),
    "each_form_few": Text(
        "Te weinig jeugdigen per aanbieder om te tonen: {forms}.", "Too few young people per provider to show: {forms}."
    ),
    "by_form_only": Text(
        "De tien grootste worden alleen voor alle hulp samen genoemd. Per vorm van hulp zijn er te weinig jeugdigen "
        "per aanbieder om namen te noemen; wel hoeveel aanbieders er zijn en hoe de hulp over hen is verdeeld.",
        "The ten largest are named for all help together only. By form of help there are too few young people per "
        "provider to name them; but it tells how many there are and how help is spread over them.",
    ),
    "spread_of": Text("Aanbieders in {area}: hoeveel, en hoe verdeeld", "Providers in {area}: how many, how spread"),
    "form": Text("vorm van hulp", "form of help"),
    "market": Text("Hoe de hulp over aanbieders is verdeeld", "How help is spread over providers"),
    "market_how": Text(
        "Concentratie is een getal van 0 tot 10.000: bij 10.000 is er één aanbieder, dicht bij 0 zijn er heel veel "
        "kleine. Toezichthouders noemen minder dan 1.000 weinig en meer dan 1.800 sterk geconcentreerd. Een regio is "
        "altijd minder geconcentreerd dan haar gemeenten. Meer is niet vanzelf slecht.",
        "Concentration is a number from 0 to 10,000: at 10,000 there is one provider, near 0 there are very many small "
        "ones. Regulators call less than 1,000 little and more than 1,800 highly concentrated. A region is always less "
        "concentrated than its municipalities. More is not bad in itself.",
    ),
    "providers_of": Text("Aanbieders in {area}", "Providers in {area}"),
    "provisional": Text("voorlopig", "provisional"),
    "region": Text("{region}", "{region}"),
    "similar_areas": Text("vergelijkbare gemeenten", "similar municipalities"),
    "peers": Text("eigen vergelijkgroep", "own peer group"),
    "size_class": Text("gemeenten van deze grootte", "municipalities of this size"),
    "nation": Text("Nederland", "the Netherlands"),
    "hidden": Text("afgeschermd", "hidden"),
    "why_hidden": Text("Waarom worden cijfers afgeschermd?", "Why are figures hidden?"),
    "subtitle": Text("{area} naast {among}, het laatste cijfer", "{area} beside {among}, the latest figure"),
}
"""Name -> wording, with {placeholders}."""


class AreaWords:
    """The words in one language, for a template: `w.of('lead', area=...)`."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def of(self, entry: str, /, **values: object) -> str:
        """The wording by its name, filled in; raises KeyError for an unknown name."""
        return AREA_WORDS[entry].within(self.lang).format(**values)
