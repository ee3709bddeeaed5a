"""The deliverer's report as one web page that needs nothing else: Dutch first, English beside it, gravest cause first.

Values are shown as in the other reports: nothing that tells who a row is about. Equal findings make equal bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check import report_words as words
from graadmeter.check.causes import Cause, causes_of
from graadmeter.check.comparison import Change, Comparison
from graadmeter.check.report_style import STYLE
from graadmeter.check.result import CheckResult, Outcome, State
from graadmeter.check.trust import graded, percent
from graadmeter.check.unanswered import needed_for
from graadmeter.domain.checks import Check
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.findings import Finding
from graadmeter.domain.text import Lang, Text

_EXAMPLES = 10
"""Findings of a cause that are shown at once; the others unfold."""
_RIGHT = ' class="n"'
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def build(
    result: CheckResult,
    manifest: Manifest,
    *,
    explanation: str = "",
    comparison: Comparison | None = None,
    first: Lang = Lang.NL,
) -> bytes:
    """The page, UTF-8. `explanation` is the deliverer's own text; `first` the language that is shown on opening."""
    title = escape(f"{words.TITLE.within(first)} - {manifest.session}")
    chosen = {lang: " checked" if lang is first else "" for lang in Lang}
    radios = "".join(f'<input class="taal" type="radio" name="taal" id="taal-{one}"{chosen[one]}>' for one in Lang)
    labels = {Lang.NL: "Nederlands", Lang.EN: "English"}
    switch = "".join(f'<label for="taal-{one}" lang="{one}">{labels[one]}</label>' for one in Lang)
    bodies = "".join(
        f'<div class="tekst {lang}" lang="{lang}">{_Page(result, manifest, lang).body(explanation, comparison)}</div>'
        for lang in Lang
    )
    page = (
        f'<!doctype html><html lang="{first}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>{radios}"
        f'<div class="keuze">{switch}</div>{bodies}</main></body></html>\n'
    )
    return page.encode()


