"""Makes return messages (302-320) of the messages they answer: accepted, or refused with codes per class (IV028)."""

import re
from datetime import date, timedelta

from graadmeter.domain.periods import quarter_of
from graadmeter.synth.envelope import CODES, Kind
from graadmeter.synth.messages import Message
from graadmeter.synth.replying import RETURNED_AFTER

_HEAD = re.compile(
    r"(.*<BerichtCode>)\d{3}(<.*:Identificatie>)(.)(\w+)(<.*:Dagtekening>)([\d-]{10})(<.*)(</Header>)", re.DOTALL
)
_VERSIONS = re.compile(r"<XsdVersie>(.*?)</XsdVersie>", re.DOTALL)
_NUMBER_NOT_UNIQUE = "9332"


def returned(kind: Kind, message: Message) -> tuple[date, Message]:
    """The day and text of the return message: only a header when accepted, all classes with codes when refused."""
    head, end, rest = message.content.decode().partition("</Header>")
    found, versions = _HEAD.fullmatch(head + end), _VERSIONS.search(head)
    if found is None or versions is None:
        raise ValueError(kind.name)
    before, to_id, letter, number, to_date, sent, after, closing = found.groups()
    on = date.fromisoformat(sent) + timedelta(days=RETURNED_AFTER)
    back = str(int(kind.number) + 1)
    codes = _codes("0200") if message.refused else ""
    text = (
        f"{before}{CODES[kind.domain][back]}{to_id}{letter}{number}{to_date}{sent}{after}"
        f"<IdentificatieRetour>{letter.lower()}{number}</IdentificatieRetour>"
        f"<DagtekeningRetour>{on.isoformat()}</DagtekeningRetour>"
        f"<XsdVersieRetour>{versions[1]}</XsdVersieRetour>{codes}{closing}"
        f"{_refused(rest) if message.refused else '</Bericht>'}"
    )
    schema = f"/{kind.domain}{kind.number}/schema"
    return on, Message(quarter_of(on), text.replace(schema, f"/{kind.domain}{back}/schema", 1).encode())


def _codes(code: str) -> str:
    return f"<RetourCodes><RetourCode>{code}</RetourCode></RetourCodes>"


def _refused(rest: str) -> str:
    """The client as it was sent, with a code behind every class; the assigned product is what is refused."""
    for element, code in (("ToegewezenProduct", _NUMBER_NOT_UNIQUE), ("Contact", "0200"), ("Client", "0200")):
        rest = rest.replace(f"</{element}>", f"{_codes(code)}</{element}>")
    return rest
