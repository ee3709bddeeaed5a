"""`graadmeter indicators`: what is counted, what one indicator means, and whether a definition of your own is right."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from rich.table import Table

from graadmeter.catalogue.indicator_list import list_page
from graadmeter.catalogue.load_indicators import indicators as base_indicators
from graadmeter.cli.console import Call
from graadmeter.domain.errors import CatalogueError, UnknownNameError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.trial import RESULTS, Tried, try_example
from graadmeter.store.own_indicators import read_definition, require_policy
from graadmeter.store.workspace import CONFIGURATION, load


def indicators(
    name: str = "",
    /,
    *,
    test: Path | None = None,
    docs: Path | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints one indicator or the list of all; with `test` the outcome of a worked example; `docs` writes the list."""
    if test is not None:
        definition = read_definition(test)
        require_policy(test.name, definition, call.place)
        _try(call, definition)
        for note in _notes(test, definition):
            call.say(note)
        return
    if docs is not None:
        docs.write_text(list_page(base_indicators()), encoding="utf-8")
        call.say(Text(f"Geschreven: {docs}", f"Written: {docs}"))
        return
    known = load(call.place).indicators if (call.place / CONFIGURATION).exists() else base_indicators()
    if not name:
        for theme in sorted({indicator.theme for indicator in known.values()}):
            call.say(Text(f"\n{theme}", f"\n{theme}"), style="bold")
            for indicator in (one for one in known.values() if one.theme == theme):
                call.say(
                    Text(f"  {indicator.id:<28} {indicator.title.nl}", f"  {indicator.id:<28} {indicator.title.en}")
                )
    elif name in known:
        _print(call, known[name])
    else:
        raise UnknownNameError(Text("De indicator", "indicator"), name, known)


def _print(call: Call, indicator: Indicator) -> None:
    title = indicator.title
    call.say(Text(f"{indicator.id}: {title.nl}", f"{indicator.id}: {title.en}"), style="bold")
    units = ", ".join(dict.fromkeys(measure.unit.value for measure in indicator.measures))
    levels = ", ".join(indicator.levels)
    parts = (
        (Text("Wat telt mee", "What counts"), indicator.counts_what),
        (Text("Wat zegt dit niet", "What it does not say"), indicator.says_not),
        (Text("Precies", "Exactly"), indicator.definition),
        *((Text("Let op", "Mind"), caveat) for caveat in indicator.caveats),
        (Text("Eenheid", "Unit"), Text(units, units)),
        (Text("Niveau", "Level"), Text(levels, levels)),
        (Text("Bron van de definitie", "Source of the definition"), Text(indicator.source, indicator.source)),
        (Text("Versie", "Version"), Text(str(indicator.version), str(indicator.version))),
    )
    for label, text in parts:
        call.say(Text(f"  {label.nl}: {text.nl.strip()}", f"  {label.en}: {text.en.strip()}"))


def _try(call: Call, indicator: Indicator) -> None:
    with DuckDBEngine() as engine:
        tried = try_example(engine, indicator)
    wrong = [one for one in tried if not one.agrees]
    if wrong:
        call.show(_differences(call, wrong))
        raise CatalogueError(
            Text(
                f"{indicator.id}: niet alle uitkomsten van het voorbeeld kloppen ({len(wrong)} van {len(tried)} fout). "
                "Kijk of de telling, de rijen of de verwachte waarde anders moet.",
                f"{indicator.id}: not all outcomes of the example are right ({len(wrong)} of {len(tried)} wrong). "
                "See whether the count, the rows or the expected value must change.",
            )
        )
    call.say(
        Text(
            f"{indicator.id}: de definitie is goed, en alle uitkomsten van het voorbeeld kloppen ({len(tried)}).",
            f"{indicator.id}: the definition is right, and so are all outcomes of the example ({len(tried)}).",
        )
    )


def _notes(file: Path, indicator: Indicator) -> Iterator[Text]:
    """What is allowed, and yet seldom meant: a theme of its own, and a name that is not that of the file."""
    themes = sorted({one.theme for one in base_indicators().values()})
    if (theme := indicator.theme) not in themes:
        names = ", ".join(themes)
        yield Text(
            f"Let op: het thema '{theme}' is nieuw. Op de site wordt het een thema apart. Bestaande thema's: {names}.",
            f"Mind: the theme '{theme}' is new. On the site it becomes a theme of its own. Existing themes: {names}.",
        )
    if file.stem != indicator.id:
        yield Text(
            f"Let op: het bestand heet {file.name}, de indicator {indicator.id}. De id telt; geef het bestand liever "
            "dezelfde naam.",
            f"Mind: the file is called {file.name}, the indicator {indicator.id}. The id counts; better give the file "
            "the same name.",
        )


def _differences(call: Call, wrong: list[Tried]) -> Table:
    table = Table()
    for title in (Text("cel", "cell"), Text("verwacht", "expected"), Text("gevonden", "found")):
        table.add_column(title.within(call.lang))
    nothing = Text("geen cel", "no cell").within(call.lang)
    for one in wrong:
        asked = [name for name in one.expected if name in RESULTS]
        cell = " ".join(str(value) for name, value in one.expected.items() if name not in RESULTS)
        found = nothing if one.found is None else _found(one.found, asked, call.lang)
        table.add_row(cell, _words({name: one.expected[name] for name in asked}), found)
    return table


def _found(cell: Mapping[str, Any], asked: list[str], lang: Lang) -> str:
    """What was found; without a figure the status tells why."""
    if cell["value"] is not None or "status" in asked:
        return _words({name: cell[name] for name in asked})
    status = CellStatus(cell["status"])
    return (_NOT_DELIVERED if status is CellStatus.NOT_DELIVERED else status.label).within(lang)


_NOT_DELIVERED = Text(
    "not_delivered: geef bij het voorbeeld ook rijen van 'levering'",
    "not_delivered: give rows of 'levering' with the example too",
)


def _words(values: dict[str, object]) -> str:
    return ", ".join(str(value) if name == "value" else f"{name} {value}" for name, value in values.items())