class _Page:
    """The report in one language."""

    def __init__(self, result: CheckResult, manifest: Manifest, lang: Lang) -> None:
        self._result = result
        self._manifest = manifest
        self._lang = lang
        self._labels = _labels(lang)

    def body(self, explanation: str, comparison: Comparison | None) -> str:
        causes = list(causes_of(self._result))
        parts = [
            self._head(),
            f"<h2>{self._t(words.CAUSES)}</h2>",
            self._overview(causes),
            *(self._cause(cause) for cause in causes),
            self._trust(),
            self._unknown(),
            self._comparison(comparison),
            self._explanation(explanation),
        ]
        return "".join(parts)

    def _t(self, text: Text) -> str:
        return escape(text.within(self._lang))

    def _head(self) -> str:
        manifest, result = self._manifest, self._result
        facts = (
            (words.DELIVERY, manifest.session),
            (words.DELIVERER, manifest.deliverer),
            (words.QUARTER, manifest.period),
            (words.RECEIVED, manifest.received_at),
            (words.RULES, manifest.rule_set),
        )
        told = " · ".join(f"{self._t(name)}: {escape(value)}" for name, value in facts)
        totals = (
            (words.READ, sum(count.read for count in result.tables)),
            (words.USED, sum(count.used for count in result.tables)),
            (words.NOT_USED, sum(count.rejected for count in result.tables)),
        )
        figures = "".join(f"<li><b>{value}</b>{self._t(name)}</li>" for name, value in totals)
        return (
            f"<h1>{self._t(words.TITLE)}: {self._t(result.verdict.label)}</h1>"
            f'<p class="lead">{self._t(words.VERDICTS[result.verdict])}</p><p class="soft">{told}</p>'
            f'<ul class="cijfers">{figures}</ul>{self._tables()}'
        )

    def _tables(self) -> str:
        shapes = layouts()
        rows = [
            (shapes[count.table].title.within(self._lang), count.read, count.used, count.rejected)
            for count in self._result.tables
            if count.read
        ]
        return self._table((words.TABLE, words.READ, words.USED, words.NOT_USED), rows) if rows else ""

    def _explanation(self, explanation: str) -> str:
        if not explanation.strip():
            return ""
        return f"<h2>{self._t(words.EXPLANATION)}</h2><blockquote>{escape(explanation.strip())}</blockquote>"

    def _comparison(self, comparison: Comparison | None) -> str:
        if comparison is None:
            return ""
        heads = (Text("Wat", "What"), Text("Vorige", "Previous"), Text("Nu", "Now"), Text("Verschil", "Difference"))
        rows = [self._change(change) for change in comparison.shown]
        return f"<h2>{self._t(words.CHANGES)}</h2><p>{self._t(comparison.lead)}</p>{self._table(heads, rows)}"

    def _change(self, change: Change) -> tuple[object, ...]:
        difference = f"{change.now - change.before:+d}"
        return change.label.within(self._lang), change.before, change.now, difference

    def _overview(self, causes: Sequence[Cause]) -> str:
        if not causes:
            return f"<p>{self._t(words.NOTHING)}</p>"
        heads = (words.SEVERITY, words.CAUSE, words.TIMES)
        rows = "".join(
            f'<tr><td>{self._severity(cause)}</td><td><a href="#{self._anchor(cause)}">{self._t(cause.title)}</a></td>'
            f'<td class="n">{cause.times}</td></tr>'
            for cause in causes
        )
        return self._framed("tel", heads, rows)

    def _severity(self, cause: Cause) -> str:
        return self._t(words.KNOWN if cause.known else cause.severity.label)

    def _anchor(self, cause: Cause) -> str:
        return f"{self._lang}-{escape(cause.code)}{'-bekend' if cause.known else ''}"

    def _cause(self, cause: Cause) -> str:
        kind = "bekend" if cause.known else cause.severity.value
        remedy = f'<p class="doen"><b>{self._t(words.DO)}:</b> {self._t(cause.remedy)}</p>' if cause.remedy else ""
        shown, others = cause.findings[:_EXAMPLES], cause.findings[_EXAMPLES:]
        more = self._t(words.MORE.fill(count=len(others)))
        folded = f"<details><summary>{more}</summary>{self._findings(others)}</details>" if others else ""
        counted = words.CUT.fill(times=cause.times, shown=len(cause.findings))
        cut = f"<p><small>{self._t(counted)}</small></p>" if cause.times > len(cause.findings) else ""
        known = self._t(words.UNTIL.fill(until=cause.known, reason=cause.reason)) if cause.known else ""
        told = f'<span class="ernst">{self._severity(cause)}</span> · {cause.times} &times; · <code>{cause.code}</code>'
        return (
            f'<section class="oorzaak {kind}" id="{self._anchor(cause)}"><h3>{self._t(cause.title)}</h3>'
            f"<p>{told}</p>"
            f"{f'<p>{known}</p>' if known else ''}{remedy}{self._findings(shown)}{folded}{cut}"
            f"{self._explained(checks().get(cause.code))}</section>"
        )

    def _findings(self, findings: Iterable[Finding]) -> str:
        heads = (words.CASE, words.MONTH, words.WHAT, words.FIELD, words.ROW, words.FILE)
        rows = "".join(
            f"<tr><td>{escape(one.case)}</td><td>{escape(one.month)}</td><td>{self._t(one.message)}</td>"
            f'<td>{escape(self._label(one).partition(";")[0])}</td><td class="n">{one.row or ""}</td>'
            f'<td class="plaats">{escape(one.file)}</td></tr>'
            for one in findings
        )
        return self._framed("vind", heads, rows)

    def _label(self, finding: Finding) -> str:
        """What the template of the finding's table calls the field; of another table when that is not known."""
        check = checks().get(finding.code)
        layout = layouts().get(check.table) if check else None
        own = [one for one in layout.fields if one.name == finding.column] if layout else []
        return own[0].label.within(self._lang) if own else self._labels.get(finding.column, finding.column)

    def _explained(self, check: Check | None) -> str:
        if check is None:
            return ""
        shapes = layouts()
        tables = ", ".join(shapes[name].title.within(self._lang) for name in (check.table, *sorted(check.also)) if name)
        fields = ", ".join(self._labels.get(name, name) for name in check.fields)
        facts = (
            (words.CHECK, f"{check.code} - {words.TIERS[check.tier].within(self._lang)}"),
            (words.HOLDS_FOR, tables),
            (words.FIELD, fields),
            (words.EFFECT, words.EFFECTS[check.severity].within(self._lang)),
            (words.SOURCE, check.source),
        )
        told = "".join(f"<p><b>{self._t(name)}:</b> {escape(value)}</p>" for name, value in facts if value)
        return f"<details><summary>{self._t(words.EXPLAINED)}</summary>{told}</details>"

    def _trust(self) -> str:
        rows = [
            (one.figure.within(self._lang), one.trust.label.within(self._lang), percent(one.share))
            for one in graded(self._result)
        ]
        if not rows:
            return ""
        return f"<h2>{self._t(words.TRUST)}</h2>{self._table((words.FIGURE, words.GRADE, words.AFFECTED), rows)}"

    def _unknown(self) -> str:
        outcomes = [one for one in self._result.outcomes if one.state is State.UNKNOWN]
        if not outcomes:
            return ""
        rows = [self._unanswered(one) for one in outcomes]
        table = self._table((words.CHECK, words.WHAT, words.TABLE, words.NEEDS), rows)
        lead = f"<p>{self._t(words.UNKNOWN_LEAD)}</p>"
        return f"<h2>{self._t(words.UNKNOWN)}</h2>{lead}<details><summary>{len(rows)}</summary>{table}</details>"

    def _unanswered(self, one: Outcome) -> tuple[object, ...]:
        table = layouts()[one.table].title.within(self._lang)
        return one.code, one.title.within(self._lang), table, needed_for(one).within(self._lang)

    def _table(self, heads: Sequence[Text], rows: Iterable[Sequence[object]]) -> str:
        lines = list(rows)
        body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in lines)
        counts = [_is_number(value) for value in lines[0]] if lines else [False] * len(heads)
        head = "".join(f"<th{_RIGHT * count}>{self._t(name)}</th>" for name, count in zip(heads, counts, strict=True))
        return f'<div class="rol"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'

    def _framed(self, kind: str, heads: Sequence[Text], rows: str) -> str:
        table = f'<table class="{kind}"><thead>{self._heads(heads)}</thead><tbody>{rows}</tbody></table>'
        return f'<div class="rol">{table}</div>'

    def _heads(self, heads: Sequence[Text]) -> str:
        return f"<tr>{''.join(f'<th>{self._t(head)}</th>' for head in heads)}</tr>"


def _is_number(value: object) -> bool:
    return isinstance(value, int) or str(value)[:1] in {"+", "-"}


def _cell(value: object) -> str:
    return f"<td{_RIGHT * _is_number(value)}>{escape(str(value))}</td>"


def _labels(lang: Lang) -> Mapping[str, str]:
    """What the template calls each field."""
    return {field.name: field.label.within(lang) for layout in layouts().values() for field in layout.fields}
