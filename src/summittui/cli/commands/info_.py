"""`summittui info`: the store at a glance."""

import click

from summittui import __version__
from summittui.cli.examples import examples
from summittui.cli.options import Form, form, json_option, opened_session, store_option
from summittui.cli.output import write, write_lines
from summittui.exchange import to_json


@click.command("info", epilog=examples("info --json"))
@store_option
@json_option
def command() -> None:
    """Show where the store is and what it holds."""
    with opened_session() as session:
        info = session.info()
    if form() is Form.JSON:
        write(to_json(info))
        return
    collections = ", ".join(f"{id_} {version}" for id_, version in info.collections.items())
    lines = [f"store: {info.path}", f"size: {info.bytes:,} bytes, {info.edits} edits"]
    lines += [f"schema: {info.schema}, summittui {__version__}", f"collections: {collections or 'none'}"]
    lines += [f"{table}: {count}" for table, count in info.counts.items()]
    write_lines([*lines, f"attached: {', '.join(info.attached) or 'none'}"])
