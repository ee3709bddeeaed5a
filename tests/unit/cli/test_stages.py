"""Progress: plain lines where nobody watches, a moving bar on a terminal, in the reader's language."""

import contextlib
import io

from rich.console import Console

from graadmeter.cli.console import Call
from graadmeter.cli.stages import STAGES, stages
from graadmeter.domain.text import Lang


def told(lang, *, terminal: bool) -> str:
    out = Console(file=io.StringIO(), force_terminal=terminal, width=120)
    with stages(Call(lang, out=out)) as progress:
        for done in range(4):
            progress("receive", done, 3)
        progress("measure", 0, 1)
        progress("something new", 1, 2)
    return out.file.getvalue()


def test_lines_name_each_stage_once_with_its_seconds() -> None:
    lines = told(Lang.NL, terminal=False).splitlines()
    assert lines[0] == "Aanleveringen ontvangen (3) ..."
    assert lines[1].startswith("  klaar in ")
    assert lines[2] == "Tellen ..."
    assert lines[4] == "something new (2) ..."
    assert len(lines) == 6
    assert "Receiving deliveries (3) ..." in told(Lang.EN, terminal=False)


def test_a_terminal_shows_bars_that_end_full() -> None:
    text = told(Lang.EN, terminal=True)
    assert "Receiving deliveries" in text
    assert "3/3" in text
    assert "2/2" in text


def test_an_error_leaves_the_stage_open() -> None:
    out = Console(file=io.StringIO())
    with contextlib.suppress(RuntimeError), stages(Call(Lang.NL, out=out)) as progress:
        progress("measure", 0, 1)
        raise RuntimeError
    assert out.file.getvalue() == "Tellen ...\n"


def test_every_stage_has_a_name_in_both_languages() -> None:
    assert all(name.nl != name.en for name in STAGES.values())
