"""`summittui merge`: one record of two."""

import click

from summittui.cli.completing import ANYTHING, ids_of
from summittui.cli.entering import followers, record_argument, record_named
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json


@click.command(
    "merge",
    cls=StrictCommand,
    short_help="Make one record of two.",
    epilog=examples("merge uk-government united-kingdom"),
    help="""Merge the record ID into the record INTO: what named the first names the second.

    INTO keeps what it has: its empty fields are filled, lists united, doubts and notes joined, and the name of ID
    becomes an alias where there are aliases. What is left out because both differ is said on stderr.
    """,
)
@record_argument
@click.argument("into", metavar="INTO", shell_complete=ids_of(*ANYTHING))
@store_option
@json_option
def command(words: str, into: str) -> None:
    with opened_session() as session:
        gone, kept = record_named(session, words).id, record_named(session, into).id
        merge = session.merge_records(gone, kept)
    if form() is Form.JSON:
        about = {"changed": merge.followers, "taken": merge.taken, "left_out": merge.conflicts}
        write(to_json({"id": kept, "merged": gone, **about}))
    else:
        write(f"{kept}\n")
    say(f"Merged {gone} into {kept}; {followers(merge.followers)}.")
    for told in merge.report:
        say(told)
