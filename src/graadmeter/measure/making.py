"""Tables that an engine makes for one count, and that are gone afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pyarrow as pa

from graadmeter.engine.port import Engine


@contextmanager
def made(engine: Engine, given: Mapping[str, pa.Table], makes: Sequence[tuple[str, str]]) -> Iterator[None]:
    """An engine that knows the `given` tables and what is made of them; it is left as it was found.

    `makes`: per table the text that creates it and the one that drops it.
    """
    for name, table in given.items():
        engine.register(name, table)
    drops: list[str] = []
    try:
        for create, drop in makes:
            drops.append(drop)
            engine.run(create)
        yield
    finally:
        for drop in reversed(drops):
            engine.run(drop)
        for name in given:
            engine.unregister(name)
