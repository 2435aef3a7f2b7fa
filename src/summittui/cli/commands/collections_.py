"""`summittui collections`: what comes with the program, and what of it the library holds."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import click
from click.shell_completion import CompletionItem

from summittui.cli.examples import examples
from summittui.cli.groups import NearestGroup
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write_json_or_lines
from summittui.cli.seeding import seeded_lines
from summittui.session.collections import ListedCollection
from summittui.store.reports import RemovalReport

R = TypeVar("R")


def names(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a shipped collection."""
    from summittui.store.collection import shipped_names

    return [CompletionItem(name) for name in shipped_names() if name.startswith(incomplete)]


@click.group(
    "collections",
    cls=NearestGroup,
    short_help="List, add or remove a collection.",
    help="Collections: sets of records of one provenance, several of which can stand in one library.",
)
@store_option
def command() -> None:
    pass


@command.command(
    "list",
    epilog=examples("collections list", "collections list --json"),
    help="List the collections that come with the program, and those that the library holds.",
)
@store_option
@json_option
def list_collections() -> None:
    with opened_session() as session:
        found = session.collections.listed()
    write_json_or_lines(found, (line for each in found for line in _lines(each)))


@command.command(
    "add",
    epilog=examples("collections add ai-declarations"),
    help="""Bring a collection into the library, or what is newer in it; your edits stay.

    NAME is that of a shipped collection, or the folder of one. Records that are reviewed to be the same in both become
    one, with what each knows.
    """,
)
@click.argument("name", shell_complete=names)
@store_option
@json_option
def add_collection(name: str) -> None:
    with opened_session() as session:
        _write(session.collections.add(name), seeded_lines)


@command.command(
    "remove",
    epilog=examples("collections remove ai-declarations"),
    help="""Take a collection out of the library.

    What you edited stays, and so does what a record that stays names; both are listed.
    """,
)
@click.argument("name", shell_complete=names)
@store_option
@json_option
def remove_collection(name: str) -> None:
    with opened_session() as session:
        _write(session.collections.remove(name), _removal_lines)


def _write(report: R, lines: Callable[[R], Iterator[str]]) -> None:
    """Write a report in the form that was asked for."""
    write_json_or_lines(report, lines(report))


def _lines(one: ListedCollection) -> Iterator[str]:
    held = f"in the library: {one.held}" if one.held else "not in the library"
    newer = f"; {one.version} is newer: summittui collections add {one.id}" if one.held != one.version else ""
    yield f"{one.id}: {one.title or 'does not come with the program'}"
    yield f"  {held}{newer if one.version and one.held else ''}"
    if one.version:
        counts = ", ".join(f"{count} {table}" for table, count in one.records.items())
        shared = f"; {one.shared} of them joined with records of other collections" if one.shared else ""
        yield f"  version {one.version}: {counts}{shared}"
        yield f"  licence: {one.licence}"


def _removal_lines(report: RemovalReport) -> Iterator[str]:
    yield f"collection: {report.collection}"
    told = {
        "removed": report.removed,
        "parted from another collection, which keeps them": report.parted,
        "stay, for you edited them": report.edited,
        "stay, for what stays names them": report.named,
    }
    yield from (f"{what}: {len(ids)} {', '.join(ids)}".rstrip() for what, ids in told.items())
