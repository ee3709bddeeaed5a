"""The address of an engine, as typed after `--engine`: its parts, and how it may be shown."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_SECRET = "***"  # noqa: S105 - what is shown instead of a password


def scheme(address: str) -> str:
    """What comes before `://`; the whole of an address that is one word."""
    return urlsplit(address).scheme if "://" in address else address


def without_password(address: str) -> str:
    """The address with passwords and tokens made unreadable, for messages."""
    parts = urlsplit(address)
    place = parts.netloc
    if "@" in place:
        user, host = place.rsplit("@", 1)
        place = f"{user.split(':')[0]}:{_SECRET}@{host}" if ":" in user else place
    asked = [(name, value if name in _HARMLESS else _SECRET) for name, value in parse_qsl(parts.query)]
    return urlunsplit((parts.scheme, place, parts.path.split(";")[0], urlencode(asked, safe="/*"), ""))


_HARMLESS = {"host", "port", "user", "dbname", "sslmode", "scratch"}


def split_option(address: str, name: str) -> tuple[str, str | None]:
    """The address without the option `name` of its query, and the value of that option."""
    parts = urlsplit(address)
    options = parse_qsl(parts.query)
    rest = urlencode([option for option in options if option[0] != name])
    return urlunsplit(parts._replace(query=rest)), dict(options).get(name)
