"""`graadmeter checks`: what is checked, and what one check means."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.load_checks import checks as known_checks
from graadmeter.check import report_words as words
from graadmeter.check.pages import pages
from graadmeter.cli.console import Call
from graadmeter.domain.checks import Check
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.findings import Tier
from graadmeter.domain.text import Text


def checks(code: str = "", /, *, docs: Path | None = None, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints one check or the list of all; writes the pages when asked."""
    known = known_checks()
    if docs is not None:
        docs.mkdir(parents=True, exist_ok=True)
        for name, text in pages(known).items():
            (docs / name).write_text(text, encoding="utf-8")
        call.say(Text(f"Geschreven: {docs}", f"Written: {docs}"))
    elif code:
        if code.upper() not in known:
            raise UnknownNameError(Text("De controle", "check"), code, list(known))
        _print(call, known[code.upper()])
    else:
        for tier in Tier:
            call.say(Text(f"\n{words.TIERS[tier].nl}", f"\n{words.TIERS[tier].en}"), style="bold")
            for check in (one for one in known.values() if one.tier is tier):
                call.say(Text(f"  {check.code:<13} {check.title.nl}", f"  {check.code:<13} {check.title.en}"))


def _print(call: Call, check: Check) -> None:
    call.say(Text(f"{check.code}: {check.title.nl}", f"{check.code}: {check.title.en}"), style="bold")
    parts = (
        (words.WHAT, check.message),
        (words.SEVERITY, check.severity.label),
        (words.EFFECT, words.EFFECTS[check.severity]),
        (words.DO, check.remedy),
        (words.SOURCE, Text(check.source, check.source)),
    )
    for name, text in parts:
        call.say(Text(f"  {name.nl}: {text.nl}", f"  {name.en}: {text.en}"))
