"""The report of the audit: for the data protection officer, and for the release it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.policies import Policy
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.audit.year import YearFindings

_MOST_WORDS = 5


@dataclass(frozen=True)
class AuditReport:
    """All that the audit of a release found. It never says which hidden figure is small and which protects another."""

    years: Mapping[int, YearFindings]
    policies: Sequence[Policy]
    figures: Mapping[str, tuple[int, int]]
    """Per indicator the number of published figures and how many of them are hidden."""
    earlier: Sequence[str] = ()
    """The releases before this one, oldest first, which the attacker has read as well."""
    late: Sequence[Text] = ()
    """Figures that are too small, but stand in an earlier release already."""
    waiting: Sequence[Text] = ()
    """Why new figures are not shown yet."""
    together: Sequence[frozenset[str]] = ()
    """Municipalities whose figures one reader knows together, and that were attackers as one."""
    merged: int = 0
    """Figures of wijken that a group of wijken carries."""
    merged_members: int = 0
    """Figures of age bands and forms of help that a group of these carries."""

    @property
    def problems(self) -> list[Text]:
        """Everything that is wrong, in words; empty when the audit passed."""
        found = [text for year in self.years.values() for text in year.mistakes]
        for year in self.years.values():
            every = [one for one in (year.findings, year.changes, year.inside, year.contributors) if one is not None]
            for leak in (leak for one in every for leak in one.leaks):
                range_ = f"{leak.low:.0f} - {leak.high:.0f}"
                nl = f"{leak.name} is te herleiden tot {range_}: " + "; ".join(text.nl for text in leak.because)
                en = f"{leak.name} can be worked out to {range_}: " + "; ".join(text.en for text in leak.because)
                found.append(Text(nl, en))
        return found

    def require_passed(self) -> None:
        """Raises DisclosureError, with the sums that give figures away, unless nothing is wrong."""
        problems = self.problems
        if problems:
            some = problems[:_MOST_WORDS]
            raise DisclosureError(
                Text(
                    f"Er wordt niets gepubliceerd: de controle vond {len(problems)} lekken. "
                    + " | ".join(text.nl for text in some),
                    f"Nothing is published: the audit found {len(problems)} leaks. "
                    + " | ".join(text.en for text in some),
                )
            )

    def as_json(self) -> dict[str, object]:
        """The report as JSON values."""
        passed = [year.findings for year in self.years.values() if year.findings is not None]
        total, hidden = (sum(pair[place] for pair in self.figures.values()) for place in (0, 1))
        report: dict[str, object] = {
            "question": "Can a hidden figure be worked out from everything that is published?",
            "verdict": "failed" if self.problems else "passed",
            "policies": [
                {
                    "id": one.id,
                    "version": one.version,
                    "threshold": one.threshold,
                    "interval": one.interval,
                    **({"rules": [rule.kind.value for rule in one.rules]} if one.rules else {}),
                }
                for one in self.policies
            ],
            "published": {
                "figures": total,
                "hidden": hidden,
                "hidden_percent": _percent(hidden, total),
                **({"merged_into_groups_of_wijken": self.merged} if self.merged else {}),
                **({"merged_into_groups_of_codes": self.merged_members} if self.merged_members else {}),
            },
            "indicators": {
                name: {"figures": size, "hidden": secret, "hidden_percent": _percent(secret, size)}
                for name, (size, secret) in sorted(self.figures.items())
            },
            "years_in_which_a_hidden_count_may_be_zero": [
                year for year, one in sorted(self.years.items()) if one.zeros
            ],
            "sums_known_to_an_attacker": {
                "equations": sum(year.equations for year in self.years.values()),
                "inequalities": sum(year.inequalities for year in self.years.values()),
            },
            "attacks": {
                "hidden_counts": sum(year.hidden for year in self.years.values()),
                "narrowed_by_one_sum_after_another": sum(one.narrowed for one in passed),
                "found_by_linear_programs": sum(len(one.leaks) for one in passed),
                "safe_in_whole_numbers": sum(one.whole for one in passed),
                "linear_programs": sum(one.effort.programs for one in passed),
                "programs_in_whole_numbers": sum(one.effort.whole_programs for one in passed),
            },
            "proofs_checked": {
                "tables": sum(year.tables for year in self.years.values()),
                "with_fractions": sum(year.fractional for year in self.years.values()),
            },
        }
        inside = [year.inside for year in self.years.values() if year.inside is not None]
        if inside:
            report["insiders"] = {
                "who": "every municipality, which knows its own figures exactly",
                **({"who_together": [sorted(one) for one in self.together]} if self.together else {}),
                "attackers": max(one.holders for one in inside),
                "hidden_counts_of_others": sum(one.questions for one in inside),
                "found": sum(len(one.leaks) for one in inside),
                "years": [year for year, one in sorted(self.years.items()) if one.inside is not None],
            }
        alone = [year.contributors for year in self.years.values() if year.contributors is not None]
        if alone:
            report["contributors"] = {
                "who": "every provider or holding that is alone in an amount, and knows it",
                "attackers": max(one.holders for one in alone),
                "hidden_amounts_of_others": sum(one.questions for one in alone),
                "found": sum(len(one.leaks) for one in alone),
            }
        return report | ({"earlier_releases": self._ledger()} if self.earlier else {})

    def _ledger(self) -> dict[str, object]:
        """What was made of the releases before this one."""
        found = [one.changes for one in self.years.values() if one.changes is not None]
        return {
            "releases": list(self.earlier),
            "years_in_which_nothing_new_is_shown": [year for year, one in sorted(self.years.items()) if one.kept],
            "years_attacked_together_with_them": [year for year, one in sorted(self.years.items()) if not one.kept],
            "years_in_which_an_outsider_is_taken_not_to_know_what_changed": [
                year for year, one in sorted(self.years.items()) if one.loose
            ],
            "figures_not_updated": sum(one.carried for one in self.years.values()),
            "changes_attacked": sum(one.questions for one in found),
            "changes_safe_in_whole_numbers": sum(one.whole for one in found),
            "too_small_but_published_before": _both(self.late),
            **({"new_figures_that_wait": _both(self.waiting)} if self.waiting else {}),
        }


def _both(texts: Sequence[Text]) -> list[dict[str, str]]:
    return [{"nl": text.nl, "en": text.en} for text in texts]


def figures_of(published: pa.Table) -> dict[str, tuple[int, int]]:
    """Per indicator how many figures there are and how many are hidden; of providers by name only what is shown."""
    code = published["aanbieder"]
    together = pc.or_(pc.equal(code, TOTAL), pc.match_substring_regex(code, "^top[0-9]+$"))
    published = published.filter(pc.or_(together, pc.is_valid(published["value"])))
    hidden = pc.equal(published["status"], CellStatus.SUPPRESSED.value).cast(pa.int64())
    counted = published.select(["indicator"]).append_column("hidden", hidden)
    rows = counted.group_by("indicator").aggregate([("hidden", "count"), ("hidden", "sum")]).to_pylist()
    return {row["indicator"]: (row["hidden_count"], row["hidden_sum"]) for row in rows}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
