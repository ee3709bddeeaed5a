"""A workspace: read strictly, written so that it reads back, errors that name file and line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graadmeter.catalogue.products import base_products
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import GraadmeterError, UnknownNameError, UnknownPeriodError, WorkspaceError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.products import Product
from graadmeter.domain.region import PeerGroup, Region
from graadmeter.store.workspace import Workspace, init, load

REGION = Region(
    name='Regio "Noord & Zuid"',
    code="JZ99",
    vintage=2025,
    areas=(
        Area("JZ99", 2025, Level.REGION, 'Regio "Noord & Zuid"'),
        Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ99", (2, 1)),
        Area("GM0153", 2025, Level.MUNICIPALITY, "Enschede", "JZ99", (3, 2)),
        Area("WK014111", 2025, Level.WIJK, "De Riet, met komma", "GM0141"),
        Area("WK014110", 2025, Level.WIJK, "Binnenstad", "GM0141"),
        Area("WK015300", 2025, Level.WIJK, "Centrum", "GM0153"),
    ),
    first_quarter=parse_period("2019KW01").first,
    last_quarter=parse_period("2025KW04").first,
    providers={"01010101": "Eén", "02020202": "Twee"},
    fictitious=True,
    peer_groups=(PeerGroup("Steden", ("GM0141", "GM0153")),),
)
PRODUCT = Product(
    productcode="Z1",
    domein="wmo",
    categorie="02",
    soort="wmo",
    vorm="ondersteuning",
    dyslexie=False,
    eenheid="04",
    tarief_cent=5200,
    gemeente="GM0141",
    valid_from=date(2024, 1, 1),
    valid_until=date(2024, 12, 31),
    source="own",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return init(tmp_path / "regio", REGION, products=[PRODUCT])


def test_a_new_workspace_reads_back_as_the_region_it_was_made_for(workspace: Workspace) -> None:
    assert load(workspace.root) == workspace
    assert workspace.region == REGION
    assert workspace.products == (PRODUCT, *base_products())
    assert workspace.boundaries is None


def test_it_has_its_folders_and_they_are_private(workspace: Workspace) -> None:
    for folder in (workspace.root, workspace.inbox, workspace.deliveries, workspace.warehouse, workspace.releases):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert workspace.warehouse not in workspace.key_file.parents
    assert workspace.journal_file.parent == workspace.root
    assert not workspace.site.exists()


def test_a_workspace_is_never_made_over_another(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError):
        init(workspace.root, replace(REGION, name="Andere"))
    assert load(workspace.root).region.name == REGION.name


def test_areas_of_other_vintages_are_other_areas(workspace: Workspace) -> None:
    path = workspace.root / "gebieden.csv"
    path.write_text(path.read_text() + "WK014199,2019,wijk,Vroeger,GM0141\n")
    assert load(workspace.root).region == REGION


def test_boundaries_are_a_file_of_the_workspace(workspace: Workspace) -> None:
    path = workspace.root / "graadmeter.toml"
    path.write_text(path.read_text().replace("fictitious", 'boundaries = "kaart.geojson"\nfictitious', 1))
    assert load(workspace.root).boundaries == workspace.root / "kaart.geojson"


def test_official_schemas_are_a_folder_of_the_workspace(workspace: Workspace) -> None:
    assert workspace.schemas is None
    path = workspace.root / "graadmeter.toml"
    path.write_text(path.read_text().replace("fictitious", 'standaarden = "xsd"\nfictitious', 1))
    assert load(workspace.root).schemas == workspace.root / "xsd"


def test_one_command_at_a_time(workspace: Workspace) -> None:
    with workspace.lock(), pytest.raises(WorkspaceError), workspace.lock():
        pass


def test_a_folder_without_configuration_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as refused:
        load(tmp_path)
    assert "graadmeter init" in refused.value.text.nl


@pytest.mark.parametrize(
    ("before", "after", "error", "words"),
    [
        ('name = "Regio', "name = Regio", WorkspaceError, "graadmeter.toml"),
        ("vintage = 2025", 'vintage = "2025"', WorkspaceError, "vintage"),
        ("vintage = 2025\n", "", WorkspaceError, "vintage"),
        ("vintage", "vintag", UnknownNameError, "vintage"),
        ("2019KW01", "2019KW05", UnknownPeriodError, "2019KW05"),
        ("2019KW01", "2026KW01", WorkspaceError, "first_quarter > last_quarter"),
        ("tile = [2, 1]", "tile = [2]", WorkspaceError, "tile"),
        ("GM0141", "0141", WorkspaceError, "0141"),
        ("[region]", "[regio]", UnknownNameError, "region"),
    ],
)
def test_a_wrong_configuration_is_refused_with_what_is_wrong(
    workspace: Workspace, before: str, after: str, error: type[GraadmeterError], words: str
) -> None:
    path = workspace.root / "graadmeter.toml"
    path.write_text(path.read_text().replace(before, after, 1))
    with pytest.raises(error) as refused:
        load(workspace.root)
    assert words in refused.value.text.nl


@pytest.mark.parametrize(
    ("file", "line", "words"),
    [
        ("gebieden.csv", "WK0141,2025,wijk,Kort,GM0141", "regel 8"),
        ("gebieden.csv", "WK014112,2025,dorp,Dorp,GM0141", "dorp"),
        ("gebieden.csv", "WK014112,twee,wijk,Dorp,GM0141", "regel 8"),
        ("gebieden.csv", "WK999912,2025,wijk,Elders,GM9999", "WK999912"),
        ("gebieden.csv", "WK015312,2025,wijk,Verkeerd,GM0141", "WK015312"),
        ("gebieden.csv", "WK014110,2025,wijk,Dubbel,GM0141", "WK014110"),
        ("aanbieders.csv", "123,Te kort", "regel 4"),
        ("aanbieders.csv", "01010101,Dubbel", "01010101"),
        ("producten.csv", "Z2,wmo,02,jeugdhulp,02,N,,,,2024-01-01,,own", "regel 3"),
        ("producten.csv", "Z2,wmo,02,wmo,zorg,N,,,,2024-01-01,,own", "zorg"),
        ("producten.csv", "Z2,wmo,02,wmo,verblijf,N,,,,01-01-2024,,own", "regel 3"),
        ("producten.csv", "Z2,xx,02,wmo,verblijf,N,,,,2024-01-01,,own", "xx"),
        ("producten.csv", "Z2,wmo,02,wmo,verblijf,N,,,0141,2024-01-01,,own", "0141"),
        ("producten.csv", "Z2,wmo", "regel 3"),
        ("producten.csv", "Z2,jw,42,vervoer,02,N,,,,2024-01-01,,own", "regel 3"),
    ],
)
def test_a_wrong_line_is_named(workspace: Workspace, file: str, line: str, words: str) -> None:
    path = workspace.root / file
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(WorkspaceError) as refused:
        load(workspace.root)
    assert file in refused.value.text.nl
    assert words in refused.value.text.nl


@pytest.mark.parametrize(
    "content", [None, b"", b"code;vintage\n", "code,vintage,level,name,parent\nWK\xe9".encode("latin-1")]
)
def test_a_table_that_cannot_be_read_is_refused(workspace: Workspace, content: bytes | None) -> None:
    path = workspace.root / "gebieden.csv"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WorkspaceError) as refused:
        load(workspace.root)
    assert "gebieden.csv" in refused.value.text.nl


def test_providers_and_products_may_be_absent(workspace: Workspace) -> None:
    (workspace.root / "aanbieders.csv").unlink()
    (workspace.root / "producten.csv").unlink()
    found = load(workspace.root)
    assert found.region.providers == {}
    assert found.products == base_products()


def test_the_site_has_an_address_and_a_theme_where_the_file_says_so(tmp_path: Path) -> None:
    init(tmp_path / "w", REGION)
    settings = tmp_path / "w" / "graadmeter.toml"
    plain = settings.read_text(encoding="utf-8")
    assert (load(tmp_path / "w").address, load(tmp_path / "w").theme) == ("", None)
    settings.write_text(f'{plain}\n[site]\nadres = "https://monitor.example.nl/twente"\nthema = "tokens.css"\n')
    found = load(tmp_path / "w")
    assert found.address == "https://monitor.example.nl/twente"
    assert found.theme == tmp_path / "w" / "tokens.css"
    for wrong in (
        'adres = "javascript:alert(1)"',
        'adres = "https://a\\"><b"',
        "adres = 5",
        "thema = 5",
        'kleur = "rood"',
    ):
        settings.write_text(f"{plain}\n[site]\n{wrong}\n")
        with pytest.raises(GraadmeterError):
            load(tmp_path / "w")
