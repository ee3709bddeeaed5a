"""The faults that are planted: one changed operator, constant, condition or function per mutant."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_NAMES = {
    "minimum": "maximum", "min": "max", "floor": "ceil", "any": "all", "isfinite": "isnan", "zeros": "ones",
}  # fmt: skip
_LEFT_ALONE = frozenset({"strict", "copy"})
"""`strict` of zip: columns have one length; `copy`: whether a tree of which nobody keeps another is copied first."""
_RENAMED = _NAMES | {other: name for name, other in _NAMES.items()}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted fault: the line, the expression before and after, and the whole module with it."""

    line: int
    before: str
    after: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module.

    Annotations, decorators, docstrings, what is raised, and the arguments `_LEFT_ALONE` stay as they are.
    """
    return (mutant(source, number) for number in range(how_many(source)))


def how_many(source: str) -> int:
    """How many mutants a module has."""
    return sum(1 for _ in _changes(ast.parse(source)))


def mutant(source: str, number: int) -> Mutant:
    """The mutant with this number, of `how_many` from 0 on."""
    tree = ast.parse(source)
    node, edit = next(islice(_changes(tree), number, None))
    before, line = ast.unparse(node), getattr(node, "lineno", 0)
    edit()
    return Mutant(line, before, ast.unparse(node), ast.fix_missing_locations(tree))


Change = tuple[ast.AST, Callable[[], None]]


def _changes(tree: ast.AST) -> Iterator[Change]:
    """Every place that can be changed, in order of the source, with what changes it."""
    for node in _reached(tree):
        for edit in _edits(node):
            yield node, edit


def _reached(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg in _LEFT_ALONE):
        return
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "bases", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child
                yield from _reached(child)


def _edits(node: ast.AST) -> Iterator[Callable[[], None]]:
    for kinds, make in _KINDS:
        if isinstance(node, kinds):
            yield from make(node)


def _compared(node: Any) -> Iterator[Callable[[], None]]:
    for place, one in enumerate(node.ops):
        yield _set_item(node.ops, place, _SWAPPED[type(one)]())


def _operated(node: Any) -> Iterator[Callable[[], None]]:
    if type(node.op) in _SWAPPED:
        yield _set(node, "op", _SWAPPED[type(node.op)]())


def _signed(node: Any) -> Iterator[Callable[[], None]]:
    """Without its minus sign, its `not` or its complement."""
    yield _set(node, "op", ast.UAdd())


def _constant(node: Any) -> Iterator[Callable[[], None]]:
    if isinstance(node.value, bool | int | float):
        yield _set(node, "value", not node.value if isinstance(node.value, bool) else node.value + 1)


def _named(node: Any) -> Iterator[Callable[[], None]]:
    name = "attr" if isinstance(node, ast.Attribute) else "id"
    if getattr(node, name) in _RENAMED and isinstance(node.ctx, ast.Load):
        yield _set(node, name, _RENAMED[getattr(node, name)])


def _decided(node: Any) -> Iterator[Callable[[], None]]:
    yield _set(node, "test", ast.UnaryOp(ast.Not(), copy.deepcopy(node.test)))


def _chosen(node: Any) -> Iterator[Callable[[], None]]:
    if _is_where(node):
        yield _set(node, "args", [node.args[0], node.args[2], node.args[1]])


_KINDS: tuple[tuple[Any, Callable[[Any], Iterator[Callable[[], None]]]], ...] = (
    (ast.Compare, _compared),
    (ast.BoolOp | ast.BinOp | ast.AugAssign, _operated),
    (ast.UnaryOp, _signed),
    (ast.Constant, _constant),
    (ast.Attribute | ast.Name, _named),
    (ast.If | ast.IfExp | ast.While, _decided),
    (ast.Call, _chosen),
)


def _is_where(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "where" and len(node.args) == 3


def _set(node: ast.AST, name: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, name, value)


def _set_item(items: list[ast.cmpop], place: int, value: ast.AST) -> Callable[[], None]:
    def edit() -> None:
        items[place] = value  # type: ignore[call-overload]

    return edit
