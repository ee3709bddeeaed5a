"""Real servers as fixtures, each started once per session and only when a test asks for it."""

import os
from collections.abc import Iterator

import pytest
from tests.support.postgresql_server import programs, server

from graadmeter.engine.sail import cluster


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own."""
    folder = programs()
    if folder is None:
        missing = "no PostgreSQL server programs here; on Debian: apt-get install postgresql"
        if os.environ.get("GRAADMETER_CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with server(folder) as address:
        yield address


@pytest.fixture(scope="session")
def sail() -> Iterator[str]:
    """The address of a Sail cluster of two workers."""
    with cluster(workers=2) as address:
        yield address
