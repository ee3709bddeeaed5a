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
    "search_wijken": Text(
        "Wijken staan bij hun gemeente; wie zoekt, vindt ze ook hier.",
        "Neighbourhoods stand with their municipality; searching finds them here as well.",
    ),
    "search_letters": Text("Ga naar een letter", "Go to a letter"),
    "search_in": Text("{title} in {area}", "{title} in {area}"),
    "share": Text("Insluiten en hergebruiken", "Embed and reuse"),
    "share_how": Text(
        "Neem een figuur mee: als plaatje voor een stuk of een presentatie (SVG), met alleen de cijfers eruit (CSV), "
        "of los op uw eigen site. Op uw site verandert de figuur mee met elke uitgave.",
        "Take a figure along: as a picture for a paper or a slide (SVG), with only the figures in it (CSV), or alone "
        "on your own site. On your site it follows every release.",
    ),
    "share_which": Text("Kies een figuur", "Choose a figure"),
    "share_embed": Text("losse figuur", "figure alone"),
    "share_svg": Text("plaatje (SVG)", "picture (SVG)"),
    "share_png": Text("PNG", "PNG"),
    "share_csv": Text("cijfers (CSV)", "figures (CSV)"),
    "share_code": Text("code om in te sluiten", "code to embed"),
    "share_vega": Text("Vega-Lite", "Vega-Lite"),
    "embed_source": Text(
        "Bron: Graadmeter {region}, cijfers tot en met {period}, kenmerk {mark}",
        "Source: Graadmeter {region}, figures up to {period}, mark {mark}",
    ),
    "data_source": Text(
        "Bron: Graadmeter {region}, uitgave {edition}", "Source: Graadmeter {region}, release {edition}"
    ),
    "feed_of": Text("Wijzigingen in {area}", "Changes in {area}"),
    "feed_releases": Text("Uitgaven van Graadmeter {region}", "Releases of Graadmeter {region}"),
    "feed_release": Text("Uitgave {edition}: cijfers tot en met {period}", "Release {edition}: figures up to {period}"),
    "feed_first": Text("De eerste uitgave.", "The first release."),
    "feed_nothing": Text("Geen eerder gegeven cijfer is veranderd.", "No figure that was given before has changed."),
    "feed_changed": Text("{title}: {n} cijfers veranderd.", "{title}: {n} figures changed."),
    "nav_compare": Text("Vergelijken", "Compare"),
    "compare": Text("Zelf vergelijken", "Your own comparison"),
    "compare_lead": Text(
        "Kies zelf cijfers, gebieden en perioden, en zet ze naast elkaar. De link bewaart uw keuze; het bestand dat u "
        "downloadt bevat precies wat u ziet.",
        "Choose figures, areas and periods yourself and put them side by side. The link keeps your choice; the file "
        "you download holds exactly what you see.",
    ),
    "compare_without": Text(
        "Voor zelf vergelijken is JavaScript nodig. Zonder kan het ook: elk cijfer heeft een tabel van alle gemeenten "
        "en een bestand met alles, ook per gemeente met haar wijken.",
        "Comparing yourself needs JavaScript. It can be done without: every figure has a table of all municipalities "
        "and a file with everything, also for each municipality with its neighbourhoods.",
    ),
    "compare_files": Text("Tabellen en bestanden per cijfer", "Tables and files by figure"),
    "compare_csv": Text("{title} (CSV)", "{title} (CSV)"),
    "kind_figure": Text("cijfer", "figure"),
    "kind_theme": Text("thema", "theme"),
    "kind_municipality": Text("gemeente", "municipality"),
    "kind_wijk": Text("wijk in {area}", "neighbourhood in {area}"),
    "kind_page": Text("uitleg", "explanation"),
}
"""Name -> words, as the templates ask for them."""

