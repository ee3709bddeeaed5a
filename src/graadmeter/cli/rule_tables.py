"""Figures under several counting rules as people read them: side by side, and as steps from one to another."""

import csv
import io
from dataclasses import dataclass

from rich.table import Table

from graadmeter.catalogue.load_rules import causes
from graadmeter.cli.console import Call
from graadmeter.cli.numbers import spoken
from graadmeter.domain.areas import Area
from graadmeter.domain.counting_rules import RuleSet, Switches
from graadmeter.domain.formulas import guarded
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text
from graadmeter.measure.rules.decompose import Step, decompose
from graadmeter.measure.rules.figures import RuleFigures

_HEADINGS = ("gebied", "jaar", "eenheid", "van", "naar", "oorzaak", "verschil", "daarna", "minst", "meest")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared: one area, year and unit, from one rule to others."""

    area: Area
    year: int
    unit: Unit
    first: RuleSet
    others: tuple[RuleSet, ...]
    figures: RuleFigures

    def value(self, switches: Switches) -> int:
        """The figure under these switches."""
        return self.figures.count(self.unit, self.area.code, self.year, switches)

    def steps(self, other: RuleSet) -> tuple[Step, ...]:
        """The steps from the first rule to another."""
        return decompose(self.value, self.first.switches, other.switches)


def csv_text(found: Comparison) -> str:
    """Every step to every other rule, with a header; whole numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for other in found.others:
        texts = [guarded(text) for text in (found.area.code, found.unit.value, found.first.id, other.id)]
        fixed = (texts[0], found.year, *texts[1:])
        for step in found.steps(other):
            writer.writerow((*fixed, step.cause.value, step.change, step.after, step.least, step.most))
    return out.getvalue()


def show(call: Call, found: Comparison) -> None:
    """Prints the figures side by side, then per other rule its steps with what each cause means."""
    call.say(Text(f"{found.area.name}, {found.year}", f"{found.area.name}, {found.year}"), style="bold")
    call.show(_side_by_side(call.lang, found))
    for rule in (found.first, *found.others):
        call.say(Text(f"- {rule.title.nl}: {rule.explanation.nl}", f"- {rule.title.en}: {rule.explanation.en}"))
    for other in found.others:
        call.say(
            Text(
                f"\nVan {found.first.title.nl} naar {other.title.nl}",
                f"\nFrom {found.first.title.en} to {other.title.en}",
            ),
            style="bold",
        )
        steps = found.steps(other)
        call.show(_waterfall(call.lang, found, other, steps))
        for step in steps:
            told = causes()[step.cause]
            call.say(Text(f"- {told.title.nl}: {told.explanation.nl}", f"- {told.title.en}: {told.explanation.en}"))
    call.say(
        Text(
            "\nDe stappen staan in vaste volgorde en zijn samen precies het verschil. In een andere volgorde kan een "
            "stap groter of kleiner zijn: zie de laatste kolom.",
            "\nThe steps come in a fixed order and add up to the difference exactly. In another order a step may "
            "be larger or smaller: see the last column.",
        )
    )


def _side_by_side(lang: Lang, found: Comparison) -> Table:
    titles = (
        Text("telregel", "rule"),
        Text("periode", "period"),
        Text("leeftijd", "age"),
        Text("jeugdigen", "young people"),
        Text("trajecten", "trajectories"),
        Text("per 100 van die leeftijd", "per 100 of that age"),
    )
    table = _table(lang, titles, figures=3)
    for rule in (found.first, *found.others):
        period, ages = rule.switches.period_in(found.year), rule.switches.age
        persons, trajectories = (
            found.figures.count(unit, found.area.code, found.year, rule.switches)
            for unit in (Unit.PERSONS, Unit.TRAJECTORIES)
        )
        young = found.figures.inhabitants(found.area.code, found.year, ages)
        share = spoken(round(100 * persons / young, 1), lang) if young else "-"
        counted = (spoken(persons, lang), spoken(trajectories, lang), share)
        table.add_row(rule.title.within(lang), period.label.within(lang), ages.value, *counted)
    return table


def _waterfall(lang: Lang, found: Comparison, other: RuleSet, steps: tuple[Step, ...]) -> Table:
    titles = (
        Text("stap", "step"),
        Text("verschil", "change"),
        Text("daarna", "after"),
        Text("andere volgorde", "other orders"),
    )
    table = _table(lang, titles, figures=3)
    table.add_row(found.first.title.within(lang), "", spoken(found.value(found.first.switches), lang), "")
    for step in steps:
        between = f"{_signed(step.least, lang)} .. {_signed(step.most, lang)}" if step.least != step.most else ""
        title = causes()[step.cause].title.within(lang)
        table.add_row(title, _signed(step.change, lang), spoken(step.after, lang), between)
    whole = found.value(other.switches)
    change = _signed(whole - found.value(found.first.switches), lang)
    table.add_row(other.title.within(lang), change, spoken(whole, lang), "", style="bold")
    return table


def _table(lang: Lang, titles: tuple[Text, ...], *, figures: int) -> Table:
    table = Table()
    for number, title in enumerate(titles):
        table.add_column(title.within(lang), justify="right" if number >= len(titles) - figures else "left")
    return table


def _signed(value: int, lang: Lang) -> str:
    """+12, -1.234, 0."""
    return f"{'+' if value > 0 else '-' if value < 0 else ''}{spoken(abs(value), lang)}"
