"""`summittui stance`: the side that a quote or a claim takes on an issue."""

import click
from msgspec.structs import replace

from summittui.cli.completing import ids_of
from summittui.cli.entering import choice, named, reading, reading_options
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import Form, form, json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.model import Record, Stance, StanceValue
from summittui.session.drafts import draft_stance
from summittui.session.editing import without_stance


@click.command(
    "stance",
    cls=StrictCommand,
    short_help="Set the side that a quote or claim takes on an issue.",
    epilog=examples(
        "stance vance-gold-standard tight-regulation mixed --certainty low",
        'stance vance-kill-industry "Tight regulation" --clear',
    ),
    help="""Set the side that the quote or claim ID takes on ISSUE, in place of the one it had there.

    Level and certainty stay as they were where they are not given; a new stance is interpretive, of medium certainty.
    """,
)
@click.argument("words", metavar="ID", shell_complete=ids_of("quotes", "claims"))
@click.argument("issue", metavar="ISSUE", shell_complete=ids_of("issues"))
@click.argument("side", type=choice(StanceValue), required=False)
@click.option(
    "--holder",
    metavar="NAME",
    shell_complete=ids_of("actors"),
    help="Whose side it is, where that is not the one who speaks.",
)
@click.option("--clear", is_flag=True, help="Take the stance away.")
@reading_options
@store_option
@json_option
def command(
    words: str,
    issue: str,
    side: str | None,
    *,
    holder: str | None,
    clear: bool,
    level: str | None,
    certainty: str | None,
) -> None:
    if (side is None) is not clear:
        raise click.UsageError("give either a side or --clear.")
    with opened_session() as session:
        library, record = session.library, named(session, words)
        if side is None:
            whose = library.resolve(holder, ("actors",)) if holder else None
            session.change(without_stance(record, library.resolve(issue, ("issues",)), whose))
            say(f"Took the stance of {record.id} on {issue} away.")
        else:
            stance = _stance(record, draft_stance(library, issue, side, holder=holder), level, certainty)
            session.set_stance(record.id, stance)
            say(f"{record.id}: {stance.stance} on {stance.issue} ({stance.level}, certainty {stance.certainty}).")
        if form() is Form.JSON:
            write(to_json(session.library.get(record.id)))


def _stance(record: Record, stance: Stance, level: str | None, certainty: str | None) -> Stance:
    """Return a stance read as the options say, else as the one was read in whose place it comes."""
    before: tuple[Stance, ...] = getattr(record, "stances", ())
    for one in before:
        if (one.issue, one.holder) == (stance.issue, stance.holder):
            note = one.note if one.stance is stance.stance else None
            stance = replace(stance, level=one.level, certainty=one.certainty, note=note)
    return replace(stance, **reading(level, certainty))
