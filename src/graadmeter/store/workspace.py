"""A workspace: one folder that holds one region, its configuration, deliveries, warehouse, releases and site."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from graadmeter.catalogue.load_levels import levels
from graadmeter.catalogue.products import base_products
from graadmeter.catalogue.standard_agreement import standard_agreement
from graadmeter.domain.agreements import Agreements
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import UnknownNameError, WorkspaceError
from graadmeter.domain.holdings import Ownership
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.joint_readers import JointReader
from graadmeter.domain.levels import AccessLevel
from graadmeter.domain.periods import quarter
from graadmeter.domain.policies import Policy
from graadmeter.domain.products import Product
from graadmeter.domain.region import Region
from graadmeter.domain.terms import Terms
from graadmeter.domain.text import Text
from graadmeter.store.agreements import AGREEMENTS, read_agreements
from graadmeter.store.concerns import read_concerns
from graadmeter.store.configuration import Configuration, configuration_text, read_configuration
from graadmeter.store.csv_tables import (
    AREA_COLUMNS,
    PRODUCT_COLUMNS,
    PROVIDER_COLUMNS,
    csv_bytes,
    read_areas,
    read_products,
    read_providers,
)
from graadmeter.store.explanations import read_explanations
from graadmeter.store.folders import private_folder, write_private
from graadmeter.store.joint_readers import read_joint_readers
from graadmeter.store.lock import locked
from graadmeter.store.member_groups import read_member_groups
from graadmeter.store.mergers import read_mergers
from graadmeter.store.own_indicators import workspace_indicators
from graadmeter.store.own_policies import workspace_policies
from graadmeter.store.predecessors import read_predecessors
from graadmeter.store.targets import read_targets, require_known
from graadmeter.store.terms import read_terms

CONFIGURATION = "graadmeter.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace that has been read: where things are and what the region is."""

    root: Path
    region: Region
    products: tuple[Product, ...]
    """The region's own products, then the national list."""
    boundaries: Path | None = None
    """GeoJSON of real borders, when the configuration names one."""
    agreements: Agreements = field(default_factory=lambda: Agreements(()))
    """Who may deliver what; without any, nobody may."""
    terms: Terms = field(default_factory=Terms)
    """Known faults and corrections that the region agreed on."""
    schemas: Path | None = None
    """Folder with the official schemas of messages, when the configuration names one."""
    chosen: tuple[str, ...] = ()
    """Ids of the indicators that the region publishes; none means all."""
    log_months: Mapping[str, int] = field(default_factory=dict)
    """Months that log files are kept, by their folder; what is not named stays as long as `domain.retention` says."""
    address: str = ""
    """Where the site will stand on the web, when the configuration says so."""
    theme: Path | None = None
    """CSS with design tokens of the region's own, when the configuration names one."""
    levels: tuple[AccessLevel, ...] = ()
    """The levels of access that parts of a release are made for."""
    outsiders_only: frozenset[int] = frozenset()
    """Years of which the region decided that releases hold against outsiders only: parts tell no more of these."""
    joint_readers: tuple[JointReader, ...] = ()
    """Who sees several parts together."""

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The chosen indicators by id: the catalogue's, and the region's own over them.

        Raises CatalogueError or UnknownNameError, see `store.own_indicators`; WorkspaceError for a target of what
        is no figure, see `store.targets`.
        """
        if self.region.targets:
            require_known(self.root, _with_targets(self.region), workspace_indicators(self.root))
        return workspace_indicators(self.root, self.chosen)

    @property
    def policies(self) -> Mapping[str, Policy]:
        """How figures are protected: the catalogue's policies, and the region's own over them.

        Raises CatalogueError, see `store.own_policies`.
        """
        return workspace_policies(self.root)

    @property
    def concerns(self) -> tuple[Ownership, ...]:
        """Which providers have one owner; raises WorkspaceError, see `store.concerns`."""
        return read_concerns(self.root)

    @property
    def inbox(self) -> Path:
        """What was sent and not yet received."""
        return self.root / "inbox"

    @property
    def deliveries(self) -> Path:
        """One folder per delivery session."""
        return self.root / "deliveries"

    @property
    def warehouse(self) -> Path:
        """Person-level tables; owner only."""
        return self.root / "warehouse"

    @property
    def releases(self) -> Path:
        """Protected figures; one folder per edition."""
        return self.root / "releases"

    @property
    def closed(self) -> Path:
        """Parts of releases for those who may see more, one folder per edition; never published."""
        return self.root / "closed"

    @property
    def hidden(self) -> Path:
        """What releases did not show, one folder per edition; owner only."""
        return self.root / "hidden"

    @property
    def site(self) -> Path:
        """The generated site."""
        return self.root / "site"

    @property
    def key_file(self) -> Path:
        """The pseudonym key; outside the warehouse."""
        return self.root / "keys" / "pseudonym.key"

    @property
    def signing_key_file(self) -> Path:
        """The key that receipts and proofs are signed with."""
        return self.root / "keys" / "signing.key"

    @property
    def retention(self) -> Path:
        """Proofs of what was deleted after its term."""
        return self.root / "retention"

    @property
    def journal_file(self) -> Path:
        """What runs have done."""
        return self.root / "journal.jsonl"

    def lock(self) -> AbstractContextManager[None]:
        """Holds the workspace for one command; raises WorkspaceError when another has it."""
        return locked(self.root / ".lock")


def load(path: Path) -> Workspace:
    """The workspace in the folder; raises WorkspaceError or UsageError that says which file, line or key is wrong."""
    configuration = read_configuration(path / CONFIGURATION)
    own = read_products(path / "producten.csv") if (path / "producten.csv").exists() else ()
    providers = read_providers(path / "aanbieders.csv") if (path / "aanbieders.csv").exists() else {}
    towns = [area.code for area in configuration.areas if area.level is Level.MUNICIPALITY]
    areas = (*configuration.areas, *_wijken(configuration, read_areas(path / "gebieden.csv")))
    region = Region(
        name=configuration.name,
        code=configuration.code,
        vintage=configuration.vintage,
        areas=areas,
        first_quarter=configuration.first_quarter,
        last_quarter=configuration.last_quarter,
        providers=providers,
        fictitious=configuration.fictitious,
        peer_groups=configuration.peer_groups,
        explanations=read_explanations(path, towns),
        groups=read_mergers(path, areas),
        predecessors=read_predecessors(path, areas),
        member_groups=read_member_groups(path),
    )
    region = replace(region, targets=read_targets(path, _with_targets(region)))
    boundaries = path / configuration.boundaries if configuration.boundaries else None
    agreements = read_agreements(path / AGREEMENTS)
    schemas = path / configuration.schemas if configuration.schemas else None
    return Workspace(
        path,
        region,
        (*own, *base_products()),
        boundaries,
        agreements,
        read_terms(path),
        schemas,
        configuration.indicators,
        configuration.log_months,
        configuration.address,
        path / configuration.theme if configuration.theme else None,
        tuple(_level(name) for name in dict.fromkeys(configuration.levels)),
        frozenset(configuration.outsiders_only),
        read_joint_readers(path, region),
    )


def _with_targets(region: Region) -> tuple[Area, ...]:
    """The areas that may have a target: the region and its municipalities, which have a page for it."""
    own = Area(region.code, region.vintage, Level.REGION, region.name)
    return own, *region.of_level(Level.MUNICIPALITY)


def _level(name: str) -> AccessLevel:
    if name not in levels():
        raise UnknownNameError(Text("niveau", "level"), name, list(levels()))
    return levels()[name]


def init(path: Path, region: Region, *, products: Iterable[Product] = ()) -> Workspace:
    """A new workspace for the region, with its folders; raises WorkspaceError when the folder holds one already."""
    if (path / CONFIGURATION).exists():
        raise WorkspaceError(
            Text(f"In {path} staat al een werkmap.", f"There is a workspace in {path} already."),
        )
    for name in ("", "inbox", "deliveries", "keys", "warehouse", "releases"):
        private_folder(path / name)
    areas = [(area.code, area.vintage, area.level.value, area.name, area.parent) for area in region.areas]
    write_private(path / "gebieden.csv", csv_bytes(AREA_COLUMNS, areas))
    write_private(path / "aanbieders.csv", csv_bytes(PROVIDER_COLUMNS, sorted(region.providers.items())))
    write_private(path / "producten.csv", csv_bytes(PRODUCT_COLUMNS, map(_product_row, products)))
    write_private(path / AGREEMENTS, agreement_of(region))
    write_private(path / CONFIGURATION, configuration_text(region).encode())
    return load(path)


def agreement_of(region: Region) -> bytes:
    """The `afspraken.yaml` that a region begins with: its municipalities every table, its providers the protocols."""
    towns = [area.code for area in region.of_level(Level.MUNICIPALITY)]
    days = quarter(region.first_quarter).first_day, quarter(region.last_quarter).last_day
    return standard_agreement(towns, sorted(region.providers), *days)


def _wijken(configuration: Configuration, areas: Iterable[Area]) -> tuple[Area, ...]:
    """The wijken of the configured vintage, in the order of the file; other vintages are other areas."""
    municipalities = {area.code for area in configuration.areas if area.level is Level.MUNICIPALITY}
    wijken = tuple(area for area in areas if area.level is Level.WIJK and area.vintage == configuration.vintage)
    for area in wijken:
        if area.parent not in municipalities or area.code[2:6] != area.parent[2:]:
            raise WorkspaceError(
                Text(
                    f"gebieden.csv: wijk {area.code} ligt niet in een gemeente van {CONFIGURATION}.",
                    f"gebieden.csv: wijk {area.code} does not lie in a municipality of {CONFIGURATION}.",
                )
            )
    return wijken


def _product_row(product: Product) -> tuple[object, ...]:
    return (
        product.productcode,
        product.domein,
        product.categorie,
        product.soort,
        product.vorm,
        "J" if product.dyslexie else "N",
        product.eenheid,
        "" if product.tarief_cent is None else product.tarief_cent,
        product.gemeente,
        product.valid_from.isoformat(),
        "" if product.valid_until is None else product.valid_until.isoformat(),
        product.source,
    )
