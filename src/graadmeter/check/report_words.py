"""The words of the deliverer's report in both languages; spreadsheet and page use the same."""

from graadmeter.domain.findings import Severity, Tier, Verdict
from graadmeter.domain.text import Text

TITLE = Text("Controle van uw levering", "Check of your delivery")
VERDICTS = {
    Verdict.ACCEPTED: Text("Alles is gebruikt. U hoeft niets te doen.", "All is used. There is nothing to do."),
    Verdict.ACCEPTED_WITH_FINDINGS: Text(
        "Alles is gebruikt. Er zijn vragen: kijk of zij kloppen.",
        "All is used. There are questions: see whether they are right.",
    ),
    Verdict.PARTLY: Text(
        "Een deel is niet gebruikt. Herstel dat deel en lever het hele kwartaal opnieuw.",
        "A part is not used. Repair that part and deliver the whole quarter again.",
    ),
    Verdict.REFUSED: Text(
        "Er is niets gebruikt. Herstel het bestand en lever opnieuw.",
        "Nothing is used. Repair the file and deliver again.",
    ),
    Verdict.INTERRUPTED: Text("De controle is niet afgemaakt.", "Checking was not finished."),
}
CASE, MONTH, WHAT = Text("Dossier", "Case"), Text("Maand", "Month"), Text("Wat er is", "What it is")
FIELD, ROW, FILE = Text("Veld", "Field"), Text("Regel", "Row"), Text("Bestand", "File")
DO, CHECK = Text("Wat te doen", "What to do"), Text("Controle", "Check")
SEVERITY, CAUSE, TIMES = Text("Ernst", "Severity"), Text("Oorzaak", "Cause"), Text("Aantal", "Times")
TABLE, READ, USED = Text("Tabel", "Table"), Text("Gelezen", "Read"), Text("Gebruikt", "Used")
NOT_USED = Text("Niet gebruikt", "Not used")
DELIVERY, DELIVERER = Text("Levering", "Delivery"), Text("Gemeente", "Municipality")
QUARTER, RECEIVED, RULES = Text("Kwartaal", "Quarter"), Text("Ontvangen", "Received"), Text("Regels", "Rule set")
CAUSES = Text("Wat er gevonden is", "What was found")
NOTHING = Text("Er zijn geen bevindingen.", "There are no findings.")
KNOWN = Text("Bekend en geaccepteerd", "Known and accepted")
UNTIL = Text("Bekend, geaccepteerd tot en met {until}: {reason}", "Known, accepted up to {until}: {reason}")
UNKNOWN = Text("Niet te beantwoorden", "Could not be answered")
UNKNOWN_LEAD = Text(
    "Deze controles zeggen 'onbekend': iets waar zij op bouwen ontbreekt of is fout. In orde zijn zij dus niet.",
    "These checks say 'unknown': something they build on is missing or wrong. So they were not found in order.",
)
ROWS_UNKNOWN = Text("Regels onbekend", "Rows unknown")
NEEDS = Text("Daarvoor nodig", "Needed for it")
MORE = Text("De volgende {count}", "The next {count}")
CUT = Text(
    "Van {times} keer staan er {shown} uitgeschreven; herstel deze eerst en lever opnieuw.",
    "Of {times} times {shown} are written out; repair these first and deliver again.",
)
EXPLAINED = Text("Uitleg bij deze controle", "This check explained")
TRUST = Text("Welke cijfers u kunt vertrouwen", "Which figures can be trusted")
FIGURE, GRADE = Text("Cijfer", "Figure"), Text("Oordeel", "Grade")
AFFECTED = Text("Deel van de regels", "Part of the rows")
EXPLANATION = Text("Toelichting van de leverancier", "Explanation by the deliverer")
CHANGES = Text("Vergeleken met de vorige levering", "Compared with the previous delivery")
SOURCE, HOLDS_FOR, EFFECT = Text("Regel", "Rule"), Text("Geldt voor", "Holds for"), Text("Gevolg", "Effect")
READING = Text("Bij het lezen van het bestand", "While reading the file")
EFFECTS = {
    Severity.STOPS_FILE: Text(
        "Van het bestand of bericht wordt niets gebruikt.", "Nothing of the file or message is used."
    ),
    Severity.STOPS_ROW: Text("De regel telt niet mee in de cijfers.", "The row does not count in any figure."),
    Severity.QUESTION: Text(
        "De regel telt mee; wij vragen u te kijken of zij klopt.",
        "The row counts; we ask you to see whether it is right.",
    ),
    Severity.INFORMATION: Text("De regel telt mee; u hoeft niets te doen.", "The row counts; there is nothing to do."),
}
TIERS = {
    Tier.FILE: Text("Het bestand als geheel", "The file as a whole"),
    Tier.FIELD: Text("Eén veld", "One field"),
    Tier.RECORD: Text("Eén regel", "One row"),
    Tier.ACROSS_RECORDS: Text("Regels onderling", "Rows among each other"),
    Tier.ACROSS_FILES: Text("Bestanden onderling", "Files among each other"),
    Tier.HISTORY: Text("Vergeleken met eerdere leveringen", "Compared with earlier deliveries"),
}
