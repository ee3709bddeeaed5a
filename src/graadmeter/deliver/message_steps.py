"""The steps for walking elements: a tree of element names that ends in the slot each text goes to."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

REPEATABLE = frozenset({"Contact"})
"""Elements on the way to a field that may lawfully occur more than once (layout: 1..*); the first one counts."""

Values = list[str | None]
Tags = tuple[str, ...]
"""The names one element may have: its local name in the namespace of the message and in that of the base schema."""


class Step(NamedTuple):
    """What to do with one child element: keep its text in `slot`, or, when it has `steps`, look inside."""

    slot: int
    steps: "dict[str, Step] | None"
    name: str
    many: bool = False
    """Every occurrence is kept, with a blank between."""


class StepTree:
    """Steps under construction for the elements of one message."""

    def __init__(self, namespaces: tuple[str, str], slots: Iterator[int]) -> None:
        self.steps: dict[str, Step] = {}
        self._namespaces = namespaces
        self._slots = slots

    def tags(self, name: str) -> Tags:
        """The names under which an element called `name` is accepted."""
        return tuple(f"{{{namespace}}}{name}" for namespace in self._namespaces)

    def inner(self, path: list[str]) -> dict[str, Step]:
        """The steps below the element at `path`, made when they are not there yet."""
        steps = self.steps
        for name in path:
            step = steps.get(self.tags(name)[0]) or Step(next(self._slots), {}, name)
            steps.update(dict.fromkeys(self.tags(name), step))
            steps = step.steps if step.steps is not None else {}
        return steps

    def slot_of(self, path: list[str]) -> int:
        """The slot that tells whether the inner element at `path` is there."""
        self.inner(path)
        return self.inner(path[:-1])[self.tags(path[-1])[0]].slot

    def leaf(self, path: str, slot: int | None = None) -> int:
        """Keeps the text of the element at `path`, in `slot` or a new one; returns the slot."""
        many = path.endswith("*")
        *above, name = path.removesuffix("*").split("/")
        steps = self.inner(above)
        step = steps.get(self.tags(name)[0]) or Step(next(self._slots) if slot is None else slot, None, name, many)
        steps.update(dict.fromkeys(self.tags(name), step))
        return step.slot


def walk(element: etree._Element, steps: dict[str, Step], values: Values, repeated: list[str]) -> None:
    """Fills `values` from the children of `element`; names of elements that occur once too often go to `repeated`.

    Elements no step knows (names, addresses, remarks) are passed over: their text is never touched.
    """
    for child in element:
        step = steps.get(child.tag)
        if step is None:
            continue
        slot, inner, name, many = step
        before = values[slot]
        if before is not None:
            if many:
                values[slot] = f"{before.strip()} {(child.text or '').strip()}".strip()
            elif name not in REPEATABLE:
                repeated.append(name)
        elif inner is None:
            values[slot] = child.text or ""
        else:
            values[slot] = ""
            walk(child, inner, values, repeated)


def below(element: etree._Element, path: tuple[Tags, ...]) -> list[etree._Element]:
    """Every element at `path` below `element`, in document order."""
    level = [element]
    for tags in path:
        level = [child for parent in level for child in parent.iterchildren(*tags)]
    return level
