"""Every unit of content is loaded: as many as there are files, and never none."""

from pathlib import Path

import pytest

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layout_versions, layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_levels import levels
from graadmeter.catalogue.load_policies import policies
from graadmeter.catalogue.load_rules import causes, rule_sets
from graadmeter.catalogue.units import unit_files
from graadmeter.domain.errors import CatalogueError

CATALOGUE = Path(__file__).parents[2] / "src/graadmeter/catalogue"


@pytest.mark.parametrize(
    ("folder", "suffix", "loaded"),
    [
        ("deliveries", ".yaml", lambda: [one for versions in layout_versions().values() for one in versions]),
        ("codes", ".csv", code_lists),
        ("checks", ".py", checks),
        ("indicators", ".yaml", indicators),
        ("levels", ".yaml", levels),
        ("policies", ".yaml", policies),
        ("rules", ".yaml", rule_sets),
        ("causes", ".yaml", causes),
    ],
)
def test_as_many_units_as_files(folder, suffix, loaded) -> None:
    files = [path for path in (CATALOGUE / folder).rglob(f"*{suffix}") if not path.name.startswith("_")]
    assert len(files) > 0
    assert len(loaded()) == len(files)


def test_an_empty_folder_is_an_error_not_an_empty_catalogue() -> None:
    with pytest.raises(CatalogueError, match="empty"):
        unit_files("deliveries", ".nothing")


def test_every_code_a_layout_names_has_its_list() -> None:
    named = {field.codes for layout in layouts().values() for field in layout.fields if field.codes}
    by_domain = {"XX588": {"JZ588", "WMO588"}}
    for codes in named:
        assert by_domain.get(codes, {codes}) <= set(code_lists()), codes


def test_every_code_has_both_labels_and_a_source() -> None:
    for name, codes in code_lists().items():
        assert codes, name
        for code in codes.values():
            assert code.label.nl, (name, code.code)
            assert code.label.en, (name, code.code)
            assert code.source, (name, code.code)
