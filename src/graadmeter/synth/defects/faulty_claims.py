"""Faulty claim messages (323): one line each, made from a sound line of the same delivery, that claims nothing."""

import re

from graadmeter.synth.defects.faulty_messages import renamed
from graadmeter.synth.defects.planted import NO_ASSIGNMENT, Broken

_TOO_MUCH = 99_999


def one_line(text: str, number: int) -> tuple[str, str]:
    """The message with one line only, an empty place for it, and that line, for nothing."""
    client = re.search(r"<Client>(<Bsn>\d+</Bsn>)<Prestaties>(<Prestatie>.*?</Prestatie>)", text)
    if not client or "VorigReferentieNummer" in client[2]:
        return "", ""
    line = re.sub(r"(:ReferentieNummer>)\d+", rf"\g<1>X{number:08d}", client[2])
    line = re.sub(r"<ProductTarief>\d+", "<ProductTarief>0", re.sub(r"(:Bedrag>)\d+", r"\g<1>0", line))
    head = renamed(text, number).partition("<Clienten>")[0]
    head = re.sub(r"<DeclaratieNummer>\w+", f"<DeclaratieNummer>X{number:011d}", head)
    head = re.sub(r"(:TotaalBedrag>)\d+(.*DebetCredit>)[CD]", r"\g<1>0\g<2>D", head)
    tail = "</Prestaties></Client></Clienten></Declaratie></Bericht>"
    return f"{head}<Clienten><Client>{client[1]}<Prestaties>%s{tail}", line


def _unassigned(text: str, number: int) -> str:
    message, line = one_line(text, number)
    return message.replace("%s", on_no_assignment(line, number))


def on_no_assignment(line: str, number: int) -> str:
    """The line on an assignment that does not exist."""
    return re.sub(r"(<ToewijzingNummer>)\d+", rf"\g<1>{NO_ASSIGNMENT + number}", line)


def _amount(text: str, number: int) -> str:
    message, line = one_line(text, number)
    line = line.replace("<ProductTarief>0", "<ProductTarief>5000")
    return message.replace("%s", on_no_assignment(line, number))


def _total(text: str, number: int) -> str:
    message, line = one_line(text, number)
    message = message.replace(":TotaalBedrag>0<", ":TotaalBedrag>12345<")
    return message.replace("%s", on_no_assignment(line, number))


def _first_day(text: str, number: int) -> str:
    message, line = one_line(text, number)
    later = re.sub(r"(<ProductPeriode><\w+:Begindatum>\d{4}-\d\d-)01", r"\g<1>05", line)
    return message.replace("%s", later) if later != line else ""


def _volume(text: str, number: int) -> str:
    message, line = one_line(text, number)
    return message.replace("%s", re.sub(r"(<GeleverdVolume>)\d+", rf"\g<1>{_TOO_MUCH}", line))


CLAIMS = (
    Broken("GM-TR338", "Declaratie op een toewijzing die er niet is", "JW323", 1, _unassigned),
    Broken("GM-TR346", "Bedrag is niet volume maal tarief", "JW323", 1, _amount),
    Broken("GM-TR358", "Totaalbedrag is niet de som van de regels", "WMO323", 1, _total),
    Broken("GM-TR387", "Productperiode begint niet op de eerste dag van de maand", "WMO323", 1, _first_day),
    Broken("GM-TR321", "Meer gedeclareerd dan per periode is toegewezen", "WMO323", 1, _volume),
)
"""Defects of claims."""


def before_assignment(claim: str, assignment: str, number: int) -> str:
    """A claim on an assignment for a month before it begins; nothing when this assignment will not do."""
    message, line = one_line(claim, number)
    found = {
        name: re.search(pattern, assignment)
        for name, pattern in (
            ("number", r"<ToewijzingNummer>(\d+)"),
            ("agb", r"<Ontvanger>(\d{8})"),
            ("bsn", r"<Bsn>(\d{9})"),
            ("category", r":Categorie>(\w+)"),
            ("code", r":Code>(\w+)"),
            ("unit", r":Eenheid>(\w+)"),
            ("begin", r"<Ingangsdatum>([\d-]+)"),
        )
    }
    values = {name: match[1] for name, match in found.items() if match}
    period = re.search(r"<ProductPeriode>.*:Einddatum>([\d-]+)", line)
    if len(values) < len(found) or not period or period[1] >= values["begin"]:
        return ""
    for tag, name in (("ToewijzingNummer", "number"), ("ProductCategorie", "category"), ("ProductCode", "code")):
        line = re.sub(rf"(<{tag}>)\w+", rf"\g<1>{values[name]}", line)
    line = re.sub(r"(<Eenheid>)\w+", rf"\g<1>{values['unit']}", line)
    message = re.sub(r"(<Afzender>)\d+", rf"\g<1>{values['agb']}", message)
    return re.sub(r"(<Bsn>)\d+", rf"\g<1>{values['bsn']}", message).replace("%s", line)
