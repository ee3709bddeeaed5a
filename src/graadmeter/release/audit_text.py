"""The audit report as plain Markdown, for people who do not read JSON."""

from collections.abc import Iterator, Mapping


def audit_markdown(audit: Mapping[str, object]) -> str:
    """Every figure of the audit as a nested list, under one heading."""
    return "\n".join(["# Audit of the disclosure control", "", *_lines(audit, 0), ""])


def _lines(value: object, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, Mapping | list | tuple):
                yield f"{indent}- {key}:"
                yield from _lines(item, depth + 1)
            else:
                yield f"{indent}- {key}: {item}"
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _lines(item, depth)
    else:
        yield f"{indent}- {value}"
