"""The kinds of reference files: how each is recognised by its column names or shape, and which readers it goes to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from graadmeter.catalogue.key_figures import key_figures
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.area_crosswalk import load_crosswalk
from graadmeter.deliver.reference.areas import load_areas, load_municipalities, load_pc4_places
from graadmeter.deliver.reference.classification import load_classification
from graadmeter.deliver.reference.geometry import load_geometry
from graadmeter.deliver.reference.kwb import kwb_from_statline, load_kwb_csv
from graadmeter.deliver.reference.loaded import Loaded, opening
from graadmeter.deliver.reference.notices import NO_MUNICIPALITIES, NO_VINTAGE
from graadmeter.deliver.reference.population import load_population, load_population_pc4, load_population_wide
from graadmeter.deliver.reference.published import load_published
from graadmeter.deliver.reference.small_lists import load_table_info, load_task_fields
from graadmeter.deliver.reference.spend import load_spend
from graadmeter.deliver.reference.statline import load_statline, load_statline_csv
from graadmeter.deliver.reference.statline_subjects import stem
from graadmeter.deliver.reference.waiting import load_waiting_times

_ENOUGH = 3
"""Key figures that make a StatLine table one of neighbourhoods."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file or folder to be read, with what was said about it."""

    path: Path
    vintages: tuple[int, ...]
    """Years: as said, else those in the name."""
    municipalities: Callable[[], pa.Table]
    """Lists of municipalities that were added before."""

    @property
    def vintage(self) -> int:
        """The one year; raises DeliveryRefusedError when there is none or more than one."""
        if len(self.vintages) != 1:
            with opening(self.path):
                raise RefusedError(NO_VINTAGE)
        return self.vintages[0]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of reference file."""

    name: str
    fits: Callable[[frozenset[str]], bool]
    """Tells a CSV by its column names; those of other kinds are told by their shape."""
    load: Callable[[Item], Sequence[Loaded]]


def _has(*names: str) -> Callable[[frozenset[str]], bool]:
    return frozenset(names).issubset


def _key_figures(names: frozenset[str]) -> bool:
    """Whether an area column stands beside key figures, by our name or by StatLine's."""
    known = {figure.id for figure in key_figures().values()} - {"inwoners", "inwoners_0_14", "inwoners_65plus"}
    stems = {figure.stem for figure in key_figures().values() if figure.stem}
    return bool(names & known) or bool({stem(name) for name in names} & stems)


def _pc4(item: Item) -> list[Loaded]:
    known = item.municipalities()
    if item.vintage not in known["vintage"].to_pylist():
        with opening(item.path):
            raise RefusedError(NO_MUNICIPALITIES, vintage=item.vintage)
    return [load_pc4_places(item.path, item.vintage, known), load_population_wide(item.path, item.vintage)]


def _crosswalk(item: Item) -> list[Loaded]:
    if len(item.vintages) != 2:  # noqa: PLR2004 - from one year to another
        with opening(item.path):
            raise RefusedError(NO_VINTAGE)
    return [load_crosswalk(item.path, min(item.vintages), max(item.vintages))]


def _kwb(item: Item) -> list[Loaded]:
    return [load_kwb_csv(item.path, item.vintages[0] if len(item.vintages) == 1 else None)]


CSV_KINDS = (
    Kind("gebiedswissel", _has("van", "naar", "adressen"), _crosswalk),
    Kind("lasten", _has("jaar", "verslag", "gm_code", "taakveld"), lambda item: [load_spend(item.path)]),
    Kind("taakvelden", _has("jaar", "code", "titel"), lambda item: [load_task_fields(item.path)]),
    Kind("inwoners", _has("jaar", "gm_code", "inwoners"), lambda item: [load_population(item.path)]),
    Kind("gemeenten", _has("jaar", "gm_code", "gm_naam"), lambda item: [load_municipalities(item.path)]),
    Kind(
        "inwoners-pc4",
        _has("postcode", "leeftijd", "inwoners"),
        lambda item: [load_population_pc4(item.path, item.vintage)],
    ),
    Kind("pc4", _has("postcode", "plaats", "gemeente", "inwoners"), _pc4),
    Kind(
        "gebieden-inwoners",
        _has("code", "naam", "soort", "gm_code", "inwoners"),
        lambda item: [load_areas(item.path, item.vintage), load_population_wide(item.path, item.vintage)],
    ),
    Kind("gebieden", _has("code", "naam", "soort", "gm_code"), lambda item: [load_areas(item.path, item.vintage)]),
    Kind(
        "gebiedsindeling",
        _has("gm_code", "jeugdregio_code"),
        lambda item: [load_classification(item.path, item.vintage)],
    ),
    Kind("kerncijfers", _key_figures, _kwb),
    Kind("publicaties", _has("periode"), lambda item: [load_published(item.path)]),
    Kind(
        "inwoners-gemeente",
        lambda names: "gm_code" in names and any(name.startswith(("inwoners", "schatting_")) for name in names),
        lambda item: [load_population_wide(item.path, item.vintage)],
    ),
    Kind(
        "statline-csv",
        lambda names: bool(names & {"WijkenEnBuurten", "RegioS"}),
        lambda item: [load_statline_csv(item.path, item.path.stem)],
    ),
)
"""The first that fits is taken, so what names more columns goes before what names fewer."""


def _no_names(_names: frozenset[str]) -> bool:
    return False


def with_key_figures(statline: Loaded) -> list[Loaded]:
    """A StatLine table, and the key figures in it when it is one of Kerncijfers wijken en buurten."""
    known = set(statline.table["onderwerp"].unique().to_pylist())
    stems = {figure.stem for figure in key_figures().values() if figure.stem}
    is_kwb = len(known & stems) >= _ENOUGH and statline.table["vintage"].null_count == 0
    return [statline, kwb_from_statline(statline.table)] if is_kwb else [statline]


WAITING_KIND = Kind("wachttijden", _no_names, lambda item: [load_waiting_times(item.path)])
GEOMETRY_KIND = Kind("geometrie", _no_names, lambda item: [load_geometry(item.path, item.vintage)])
INFO_KIND = Kind("tabelgegevens", _no_names, lambda item: [load_table_info(item.path)])
STATLINE_KIND = Kind("statline", _no_names, lambda item: with_key_figures(load_statline(item.path)))

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def years_in(name: str) -> tuple[int, ...]:
    """The different years a file name holds, in order."""
    return tuple(dict.fromkeys(int(found) for found in _YEAR.findall(name)))
