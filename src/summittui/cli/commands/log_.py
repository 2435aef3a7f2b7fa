"""`summittui log`: who changed what, when, before and after."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from summittui.cli.completing import ANYTHING, ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write_json_or_lines
from summittui.exchange import to_json
from summittui.model.text import clip

if TYPE_CHECKING:
    from summittui.store.reports import LogEntry

SHOWN = 200
"""The number of code points of a value that a reader is shown."""


@click.command(
    "log",
    cls=StrictCommand,
    short_help="Show who changed what, the newest first.",
    epilog=examples("log jd-vance", "log --last 5"),
    help="Show who changed what, the newest first: of the record or attached text with this ID, else of all.",
)
@click.argument("id_", metavar="[ID]", required=False, shell_complete=ids_of(*ANYTHING))
@click.option("--last", type=click.IntRange(min=1), default=20, show_default=True, help="How many changes to show.")
@click.option("--all", "everything", is_flag=True, help="Show every change, the seeding included.")
@store_option
@json_option
def command(id_: str | None, last: int, *, everything: bool) -> None:
    with opened_session() as session:
        entries = session.log(id_, last=None if everything else last)
    write_json_or_lines(entries, (line for entry in entries for line in _lines(entry)))


def _lines(entry: "LogEntry") -> Iterator[str]:
    yield f"{entry.number}. {entry.when}, {entry.who}: {entry.label}; {entry.id} in {entry.table}"
    before, after = entry.before or {}, entry.after or {}
    for field in [*before, *(field for field in after if field not in before)]:
        if before.get(field) != after.get(field):
            yield f"    {field}: {_change(entry, field)}"


def _change(entry: "LogEntry", field: str) -> str:
    """Return a field before and after; of a record that was added or deleted, its value alone."""
    if entry.before is None or entry.after is None:
        return _value(entry.after or entry.before or {}, field)
    return f"{_value(entry.before, field)} → {_value(entry.after, field)}"


def _value(plain: Mapping[str, Any], field: str) -> str:
    if field not in plain:
        return "nothing"
    value = plain[field]
    return clip(value if isinstance(value, str) else to_json(value).strip(), SHOWN)
