"""`summittui info`: the store at a glance, or how long the workbench takes to open it."""

import subprocess
import sys
from collections.abc import Sequence

import click
from msgspec.structs import asdict

from summittui import __version__
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import CONFIG, json_option, opened_session, store_option
from summittui.cli.output import write, write_lines
from summittui.exchange import to_json
from summittui.model.location import Address
from summittui.model.text import counted

NAMED = 10
"""The number of sources with a text that are named."""


@click.command(
    "info",
    cls=StrictCommand,
    epilog=examples("info --json", "info --startup"),
    help="Show where the store is and what it holds.",
)
@store_option
@json_option
@click.option("--startup", is_flag=True, help="Open the workbench unseen and tell where the time goes.")
@click.option(
    "--rounds",
    type=click.IntRange(1, 99),
    help="With --startup: how often it is opened, in turn with a bare Textual app; else 3 times.",
)
@click.pass_context
def command(ctx: click.Context, /, *, startup: bool, rounds: int | None) -> None:
    if rounds is not None and not startup:
        raise click.UsageError("--rounds belongs to --startup; give both.")
    with opened_session() as session:
        info, replica = session.info(), session.replica_words
    if startup:
        config = ctx.meta.get(CONFIG)
        _write_startup(
            [
                "--store",
                info.path.text if isinstance(info.path, Address) else str(info.path),
                *(["--config", str(config)] if config else []),
            ],
            rounds or 3,
        )
        return
    if form() is Form.JSON:
        write(to_json({**asdict(info), "replica": replica, "display": _display()}))
        return
    collections = ", ".join(f"{id_} {version}" for id_, version in info.collections.items())
    lines = [f"store: {info.path}", f"size: {info.bytes:,} bytes, {counted(info.edits, 'edit')}"]
    lines += [f"schema: {info.schema}, summittui {__version__}", f"collections: {collections or 'none'}"]
    lines += [f"{table}: {count}" for table, count in info.counts.items()]
    lines += [f"{name}: {words}" for name, words in (("role", info.role), ("durability", info.durability)) if words]
    lines += [f"attached: {_attached(info.attached)}", f"replica: {replica}", f"display: {_display()}"]
    write_lines(lines)


def _attached(sources: Sequence[str]) -> str:
    """Return the sources whose text is attached: the first of them, and how many more there are."""
    more = [f"and {len(sources) - NAMED:,} more"] if len(sources) > NAMED else []
    return ", ".join((*sources[:NAMED], *more)) or "none"


def _display() -> str:
    """Return how the workbench draws; told by a process of its own, for the command line imports no Textual."""
    asked = [sys.executable, "-c", "from summittui.ui.textual_compat import why_stock; print(why_stock() or '')"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    if told.returncode:
        return "unknown, for Textual could not be imported"
    why = told.stdout.strip()
    return f"Textual's own ({why})" if why else "cells that changed"


def _write_startup(options: list[str], rounds: int) -> None:
    from summittui.cli.startup_report import plain_startup, startup_text
    from summittui.session.startup import measure_startup

    measured = measure_startup(options, rounds)
    write(to_json(plain_startup(measured)) if form() is Form.JSON else startup_text(measured))
