"""`summittui rename`: another id for a record."""

import click

from summittui.cli.entering import followers, record_argument, record_named
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.library.answers.notices import entry_notices


@click.command(
    "rename",
    cls=StrictCommand,
    short_help="Give a record another id; everything that names it follows.",
    epilog=examples("rename un-general-assembly unga"),
    help="""Give the record ID the id NEW; everything that names it follows.

    What it is called on screen is its name, title or label: see `edit`.
    """,
)
@record_argument
@click.argument("new", metavar="NEW")
@store_option
@json_option
def command(words: str, new: str) -> None:
    with opened_session() as session:
        before = record_named(session, words)
        old = before.id
        changed = session.rename(old, new)
        notices = entry_notices(session.library, session.library.get(new), before)
    write(to_json({"id": new, "renamed": old, "changed": changed}) if form() is Form.JSON else f"{new}\n")
    say(f"Renamed {old} to {new}; {followers(changed)}.")
    for notice in notices:
        say(notice)
