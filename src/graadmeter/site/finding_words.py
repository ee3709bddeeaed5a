"""The words of finding and sharing: search, comparing, embedding, feeds."""

from graadmeter.domain.text import Text

FINDING = {
    "search": Text("Zoeken", "Search"),
    "search_label": Text("Zoek een cijfer, gemeente of wijk", "Search for a figure, municipality or neighbourhood"),
    "search_field": Text("Waar zoekt u naar?", "What are you looking for?"),
    "search_go": Text("Zoek", "Search"),
    "search_lead": Text(
        "Zoek in alle cijfers, thema's, gemeenten, wijken en begrippen. Gewone woorden mogen ook: "
        "“jeugdzorg”, “wachtlijst” of “huishoudelijke hulp”.",
        "Search all figures, themes, municipalities, neighbourhoods and terms. Everyday words will do: "
        "“youth care”, “waiting list” or “home help”.",
    ),
    "search_example": Text("bijvoorbeeld: wachtlijst Almelo", "for example: waiting list Almelo"),
    "search_results": Text("Gevonden", "Found"),
    "search_none": Text(
        "Niets gevonden voor “{q}”. Probeer een ander woord, of kies hieronder uit de lijst.",
        "Nothing found for “{q}”. Try another word, or choose from the list below.",
    ),
    "search_one": Text("1 resultaat voor “{q}”.", "1 result for “{q}”."),
    "search_many": Text("{n} resultaten voor “{q}”.", "{n} results for “{q}”."),
    "search_part": Text(
        "Niets met al deze woorden; {n} resultaten met een deel ervan.",
        "Nothing with all of these words; {n} results with some of them.",
    ),
    "search_index": Text("Alles van A tot Z", "Everything from A to Z"),
    "search_letters": Text("Ga naar een letter", "Go to a letter"),
    "search_in": Text("{title} in {area}", "{title} in {area}"),
    "kind_figure": Text("cijfer", "figure"),
    "kind_theme": Text("thema", "theme"),
    "kind_municipality": Text("gemeente", "municipality"),
    "kind_wijk": Text("wijk in {area}", "neighbourhood in {area}"),
    "kind_page": Text("uitleg", "explanation"),
}
"""Name -> words, as the templates ask for them."""
