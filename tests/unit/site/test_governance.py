"""Norms, targets and who laid a definition down stand on its page; what municipalities say stands beside its figure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.explanations import Explanation
from graadmeter.domain.text import Lang, Text
from graadmeter.release.descriptions import catalogue
from graadmeter.site.governance import governance
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import indicators as pages
from graadmeter.site.published import Governance
from graadmeter.site.reading import _definition
from graadmeter.site.render import environment, html

SHARES = {"JZ14": {"2025": 12.4}, "GM0141": {"2025": 14.6}, "GM0147": {"2025": 12.2}}
WHO = Governance("Graadmeter", "Kennispunt", "2026-05-12", "2027-05-12", "CC-BY-4.0")


def _said(site: Site, **changes: object) -> dict[str, str]:
    definition = replace(site.published.definitions["jeugdhulp"], **changes)  # type: ignore[arg-type]
    site = Site(replace(site.published, definitions={"jeugdhulp": definition}))
    return dict(governance(site.context(site.subjects[0], Lang.NL)))


@pytest.mark.parametrize(
    ("changes", "term", "words"),
    [
        ({"target": 90.0}, "Streefwaarde", "aantoonbaar onder (12,4\u00a0%)."),
        ({"target": 2.0}, "Streefwaarde", "aantoonbaar boven (12,4\u00a0%)."),
        ({"target": 12.5}, "Streefwaarde", "niet aantoonbaar van af (12,4\u00a0%)."),
        ({"governance": WHO}, "Hergebruik", "vrij, met bronvermelding (CC-BY-4.0)"),
        ({"governance": WHO}, "Vastgesteld door", "Nagekeken door Kennispunt op 12 mei 2026; opnieuw uiterlijk 12 mei"),
        (
            {"governance": Governance("Graadmeter")},
            "Vastgesteld door",
            "Graadmeter; nog niet door een ander nagekeken.",
        ),
    ],
)
def test_what_is_told_of_a_definition(
    make_site: Callable[..., Site], changes: dict[str, object], term: str, words: str
) -> None:
    assert words in _said(make_site(SHARES), **changes)[term]


@pytest.mark.parametrize(("target", "said"), [(90.0, {"streefwaarde: 90,0\u00a0%"}), (None, set())])
def test_a_target_stands_under_the_answer(make_site: Callable[..., Site], target: float | None, said: set[str]) -> None:
    site = make_site(SHARES)
    definition = replace(site.published.definitions["jeugdhulp"], target=target)
    site = Site(replace(site.published, definitions={"jeugdhulp": definition}))
    found = pages.chips(site, site.context(site.subjects[0], Lang.NL))
    assert {words for words, _ in found if words.startswith("streefwaarde")} == said


def test_nothing_is_said_of_what_a_release_does_not_tell(make_site: Callable[..., Site]) -> None:
    assert _said(make_site(SHARES)) == {}


def test_a_release_tells_the_norm_and_whether_its_text_was_seen(make_site: Callable[..., Site]) -> None:
    names = ("vt_binnen_5_dagen", "gi_tijdig")
    told = catalogue({name: indicators()[name] for name in names}, policies())
    seen, unseen = (
        _said(make_site(SHARES), norms=_definition(entry, told).norms)["Norm"]
        for name in names
        for entry in told["indicators"]
        if entry["id"] == name
    )
    assert seen.startswith("Veilig Thuis: veiligheidsbeoordeling binnen 5 werkdagen (bron: Handelingsprotocol")
    assert unseen.endswith("(de tekst van deze norm is niet gezien)")


def test_words_of_a_municipality_stand_beside_the_figure_they_are_about(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    day = date(2026, 5, 12)
    said = tuple(
        Explanation("GM0141", name, day, "Gemeente Almelo", Text(f"Over {name}.", "")) for name in ("jeugdhulp", "")
    )
    site = Site(replace(site.published, explanations=said))
    region, almelo, borne, _ = (
        html(environment(), site, page, base="/") for page in pages.pages(site, *languages()[0])
    )
    assert "Wat gemeenten er zelf van zeggen" in region
    assert 'href="jeugdhulp/almelo.html">Almelo</a>' in region
    assert "Wat Almelo er zelf van zegt" in almelo
    assert "<blockquote><p>Over jeugdhulp.</p>" in almelo
    assert "blockquote" not in borne
    assert "Over ." not in region + almelo