COMPARING = {
    "figures": Text("Cijfers", "Figures"),
    "figures_most": Text("Kies er hoogstens vier.", "Choose at most four."),
    "areas": Text("Gebieden", "Areas"),
    "wijken": Text("Wijken", "Neighbourhoods"),
    "wijken_of": Text("Wijken van {area}", "Neighbourhoods of {area}"),
    "show": Text("Laat zien", "Show"),
    "show_values": Text("de cijfers zelf", "the figures themselves"),
    "show_other": Text("het verschil met waarmee u vergelijkt", "the difference with what you compare with"),
    "over_year": Text("verschil met een jaar eerder", "difference with a year earlier"),
    "over_other": Text("verschil met {name}", "difference with {name}"),
    "points": Text("procentpunt", "percentage points"),
    "noise": Text("toeval", "chance"),
    "untested": Text("niet te toetsen", "not testable"),
    "late": Text("kan nog veranderen", "may still change"),
    "broken": Text("andere telling", "counted anew"),
    "no_before": Text("geen jaar eerder", "no year before"),
    "no_others": Text(
        "Kies een ander gebied dan waarmee u vergelijkt.", "Choose another area than what you compare with."
    ),
    "how_year": Text(
        "▲ aantoonbaar gestegen, ▼ aantoonbaar gedaald: de twee 95%-intervallen overlappen niet. “Toeval”: zo'n "
        "verschil ontstaat ook als er niets verandert. “Kan nog veranderen”: een voorlopig cijfer is meestal te laag. "
        "Tussen haakjes: hoeveel procent meer of minder dan een jaar eerder.",
        "▲ demonstrably risen, ▼ demonstrably fallen: the two 95% intervals do not overlap. “Chance”: such a "
        "difference also arises when nothing changes. “May still change”: a provisional figure is mostly too low. "
        "Between brackets: how many per cent more or less than a year earlier.",
    ),
    "how_other": Text(
        "▲ aantoonbaar hoger dan {name}, ▼ aantoonbaar lager. “Toeval”: het 95%-interval bevat de waarde van {name}; "
        "zo'n verschil ontstaat ook als er niets aan de hand is.",
        "▲ demonstrably higher than {name}, ▼ demonstrably lower. “Chance”: the 95% interval holds the value of "
        "{name}; such a difference also arises when nothing is going on.",
    ),
    "against": Text("Vergelijken met", "Compare with"),
    "against_nothing": Text("niets", "nothing"),
    "against_group": Text("mijn eigen groep", "my own group"),
    "group": Text("Mijn eigen groep van gemeenten", "My own group of municipalities"),
    "group_name": Text("Midden (mediaan) van {n} gemeenten: {names}", "Middle (median) of {n} municipalities: {names}"),
    "group_none": Text("Kies gemeenten voor uw eigen groep.", "Choose municipalities for your own group."),
    "group_how": Text(
        "De helft van de groep zit boven de mediaan, de helft eronder. Afgeschermde cijfers tellen niet mee; "
        "zijn er minder dan drie over, dan is er geen mediaan.",
        "Half of the group is above the median and half below. Hidden figures do not count; with fewer than three "
        "left there is no median.",
    ),
    "period": Text("Periode", "Period"),
    "kind": Text("Soort periode", "Kind of period"),
    "from": Text("Van", "From"),
    "to": Text("Tot en met", "Up to"),
    "longest": Text("de langste", "the longest"),
    "earliest": Text("de eerste", "the first"),
    "latest": Text("de laatste", "the last"),
    "unit": Text("Uitgedrukt in", "Given as"),
    "said": Text("U ziet {figures}, van {areas}, over {periods}.", "You see {figures}, of {areas}, for {periods}."),
    "figures_one": Text("1 cijfer", "1 figure"),
    "figures_many": Text("{n} cijfers", "{n} figures"),
    "areas_one": Text("1 gebied", "1 area"),
    "areas_many": Text("{n} gebieden", "{n} areas"),
    "periods_one": Text("1 periode", "1 period"),
    "periods_many": Text("{n} perioden", "{n} periods"),
    "nothing": Text("Kies ten minste één cijfer en één gebied.", "Choose at least one figure and one area."),
    "no_periods": Text("Dit cijfer is er niet voor deze soort periode.", "This figure is not given for this period."),
    "no_wijken": Text("Dit cijfer is er niet per wijk.", "This figure is not given by neighbourhood."),
    "unknown": Text("Niet gevonden en weggelaten: {names}.", "Not found and left out: {names}."),
    "area": Text("gebied", "area"),
    "higher": Text("aantoonbaar hoger", "demonstrably higher"),
    "lower": Text("aantoonbaar lager", "demonstrably lower"),
    "risen": Text("aantoonbaar gestegen", "demonstrably risen"),
    "fallen": Text("aantoonbaar gedaald", "demonstrably fallen"),
    "sizes": Text(
        "Let op: een aantal of bedrag zegt vooral hoe groot een gebied is. Kies liever een percentage.",
        "Mind: a number or amount mostly tells how large an area is. Rather choose a percentage.",
    ),
    "marks": Text(
        "▲ aantoonbaar hoger dan {name}, ▼ aantoonbaar lager (het 95%-interval bevat de waarde van {name} niet). "
        "Zonder teken kan het toeval zijn.",
        "▲ demonstrably higher than {name}, ▼ demonstrably lower (the 95% interval does not hold the value of {name}). "
        "Without a sign it may be chance.",
    ),
    "no_test": Text(
        "Of een verschil met {name} toeval is, wordt niet getoetst.", "Differences from {name} are not tested."
    ),
    "provisional": Text("voorlopig", "provisional"),
    "open": Text("Open punt: voorlopig. Gearceerd: geen cijfer.", "Open point: provisional. Hatched: no figure."),
    "more_lines": Text(
        "De lijnen van meer dan zes gebieden zijn grijs; de tabel noemt ze alle.",
        "Lines beyond six areas are grey; the table names them all.",
    ),
    "picture": Text("Lijnen van {areas}, {first} tot en met {last}.", "Lines of {areas}, {first} to {last}."),
    "bars": Text("Staven van {areas}, {first}.", "Bars of {areas}, {first}."),
    "export": Text("Download wat u ziet (CSV)", "Download what you see (CSV)"),
    "link": Text("Link naar deze vergelijking", "Link to this comparison"),
    "copy": Text("Kopieer de link", "Copy the link"),
    "copied": Text("De link is gekopieerd.", "The link has been copied."),
    "page_of": Text("Alles over dit cijfer", "All about this figure"),
    "failed": Text("De cijfers konden niet worden geladen.", "The figures could not be loaded."),
    "per_1000": Text("per 1.000", "per 1,000"),
    "days": Text("dagen", "days"),
    "choose": Text("Kies cijfers, gebieden en periode", "Choose figures, areas and period"),
}
"""Name -> words of the compare page, as its script asks for them."""
