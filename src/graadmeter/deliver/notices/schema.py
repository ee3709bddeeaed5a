"""Notices about messages held against the official schemas (XSD) of iStandaarden."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_RESEND = Text(
    "Het bericht is niet gebruikt. Laat uw systeem het opnieuw maken en lever het opnieuw.",
    "The message was not used. Let your system make it again and deliver it again.",
)


def _refusal(code: str, nl: str, en: str) -> Notice:
    return Notice(code, Severity.STOPS_FILE, Text(nl, en), _RESEND)


NOT_HERE = _refusal(
    "DL-XSD-PLAATS",
    "Regel {line}: het element {element} mag hier niet staan, of er ontbreekt iets voor. Hier hoort: {expected}.",
    "Line {line}: the element {element} may not stand here, or something is missing before it. Expected: {expected}.",
)
INCOMPLETE = _refusal(
    "DL-XSD-ONTBREEKT",
    "Regel {line}: in het element {element} ontbreekt een verplicht onderdeel: {expected}.",
    "Line {line}: the element {element} lacks a required part: {expected}.",
)
NO_DATE = _refusal(
    "DL-XSD-DATUM",
    "Regel {line}: {element} is geen bestaande datum in de vorm jjjj-mm-dd.",
    "Line {line}: {element} is no existing date in the form yyyy-mm-dd.",
)
NOT_LISTED = _refusal(
    "DL-XSD-CODE",
    "Regel {line}: de code in {element} staat niet in de lijst van de standaard. Toegestaan: {rule}.",
    "Line {line}: the code in {element} is not on the list of the standard. Allowed: {rule}.",
)
FORM = _refusal(
    "DL-XSD-VORM",
    "Regel {line}: de waarde in {element} heeft niet de vorm die de standaard vraagt ({rule}).",
    "Line {line}: the value in {element} does not have the form that the standard asks for ({rule}).",
)
LENGTH = _refusal(
    "DL-XSD-LENGTE",
    "Regel {line}: de waarde in {element} is te lang of te kort (grens: {rule} tekens).",
    "Line {line}: the value in {element} is too long or too short (limit: {rule} characters).",
)
RANGE = _refusal(
    "DL-XSD-GRENS",
    "Regel {line}: de waarde in {element} is te groot of te klein (grens: {rule}).",
    "Line {line}: the value in {element} is too large or too small (limit: {rule}).",
)
OTHERWISE = _refusal(
    "DL-XSD-INHOUD",
    "Regel {line}: het element {element} bevat iets dat er volgens de standaard niet in hoort.",
    "Line {line}: the element {element} holds something that the standard does not have there.",
)
NO_SCHEMA = Notice(
    "DL-XSD-GEEN",
    Severity.INFORMATION,
    Text(
        "Er is geen schema (XSD) voor berichten {message}; alleen onze eigen regels zijn gebruikt.",
        "There is no schema (XSD) for messages {message}; only our own rules were used.",
    ),
    Text("U hoeft niets te doen.", "There is nothing you need to do."),
)
