"""Finds every check: imports each module of `checks/` by name, so that none can be forgotten silently."""

from functools import cache
from importlib import import_module

from graadmeter.catalogue.units import unit_files
from graadmeter.domain.checks import Check


@cache
def checks() -> dict[str, Check]:
    """Every check by its code."""
    modules = [
        import_module(f"graadmeter.catalogue.checks.{file.name.removesuffix('.py')}")
        for file in unit_files("checks", ".py")
    ]
    found: list[Check] = [module.CHECK for module in modules]
    return {check.code: check for check in sorted(found, key=lambda check: check.code)}
