"""`summittui copy`: a store with its whole history, from a file into a database or the other way."""

import sys
import time

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import READ_ONLY, json_option
from summittui.cli.output import say, write_json_or_lines
from summittui.cli.paths import NamedStore
from summittui.cli.proposers import ended_by_signals
from summittui.model import StoreReadOnly
from summittui.model.location import Location
from summittui.model.text import counted

_SECONDS = 2.0
"""Seconds between two lines that say how far it is."""


@click.command(
    "copy",
    cls=StrictCommand,
    short_help="Copy a store with its history, into a database or out of it.",
    epilog=examples(
        "copy store.json postgresql://db.example.org/summit", "copy postgresql://db.example.org/summit mine.json"
    ),
    help="""Copy the store FROM with its whole history to TO, where there must be none.

    Either is the path of a file, or the address of a PostgreSQL database. Records, texts and edits with their numbers,
    authors and times are the same in the copy, which is there whole or not at all.
    """,
)
@click.argument("source", metavar="FROM", type=NamedStore())
@click.argument("target", metavar="TO", type=NamedStore())
@json_option
@click.pass_context
def command(ctx: click.Context, source: Location, target: Location) -> None:
    if ctx.meta.get(READ_ONLY):
        raise StoreReadOnly("--read-only forbids to make a copy; leave it out.")
    from summittui.session.copying import copy_store

    with ended_by_signals():
        edits = copy_store(source, target, _Progress().tell)
    write_json_or_lines(
        {"from": str(source), "to": str(target), "edits": edits},
        [f"copied: {counted(edits, 'edit')} and everything they left, to {target}"],
    )


class _Progress:
    """Lines on standard error, where the copying takes long."""

    def __init__(self) -> None:
        self._told_at = time.monotonic()

    def tell(self, what: str, done: int, of: int) -> None:
        """Say how far the copying is, unless that was said just now."""
        if time.monotonic() - self._told_at < _SECONDS:
            return
        self._told_at = time.monotonic()
        say(f"{what}: {done:,} of {of:,}")
        sys.stderr.flush()
