"""The pages that explain every check: one per tier, and a table from rule to check; made from the catalogue alone."""

import re
from collections.abc import Iterable, Mapping

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.rules_elsewhere import rules_elsewhere
from graadmeter.check import report_words as words
from graadmeter.domain.checks import Check
from graadmeter.domain.findings import Tier

_RULE = re.compile(r"\b(?:TR|CS|CD|OP|IV|RS)\d{3}(?:x\d)?\b")
_PROTOCOL = re.compile(r"(CBS protocol Beleidsinformatie Jeugd v7|Protocol Veilig Thuis|Regeling Jeugdwet)([^;]*)")
_NAMES = {
    Tier.FILE: "file",
    Tier.FIELD: "field",
    Tier.RECORD: "record",
    Tier.ACROSS_RECORDS: "across-records",
    Tier.ACROSS_FILES: "across-files",
    Tier.HISTORY: "history",
}
_ELSEWHERE = """## Rules without a check

Of the rules that iStandaarden wants tested on contents, across messages or against other sources, these have no check.
What only a schema says (lengths, number of digits) is for the official schemas, when the operator has them, and for the
form of each field (GM-V005); business rules and principles are worked out in the rules above."""
_MADE = "<!-- Made by `graadmeter checks --docs`; change the check, not this page. -->"


def pages(checks: Mapping[str, Check]) -> dict[str, str]:
    """Markdown by file name: `<tier>.md` for each tier, and `rules.md`."""
    ordered = [check for _, check in sorted(checks.items())]
    made = {
        f"{name}.md": _tier_page(tier, [check for check in ordered if check.tier is tier])
        for tier, name in _NAMES.items()
    }
    return {**made, "rules.md": _rules_page(ordered)}


def _tier_page(tier: Tier, checks: Iterable[Check]) -> str:
    title = words.TIERS[tier]
    parts = [f"# {title.en} ({title.nl.lower()})", _MADE, *(explanation(check) for check in checks)]
    return "\n\n".join(parts) + "\n"


def explanation(check: Check) -> str:
    """One check as Markdown, Dutch first."""
    shapes = layouts()
    tables = ", ".join(f"`{name}`" for name in (check.table, *sorted(check.also)) if name in shapes) or "every table"
    fields = ", ".join(f"`{name}`" for name in check.fields) or "every field of its kind"
    lines = [
        f"## {check.code}",
        "",
        f"**{check.title.nl}.** {check.message.nl}",
        f"*Wat te doen:* {check.remedy.nl}",
        "",
        f"**{check.title.en}.** {check.message.en}",
        f"*What to do:* {check.remedy.en}",
        "",
        f"- severity: {check.severity.label.en} ({check.severity.label.nl}); {words.EFFECTS[check.severity].en}",
        f"- looks at: {tables}; fields {fields}",
        f"- rule: {check.source}",
        *_conditions(check),
    ]
    return "\n".join(lines)


def _conditions(check: Check) -> Iterable[str]:
    if check.uses:
        yield f"- unknown without: {', '.join(f'`{name}`' for name in check.uses)}"
    if check.needs:
        yield f"- unknown where it fails: {', '.join(check.needs)}"
    if check.valid_from or check.valid_until:
        yield f"- in force: from {check.valid_from or 'always'} until {check.valid_until or 'further notice'}"


def _rules_page(checks: Iterable[Check]) -> str:
    found: dict[str, list[Check]] = {}
    for check in checks:
        for rule in rules_of(check):
            found.setdefault(rule, []).append(check)
    rows = [f"| {rule} | {', '.join(_link(check) for check in found[rule])} |" for rule in sorted(found)]
    head = ["# From rule to check", _MADE, f"{len(found)} rules of others that at least one check holds deliveries to."]
    table = "\n".join(["| rule | checks |", "| --- | --- |", *rows])
    return "\n\n".join([*head, table, _ELSEWHERE, _elsewhere()]) + "\n"


def _elsewhere() -> str:
    rows = [f"| {one.rule} | {one.where} | {one.reason} |" for one in rules_elsewhere()]
    return "\n".join(["| rule | why | reason |", "| --- | --- | --- |", *rows])


def rules_of(check: Check) -> tuple[str, ...]:
    """The rules of others it comes from: codes of iStandaarden, places in protocols."""
    protocols = [f"{name}{place.rstrip()}" for name, place in _PROTOCOL.findall(check.source)]
    return (*dict.fromkeys(_RULE.findall(check.source)), *protocols)


def _link(check: Check) -> str:
    return f"[{check.code}]({_NAMES[check.tier]}.md#{check.code.lower()})"
