"""How others count is told in words, from the release alone; without a figure, and not when a release lacks it."""

from dataclasses import replace

import pytest

from graadmeter.catalogue.load_rules import causes, rule_sets
from graadmeter.domain.text import Lang
from graadmeter.release.descriptions import catalogue
from graadmeter.site.page import languages
from graadmeter.site.pages import definitions
from graadmeter.site.reading import _explained
from graadmeter.site.render import environment, html


def pages(site) -> dict[str, str]:
    found = [page for to, other in languages() for page in definitions.pages(site, to, other)]
    return {page.lang: html(environment(), site, page, base="/") for page in found}


@pytest.mark.parametrize("lang", Lang)
def test_the_definitions_say_how_others_count_and_why_figures_differ(make_site, lang) -> None:
    site, told = make_site({}), catalogue({}, {})
    known = {part: _explained(told, name) for part, name in (("rules", "sets"), ("causes", "causes"))}
    page = pages(replace(site, published=replace(site.published, **known)))[lang]
    for item in (*rule_sets().values(), *causes().values()):
        assert item.title.within(lang) in page
        assert item.explanation.within(lang).split(":")[0] in page
    assert 'id="rules"' in page


def test_a_release_without_them_has_no_such_part(make_site) -> None:
    assert _explained({}, "sets") == ()
    assert not [page for page in pages(make_site({})).values() if 'id="rules"' in page]
