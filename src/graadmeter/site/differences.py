"""Why a figure differs from one of CBS or the budget: in words, per indicator, from what its definition counts.

The same data by the rules of others are figures (`figures.rules`), of youth help only; here are the causes.
"""

import json

from graadmeter.domain.comparison import Comparator, Reason
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context

Told = tuple[str, str]
"""Heading and explanation."""

_WMO = Text(
    "Het CBS telt Wmo-cliënten uit een eigen levering van gemeenten, van alle leeftijden en tegen alle inwoners, en "
    "deelt voorzieningen anders in. Deze monitor telt uit de berichten tussen gemeente en aanbieder en het uittreksel, "
    "van 18 jaar en ouder.",
    "CBS counts Wmo clients from a delivery of its own by municipalities, of all ages and against all inhabitants, and "
    "groups provisions in another way. This monitor counts from the messages between municipality and provider and "
    "the extract, from 18 years on.",
)
_MONEY = Text(
    "De begroting en Iv3 bevatten alle lasten van een taak: ook subsidies, vaste bedragen, persoonsgebonden budgetten, "
    "eigen personeel en kosten die bij een ander jaar horen. Hier staat alleen wat voor geleverde zorg is gedeclareerd "
    "en niet is afgekeurd. Van de nieuwste kwartalen komen nog declaraties binnen.",
    "The budget and Iv3 hold all expenses of a task: subsidies, lump sums, personal budgets, own staff and costs of "
    "another year as well. Here stands only what was claimed for care delivered and not refused. Claims for the newest "
    "quarters still come in.",
)
_PROTECTION = Text(
    "Het CBS telt wat gecertificeerde instellingen aanleveren, deze monitor wat gemeenten hebben toegewezen en aan "
    "berichten kregen. Landelijke cijfers over jeugdbescherming gaan over jongeren tot 18 jaar, die over "
    "jeugdreclassering over jongeren van 12 tot en met 22 jaar.",
    "CBS counts what certified institutions deliver, this monitor what municipalities assigned and got messages about. "
    "National figures on protection are of young people under 18, those on probation of ages 12 to 22.",
)
_PROVIDERS = Text(
    "Het CBS telt wat aanbieders melden, deze monitor wat gemeenten weten. Hulp door een wijkteam komt bij gemeenten "
    "niet altijd in de administratie. Het CBS rondt af op vijftallen.",
    "CBS counts what providers report, this monitor what municipalities know. Help by a neighbourhood team is not "
    "always in the books of a municipality. CBS rounds to multiples of five.",
)
_OTHERWISE = Text(
    "Wij kennen geen cijfer van het CBS of in de begroting dat met dezelfde regels telt. Kijk bij een cijfer van "
    "elders daarom eerst wie meetelt, welke leeftijd en periode het heeft, en bij welke gemeente iemand hoort.",
    "We know of no figure of CBS or in the budget that counts by the same rules. With a figure from elsewhere, look "
    "first at who counts, at its ages and period, and at the municipality that someone belongs to.",
)
_SOURCE = Text("Andere bron", "Another source")
_BUDGET = Text("Andere afbakening", "Another scope")
_REFUSED = Text("Waarom staat {name} er niet naast?", "Why does {name} not stand beside it?")
_REFUSED_FOR = Text(
    "Er is een landelijk cijfer, maar het is niet te vergelijken ({reason}). Daarom staat het hier niet naast.",
    "There is a national figure, but it cannot be compared ({reason}). That is why it does not stand here.",
)
_REFUSALS = (Reason.OTHER_RULE, Reason.OTHER_AGE, Reason.OTHER_PERIOD, Reason.OTHER_VINTAGE)
_YOUTH_HELP = "soort = 'jeugdhulp'"


def differences(context: Context) -> list[Told]:
    """What makes this figure differ from those of others: whole rules for youth help, the main cause elsewhere."""
    lead = context.subject.lead
    count = json.loads(lead.counted) if lead.counted.startswith("{") else {}
    where, published = str(count.get("where", "")), context.published
    counts = lead.of in {Unit.PERSONS, Unit.TRAJECTORIES} and not lead.method
    if counts and where.startswith(_YOUTH_HELP) and published.rules:
        told = [
            (_begun(context.say(title)), context.say(text)) for title, text in (*published.rules, *published.causes)
        ]
        return [
            *told,
            (context.say(_SOURCE), context.say(_PROVIDERS)),
            *(_refused_by_rule(context) or _refused(context)),
        ]
    return [_main_cause(context, lead.of, where), *_refused(context)]


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]


def _main_cause(context: Context, of: Unit, where: str) -> Told:
    if of is Unit.EURO:
        return context.say(_BUDGET), context.say(_MONEY)
    if "'wmo'" in where and of is Unit.PERSONS:
        return context.say(_SOURCE), context.say(_WMO)
    if "'bescherming'" in where or "'reclassering'" in where:
        return context.say(_SOURCE), context.say(_PROTECTION)
    if _YOUTH_HELP in where:
        return context.say(_SOURCE), context.say(_PROVIDERS)
    return context.say(_SOURCE), context.say(_OTHERWISE)


def _refused_by_rule(context: Context) -> list[Told]:
    """That a national figure by the same rule exists, but of another period; nothing where it stands beside ours."""
    told = context.published.by_rule
    if told.indicator != context.subject.definition.id:
        return []
    rows = [told.compared(context.area.code, end) for end in told.ends]
    reasons = [Reason(row[f"{Comparator.NATION}_status"]) for row in rows if row is not None]
    if Reason.GIVEN in reasons or Reason.OTHER_VINTAGE not in reasons:
        return []
    return [_not_beside(context, Reason.OTHER_VINTAGE)]


def _refused(context: Context) -> list[Told]:
    """That a national figure exists and was refused, with the reason the release gives."""
    subject = context.subject
    at = (subject.latest, subject.slice(subject.main))
    said = context.published.standings.get(subject.definition.id, subject.main.unit, context.area.code, at)
    reason = said.against[Comparator.NATION].reason if said else None
    if reason not in _REFUSALS or reason is None:
        return []
    return [_not_beside(context, reason)]


def _not_beside(context: Context, reason: Reason) -> Told:
    name = context.say(Comparator.NATION.label)
    return context.say(_REFUSED).format(name=name), context.say(_REFUSED_FOR).format(reason=context.say(reason.label))
