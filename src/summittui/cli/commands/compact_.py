"""`summittui compact`: the journals, folded into the next snapshot."""

from pathlib import Path

import click

from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write, write_lines
from summittui.exchange import to_json
from summittui.model.text import counted


@click.command(
    "compact",
    cls=StrictCommand,
    short_help="Fold the journals into the store's file; the history stays.",
    epilog=examples("compact"),
    help="Fold the journals into the store's file, which plain TinyDB can then open; the history stays.",
)
@store_option
@json_option
def command() -> None:
    with opened_session() as session:
        compacted, info = session.compact(), session.info()
    if form() is Form.JSON:
        write(to_json({"compacted": compacted, "info": info}))
        return
    if not isinstance(info.path, Path):
        write_lines([f"{info.path} is in a database, which keeps its files small by itself; nothing was done."])
        return
    what = "holds every edit now" if compacted else "held every edit already"
    write_lines([f"{info.path} {what} ({info.bytes:,} bytes, {counted(info.edits, 'edit')})."])
