"""`graadmeter init`: an empty workspace to fill in."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.products import base_products
from graadmeter.cli.console import Call
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.store import keys, signing, workspace

EXAMPLE = Region(
    name="Voorbeeldregio",
    code="RG01",
    vintage=2025,
    areas=(
        Area("RG01", 2025, Level.REGION, "Voorbeeldregio"),
        Area("GM0001", 2025, Level.MUNICIPALITY, "Voorbeeldgemeente", "RG01", (0, 0)),
        Area("WK000101", 2025, Level.WIJK, "Voorbeeldwijk", "GM0001"),
    ),
    first_quarter=parse_period("2025KW01").first,
    last_quarter=parse_period("2025KW04").last,
    providers={"00000001": "Voorbeeldaanbieder"},
)
"""What a new workspace holds until it is filled in; none of it exists."""


def init(folder: Path, /, *, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Makes the workspace and its key, and says what to fill in."""
    made = workspace.init(folder, EXAMPLE, products=base_products()[:1])
    keys.load_or_create(made.key_file)
    signing.load_or_create(made.signing_key_file)
    call.say(
        Text(
            f"De werkmap {folder} is klaar. Vul nu in:\n"
            f"  {folder}/graadmeter.toml   de regio, haar gemeenten en kwartalen\n"
            f"  {folder}/gebieden.csv      de wijken\n"
            f"  {folder}/aanbieders.csv    de namen van aanbieders\n"
            f"  {folder}/producten.csv     de eigen producten\n"
            f"  {folder}/afspraken.yaml    wie wat mag aanleveren, waarvoor en hoe lang het blijft\n"
            f"Bewaar een kopie van {made.key_file} op een veilige plek: zonder die sleutel passen nieuwe "
            "aanleveringen niet meer bij oude.\n"
            f"Zet daarna aanleveringen in {folder}/inbox en draai: graadmeter run --workspace {folder}",
            f"The workspace {folder} is ready. Now fill in:\n"
            f"  {folder}/graadmeter.toml   the region, its municipalities and quarters\n"
            f"  {folder}/gebieden.csv      the neighbourhoods\n"
            f"  {folder}/aanbieders.csv    the names of providers\n"
            f"  {folder}/producten.csv     the region's own products\n"
            f"  {folder}/afspraken.yaml    who may deliver what, for what, and how long it is kept\n"
            f"Keep a copy of {made.key_file} in a safe place: without that key new deliveries no longer match old "
            "ones.\n"
            f"Then put deliveries in {folder}/inbox and type: graadmeter run --workspace {folder}",
        )
    )
