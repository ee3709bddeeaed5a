"""The words of the interface by name, as the templates ask for them; longer prose stands in the templates."""

from graadmeter.domain.text import Text
from graadmeter.site.finding_words import FINDING

WORDS = {
    **FINDING,
    "other_lang": Text("English", "Nederlands"),
    "other_lang_code": Text("en", "nl"),
    "skip": Text("Naar de inhoud", "Skip to content"),
    "example": Text("Voorbeeldcijfers.", "Example figures."),
    "example_long": Text(
        "Mensen en aanbieders zijn verzonnen, de plaatsen bestaan echt.",
        "People and providers are invented, the places are real.",
    ),
    "main_navigation": Text("Hoofdmenu", "Main menu"),
    "footer_navigation": Text("Over deze site", "About this site"),
    "breadcrumb": Text("U bent hier", "You are here"),
    "home": Text("Start", "Home"),
    "nav_themes": Text("Thema's", "Themes"),
    "nav_municipalities": Text("Gemeenten", "Municipalities"),
    "nav_providers": Text("Aanbieders", "Providers"),
    "nav_stacking": Text("Stapeling", "Stacking"),
    "nav_about": Text("Over de cijfers", "About the figures"),
    "footer_about": Text(
        "De monitor sociaal domein van {region}. Alle cijfers komen uit één uitgave; kleine aantallen blijven weg.",
        "The social domain monitor of {region}. All figures come from one release; small numbers stay hidden.",
    ),
    "edition": Text("Uitgave", "Release"),
    "definitions": Text("Begrippen en definities", "Terms and definitions"),
    "about_data": Text("Over de gegevens", "About the data"),
    "about_release": Text("Over deze uitgave", "About this release"),
    "receipts": Text("Wat elke gemeente leverde", "What each municipality delivered"),
    "about_protection": Text("Over de bescherming", "About the protection"),
    "accessibility": Text("Toegankelijkheid", "Accessibility"),
    "provisional": Text("voorlopig", "provisional"),
    "hidden": Text("afgeschermd", "hidden"),
    "exactly_how": Text("Hoe dit precies wordt geteld", "How exactly this is counted"),
    "counting_each": Text("Alle telregels op een rij", "All counting rules in a row"),
    "difference_each": Text("Waarin de tellingen verschillen", "In what the counts differ"),
    "figures_counted": Text("Cijfers van dit thema: {n}", "Figures of this theme: {n}"),
    "table": Text("Bekijk als tabel", "View as a table"),
    "download_csv": Text("Download deze cijfers (CSV)", "Download these figures (CSV)"),
    "download_page": Text("Download alle cijfers van deze pagina (CSV)", "Download all figures on this page (CSV)"),
    "csv_explained": Text(
        "Komma's tussen de kolommen, decimale punt, UTF-8. De cijfers zijn dezelfde als op deze pagina.",
        "Columns separated by commas, numbers with a decimal point, UTF-8. The figures are the same as here.",
    ),
    "also_as": Text("Heel {area} met alle gemeenten ook als:", "All of {area} with every municipality also as:"),
    "cite": Text(
        "Verwijzen: “{title}, {area}”, Graadmeter {region}, uitgave {edition}{day}.",
        "Cite as: “{title}, {area}”, Graadmeter {region}, release {edition}{day}.",
    ),
    "cite_mark": Text(
        "Verwijzen: “{title}, {area}”, Graadmeter {region}, cijfers tot en met {period}, kenmerk {mark}.",
        "Cite as: “{title}, {area}”, Graadmeter {region}, figures up to {period}, mark {mark}.",
    ),
    "mark": Text("Kenmerk van deze cijfers", "Mark of these figures"),
    "mark_how": Text(
        "Het kenmerk hoort bij precies deze cijfers: verandert er één, dan verandert het kenmerk.",
        "The mark belongs to exactly these figures: when one changes, the mark changes.",
    ),
    "mark_where": Text("Bij welke uitgave hoort dit?", "Which release is this?"),
    "explanation": Text("Uitleg", "Explanation"),
    "counts_what": Text("Wat telt mee?", "What counts?"),
    "says_not": Text("Wat zegt dit niet?", "What does this not say?"),
    "exact_definition": Text("Precieze definitie", "Exact definition"),
    "evaluation": Text("Wat veranderde er, en wat bespaarde het?", "What changed, and what did it save?"),
    "evaluation_lead": Text(
        "Dit zijn schattingen, geen tellingen. Ze zijn gemaakt uit de cijfers die in deze uitgave staan; wat is "
        "afgeschermd, deed niet mee.",
        "These are estimates, not counts. They are made from the figures shown in this release; what is hidden took no "
        "part.",
    ),
    "measures": Text("Alle maten van dit cijfer", "All measures of this figure"),
    "difference": Text(
        "Waarom verschilt dit van het CBS of de begroting?", "Why does this differ from CBS or the budget?"
    ),
    "difference_lead": Text(
        "Anderen tellen hetzelfde onderwerp soms anders. Geen van de cijfers is dan fout: ze gaan over andere mensen, "
        "leeftijden, perioden of gevallen.",
        "Others sometimes count the same subject in another way. None of the figures is wrong then: they are about "
        "other people, ages, periods or cases.",
    ),
    "difference_honest": Text(
        "Hoe groot elk verschil is, staat hier niet. Alleen van jeugdhulp, en van hele jaren die niet meer voorlopig "
        "zijn, tellen wij dezelfde gegevens ook volgens de regels van anderen. Twee tellingen van bijna dezelfde "
        "mensen verschillen soms maar een paar mensen; waar dat een klein aantal zou verraden, tonen wij ze niet.",
        "How large each difference is, is not told here. Only of youth help, and of whole years that are no longer "
        "provisional, do we count the same data by the rules of others as well. Two counts of nearly the same people "
        "may differ by a few people; where that would give a small count away, they are not shown.",
    ),
    "difference_shown": Text(
        "Dit zijn dezelfde aangeleverde gegevens, geteld volgens elke regel; het is niet wat anderen publiceren. De "
        "stappen staan in vaste volgorde en zijn samen precies het verschil. Wat is afgeschermd, zou een klein aantal "
        "verraden.",
        "These are the same delivered data, counted by every rule; it is not what others publish. The steps come in a "
        "fixed order and add up to the difference exactly. What is hidden would give a small count away.",
    ),
    "counting_rules": Text("Zo is het precies geteld", "How exactly it is counted"),
    "related": Text("Verwante cijfers", "Related figures"),
    "cite_stable": Text(
        "Dit adres blijft altijd gelijk; noem het kenmerk erbij, want cijfers kunnen later veranderen.",
        "This address always stays the same; name the mark as well, since figures may change later.",
    ),
    "caveats": Text("Let op bij het lezen", "Mind when reading"),
    "choose_municipality": Text("Kies een gemeente", "Choose a municipality"),
    "other_area": Text("Kies een ander gebied", "Choose another area"),
    "now_showing": Text("nu: {area}", "now: {area}"),
    "this_figure_for": Text("Dit cijfer voor", "This figure for"),
    "data_and_source": Text("Gegevens en bron", "Data and source"),
    "in_area": Text("in {area}", "in {area}"),
    "every_municipality": Text("alle gemeenten", "all municipalities"),
    "whole_region": Text("heel {region}", "all of {region}"),
    "home_title": Text("Hoe gaat het in {region}?", "How are things in {region}?"),
    "home_short": Text("Feiten en cijfers", "Facts and figures"),
    "home_lead": Text(
        "Hoeveel mensen krijgen hulp van hun gemeente, is dat veel, en welke kant gaat het op? "
        "Hier staan de cijfers van {n} gemeenten bij elkaar, in gewone taal.",
        "How many people get help from their municipality, is that much, and which way is it going? "
        "Here are the figures of {n} municipalities together, in plain language.",
    ),
    "facts_title": Text("Feiten en cijfers op een rij", "Facts and figures in a row"),
    "facts_rule": Text(
        "Deze feiten zijn door een vaste regel gekozen: eerst wat sinds een jaar eerder duidelijk veranderde, dan de "
        "grootste duidelijke verschillen tussen gemeenten, dan wat het vaakst voorkomt; van elk thema hooguit enkele. "
        "Duidelijk: zo'n verschil geeft het toeval hooguit 1 op de 500 keer. Dat een voorlopig cijfer daalde, staat "
        "hier nooit, want er kan nog bij komen.",
        "These facts were chosen by a fixed rule: first what clearly changed since a year before, then the largest "
        "clear differences between municipalities, then what is most common; at most a few of each theme. Clearly: "
        "chance gives such a difference in at most 1 of 500 cases. That a provisional figure fell is never said here, "
        "since more may still come in.",
    ),
    "all_figures_of": Text("Alle {n} cijfers van dit thema", "All {n} figures of this theme"),
    "figures_until": Text("cijfers tot en met {period}", "figures up to {period}"),
    "recent_provisional": Text("laatste half jaar voorlopig", "last half year provisional"),
    "themes_lead": Text(
        "Alle cijfers van {region}, per thema. Kies een cijfer voor de ontwikkeling, de vergelijking en de kaart.",
        "All figures of {region}, by theme. Choose a figure for its development, the comparison and the map.",
    ),
    "figures_of_theme": Text("De cijfers van dit thema", "The figures of this theme"),
    "rug_title": Text("Alle gemeenten naast elkaar", "All municipalities side by side"),
    "rug_left_out": Text(
        "Niet in deze tabel, omdat het geen aandeel is of alleen voor de hele regio bestaat: {names}.",
        "Not in this table, since they are no share or exist for the whole region only: {names}.",
    ),
    "not_yet": Text("Nog niet aangeleverd", "Not delivered yet"),
    "not_yet_text": Text(
        "Voor deze cijfers is een definitie, maar nog geen enkele aanlevering:",
        "These figures have a definition, but nothing was delivered for them yet:",
    ),
    "municipality": Text("gemeente", "municipality"),
    "municipalities_lead": Text(
        "Kies een gemeente voor al haar cijfers naast die van {region}.",
        "Choose a municipality for all its figures beside those of {region}.",
    ),
    "wijk": Text("wijk", "neighbourhood"),
    "providers_of": Text("Aanbieders in {area}", "Providers in {area}"),
    "map_of_figure": Text("{title} in {area}", "{title} in {area}"),
    "providers_title": Text("Grootste aanbieders", "Largest providers"),
    "providers_note": Text("Geen ranglijst", "Not a ranking"),
    "providers_note_text": Text(
        "Groot is niet hetzelfde als goed. De lijst laat zien van wie inwoners nu hulp krijgen, en hoe zwaar een "
        "gemeente op enkele aanbieders leunt.",
        "Large is not the same as good. The list shows who residents get help from, and how much a municipality "
        "relies on a few providers.",
    ),
    "providers_hidden": Text("Niet alle aanbieders staan erbij", "Not every provider is listed"),
    "providers_hidden_text": Text(
        "Alleen de tien grootste worden genoemd. Aantallen die te klein zijn om te tonen, zijn afgeschermd.",
        "Only the ten largest are named. Numbers too small to show are hidden.",
    ),
    "providers_for": Text("De grootste aanbieders in", "The largest providers in"),
    "stacking_title": Text("Stapeling van hulp", "Several kinds of help at once"),
    "stacking_note": Text("Personen of huishoudens?", "Persons or households?"),
    "stacking_note_text": Text(
        "In één huis kunnen een kind met jeugdhulp en een ouder met bijstand wonen. Per persoon is dat geen stapeling, "
        "per huishouden wel. Daarom staan beide tellingen naast elkaar.",
        "A child with youth help and a parent on social assistance may share a home. By person that is no stacking, "
        "by household it is. That is why both counts stand side by side.",
    ),
    "stacking_laws": Text("Drie wetten", "Three acts"),
    "stacking_laws_text": Text(
        "Jeugdwet: hulp en bescherming tot 18 jaar. Wmo: ondersteuning van volwassenen. Participatiewet: hier de "
        "bijstand.",
        "Youth Act: help and protection until 18. Wmo: support of adults. Participation Act: here social assistance.",
    ),
    "stacking_for": Text("Stapeling in", "Stacking in"),
    "stacking_matrix": Text("Per gemeente: {things} naar {by}", "By municipality: {things} by {by}"),
    "stacking_lift": Text("Vaker dan bij toeval?", "More often than by chance?"),
    "stacking_lift_text": Text(
        "Twee soorten hulp die veel mensen hebben, komen vanzelf vaak samen voor. Daarom staat er hoe veel vaker dan "
        "bij toeval. Bij 1 is er niets bijzonders. Waarom twee soorten samengaan, zegt het cijfer niet.",
        "Two kinds of help that many people have go together often as a matter of course. So it is told how much more "
        "often than by chance. At 1 there is nothing special. Why two kinds go together is not told.",
    ),
    "read_more": Text("Verder lezen", "Read more"),
    "full_page": Text("Alle cijfers over {title}", "All figures on {title}"),
    "definitions_lead": Text(
        "Wat elk cijfer telt, eerst in gewone woorden en dan precies. Dezelfde definitie geeft hetzelfde cijfer.",
        "What each figure counts, first in plain words and then exactly. The same definition gives the same figure.",
    ),
    "rules": Text("Waarom verschilt dit van het CBS of de begroting?", "Why does this differ from CBS or the budget?"),
    "rules_lead": Text(
        "De regiomonitor, de gemeentebegroting en het CBS tellen jeugdhulp elk op een eigen manier. Geen van de "
        "cijfers is fout: ze gaan over andere leeftijden, perioden en gevallen.",
        "The regional monitor, the municipal budget and CBS each count youth help in their own way. None of the "
        "figures is wrong: they are about other ages, periods and cases.",
    ),
    "rules_causes": Text("Waardoor de cijfers verschillen", "What makes the figures differ"),
    "on_this_page": Text("Op deze pagina", "On this page"),
    "exactly": Text("Precies", "Exactly"),
    "given_as": Text("Uitgedrukt in", "Given as"),
    "given_for": Text("Beschikbaar voor", "Available for"),
    "given_by": Text("Uitgesplitst naar", "Broken down by"),
    "direction": Text("Richting", "Direction"),
    "target": Text("streefwaarde: {value}", "target: {value}"),
    "direction_up": Text("hoger is beter", "higher is better"),
    "direction_down": Text("lager is beter", "lower is better"),
    "direction_none": Text(
        "geen oordeel: hoger is niet vanzelf goed of slecht", "no judgement: higher is not good or bad"
    ),
    "source": Text("Bron van de definitie", "Source of the definition"),
    "version": Text("Versie", "Version"),
    "statuses": Text("Wat er bij een cijfer kan staan", "What can stand beside a figure"),
    "statuses_lead": Text(
        "Elk cijfer op deze site heeft een status. Staat er geen getal, dan staat er altijd waarom niet.",
        "Every figure on this site has a status. Where there is no number, it always says why.",
    ),
    "missing_title": Text("Deze pagina is er niet", "This page does not exist"),
    "missing_lead": Text(
        "Het adres klopt niet, of de pagina heeft een andere naam gekregen.",
        "The address is wrong, or the page has a new name.",
    ),
    "aims": Text("Wat {area} wil bereiken", "What {area} wants to reach"),
    "aims_of": Text("Wat regio en gemeenten willen bereiken", "What region and municipalities want to reach"),
    "aims_how": Text(
        "Een streefwaarde is een besluit van het bestuur, geen oordeel van de monitor.",
        "A target is a decision of the administration, not a judgement by the monitor.",
    ),
    "aims_file": Text("Alle streefwaarden als bestand (CSV)", "All targets as a file (CSV)"),
    "voices": Text("Wat {area} er zelf van zegt", "What {area} itself says of it"),
    "voices_of": Text("Wat gemeenten er zelf van zeggen", "What municipalities themselves say of it"),
    "voices_how": Text(
        "Deze woorden zijn van de gemeente zelf, niet van de monitor.",
        "These are the municipality's words, not the monitor's.",
    ),
    "shown_elsewhere": Text("Wel te zien voor:", "To be seen for:"),
    "why_hidden": Text("Waarom is dit cijfer niet te zien?", "Why is this figure not shown?"),
    "complete": Text("{percent} van de leveringen binnen", "{percent} of deliveries received"),
}
"""Name -> wording, with {placeholders}."""
