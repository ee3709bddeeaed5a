"""Draws what is said back: refused versions and claim lines, requests for a change, requests being looked into."""

from dataclasses import dataclass, replace

import numpy as np

from graadmeter.synth.claims import Lines, dated
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints, month_of, quarter_first
from graadmeter.synth.provisions import Channel, Provisions
from graadmeter.synth.region_facts import providers
from graadmeter.synth.register import EXTENDED, REMOVED, Assignments, Records, Register, Requests

_REFUSED_LINES = 0.004
_REFUSED_VERSIONS, _REFUSED_FORGOTTEN = 0.01, 0.2
"""Chances that a last version is followed by a wrong one that the provider refuses. More for care whose stop was never
told: there the refused version would change the end, so the truth shows whether it counts. Own estimates."""
_CLAIMED_ANEW = 0.7
"""Share of refused lines that are claimed again a month later, and granted then. Own estimate."""
_CHANGED, _LOOKED_INTO = 0.05, 0.04
_ASKED_BEFORE = 10
"""Days from a request for a change to the version that grants it."""
ANSWERED_AFTER = 12
"""Days from a claim to its answer: within ten working days (OP090x4)."""
RETURNED_AFTER = 2
"""Days from a message to its return message: within three working days (OP090)."""


@dataclass(frozen=True, slots=True)
class Changes(Records):
    """Requests for a change (317), each granted by a version of the same assignment."""

    until: Ints
    """Wanted last day."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What is said back, beside what a register holds."""

    refused: Assignments
    """Versions sent and refused by the provider: they never counted."""
    lines: Flags
    """Claim lines that the municipality refused."""
    changes: Changes
    looked_into: Requests
    """Requests answered with 'under investigation' (319) before they were granted."""
    final_day: int


def draw_replies(
    rng: np.random.Generator, provisions: Provisions, register: Register, lines: Lines, window: Window
) -> tuple[Register, Lines, Replies]:
    """The register with versions that grant a request for a change, the lines with those claimed anew, the replies."""
    versions = register.assignments
    changed = _changed(rng, provisions, versions, window)
    granting = np.zeros(len(versions), bool)
    granting[changed] = True
    asked = Changes(versions.of[changed], versions.sent[changed] - _ASKED_BEFORE, versions.until[changed])
    some = register.requests.where(rng.random(len(register.requests)) < _LOOKED_INTO)
    looked_into = replace(some, sent=some.sent + 1)
    refused = _refused_lines(rng, lines, window)
    anew = _claimed_anew(rng, lines, refused, window)
    replies = Replies(
        _refused_versions(rng, provisions, register, window),
        np.concatenate([refused, np.zeros(len(anew), bool)]),
        asked,
        looked_into.where(looked_into.sent <= window.final_day),
        window.final_day,
    )
    register = replace(register, assignments=replace(versions, granting=granting))
    return register, Lines.joined([lines, anew]), replies


def _changed(rng: np.random.Generator, provisions: Provisions, versions: Assignments, window: Window) -> Ints:
    """Places of extensions that the provider had asked for, of clients with one assignment there (TR349)."""
    who = provisions.person * (len(providers()) + 1) + provisions.provider + 1
    sent = provisions.channel == Channel.MESSAGE
    pairs, counts = np.unique(who[sent], return_counts=True)
    alone = np.isin(who, pairs[counts == 1])
    told_in_time = (versions.dated == versions.sent) & (versions.sent - _ASKED_BEFORE >= quarter_first(window.first))
    fits = (versions.change == EXTENDED) & told_in_time & alone[versions.of] & (versions.until < FAR)
    return np.nonzero(fits & (rng.random(len(versions)) < _CHANGED))[0]


def _refused_versions(
    rng: np.random.Generator, provisions: Provisions, register: Register, window: Window
) -> Assignments:
    """Wrong extensions of assignments that end in the window, in a month later than the care did."""
    versions = register.assignments
    last = np.full(len(provisions), -1)
    last[versions.of] = np.arange(len(versions))
    latest = versions.where(last[last >= 0])
    of = latest.of
    lapses = (latest.until <= window.final_day) & (latest.change != REMOVED) & (register.begin[of] < FAR)
    later = month_of(np.minimum(latest.until, window.final_day)) > month_of(
        np.minimum(provisions.end[of], window.final_day)
    )
    forgotten = register.stop_known[of] >= FAR
    chance = np.where(forgotten, _REFUSED_FORGOTTEN, _REFUSED_VERSIONS)
    chosen = latest.where(lapses & later & (rng.random(len(latest)) < chance))
    sent = np.maximum(chosen.sent + 1, chosen.until - _ASKED_BEFORE)
    wrong = replace(
        chosen,
        sent=sent,
        dated=sent,
        until=chosen.until + 180,
        change=np.full(len(chosen), EXTENDED),
        referring=np.zeros(len(chosen), bool),
        granting=np.zeros(len(chosen), bool),
    )
    return wrong.where(wrong.sent + RETURNED_AFTER <= window.final_day)


def _refused_lines(rng: np.random.Generator, lines: Lines, window: Window) -> Flags:
    """Debit lines that were answered in the window; a refused line is never credited (IV087)."""
    credited = np.zeros(len(lines), bool)
    credited[lines.replaces[lines.credit]] = True
    answered = dated(lines.declared) + ANSWERED_AFTER <= window.final_day
    refused: Flags = answered & ~lines.credit & ~credited & (rng.random(len(lines)) < _REFUSED_LINES)
    return refused


def _claimed_anew(rng: np.random.Generator, lines: Lines, refused: Flags, window: Window) -> Lines:
    """Refused lines once more, in the next claim of the provider."""
    some = refused & (rng.random(len(lines)) < _CLAIMED_ANEW)
    anew = lines.where(some & (dated(lines.declared + 1) <= window.final_day))
    return replace(anew, declared=anew.declared + 1)
