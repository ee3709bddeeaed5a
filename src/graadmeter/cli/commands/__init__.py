"""One module per command. A command turns typed values into calls on the stages and prints what came of it."""

from collections.abc import Callable
from typing import Any

from cyclopts import App

from graadmeter.cli.commands import (
    attack,
    check,
    checks,
    columns,
    compare,
    demo,
    explain,
    history,
    indicators,
    init,
    measure,
    money_growth,
    money_invoicing,
    money_payment,
    money_spend,
    protect,
    public_key,
    receive,
    recheck,
    reference,
    retention,
    rules,
    run,
    serve,
    site_build,
    status,
    synth,
    template,
    verify,
)
from graadmeter.cli.help.page import Page

COMMANDS: dict[str, tuple[Page, Callable[..., Any]]] = {
    "demo": (demo.PAGE, demo.demo),
    "init": (init.PAGE, init.init),
    "receive": (receive.PAGE, receive.receive),
    "run": (run.PAGE, run.run),
    "check": (check.PAGE, check.check),
    "checks": (checks.PAGE, checks.checks),
    "indicators": (indicators.PAGE, indicators.indicators),
    "recheck": (recheck.PAGE, recheck.recheck),
    "template": (template.PAGE, template.template),
    "columns": (columns.PAGE, columns.columns),
    "status": (status.PAGE, status.status),
    "history": (history.PAGE, history.history),
    "verify": (verify.PAGE, verify.verify),
    "public-key": (public_key.PAGE, public_key.public_key),
    "retention": (retention.PAGE, retention.retention),
    "explain": (explain.PAGE, explain.explain),
    "compare": (compare.PAGE, compare.compare),
    "measure": (measure.PAGE, measure.measure),
    "protect": (protect.PAGE, protect.protect),
    "attack": (attack.PAGE, attack.attack),
    "rules": (rules.PAGE, rules.rules),
    "money growth": (money_growth.PAGE, money_growth.money_growth),
    "money spend": (money_spend.PAGE, money_spend.money_spend),
    "money payment": (money_payment.PAGE, money_payment.money_payment),
    "money invoicing": (money_invoicing.PAGE, money_invoicing.money_invoicing),
    "site build": (site_build.PAGE, site_build.site_build),
    "reference add": (reference.ADD_PAGE, reference.add),
    "reference list": (reference.LIST_PAGE, reference.listed),
    "serve": (serve.PAGE, serve.serve),
    "synth": (synth.PAGE, synth.synth),
}
"""Help page and function by the words typed after 'graadmeter', in the order of the list of commands."""

PAGES = tuple(page for page, _ in COMMANDS.values())


def application() -> App:
    """The parser of all commands. Help is ours (graadmeter.cli.help), so cyclopts has no help flags."""
    app = App(name="graadmeter", help_flags=(), version_flags=())
    groups = {words.split()[0] for words in COMMANDS if " " in words}
    parents = {group: App(name=group, help_flags=(), version_flags=()) for group in sorted(groups)}
    for parent in parents.values():
        app.command(parent)
    for words, (_, command) in COMMANDS.items():
        group, _, name = words.rpartition(" ")
        (parents[group] if group else app).command(command, name=name)
    return app
