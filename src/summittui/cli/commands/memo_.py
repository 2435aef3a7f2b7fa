"""`summittui memo`: the user's own words on a record."""

import click

from summittui.cli.entering import record_argument, record_named
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import say


@click.command(
    "memo",
    cls=StrictCommand,
    short_help="Write a memo on a record; the record stays as it is.",
    epilog=examples('memo vance-gold-standard "compare with the transcript"', "memo vance-gold-standard --clear"),
    help="Write the memo TEXT on the record ID, in place of the one it had; the record itself stays as it is.",
)
@record_argument
@click.argument("text", required=False)
@click.option("--clear", is_flag=True, help="Take the memo away.")
@store_option
def command(words: str, text: str | None, *, clear: bool) -> None:
    if (text is not None and bool(text.strip())) is clear:
        raise click.UsageError("give either a text or --clear.")
    with opened_session() as session:
        id_ = record_named(session, words).id
        session.set_note(id_, memo=text or "")
    say(f"Took the memo on {id_} away." if clear else f"Wrote the memo on {id_}.")
