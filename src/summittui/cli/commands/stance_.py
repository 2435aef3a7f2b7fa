"""`summittui stance`: the side that a quote or a claim takes on an issue."""

import click
from click.shell_completion import CompletionItem
from msgspec.structs import replace

from summittui.cli.completing import ids_of
from summittui.cli.entering import choice, reading_options, record_named
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.model import Certainty, Level, Record, Stance, StanceValue
from summittui.session.editing import without_stance
from summittui.session.entry.parts import new_stance


def _completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a record or an issue; a side too, once a record and an issue stand before it."""
    sides = tuple(StanceValue) if len(ctx.params.get("words") or ()) > 1 else ()
    begun = [CompletionItem(side) for side in sides if side.startswith(incomplete)]
    return [*begun, *ids_of("quotes", "claims", "issues")(ctx, param, incomplete)]


@click.command(
    "stance",
    cls=StrictCommand,
    short_help="Set the side that a quote or claim takes on an issue.",
    epilog=examples(
        "stance vance-gold-standard tight-regulation mixed --certainty low",
        'stance vance-kill-industry "Tight regulation" --clear',
        "stance vance-kill-industry vance-gold-standard tight-regulation against --by anna",
    ),
    help="""Set the side that quotes or claims take on ISSUE, in place of the one they had there, in one edit.

    SIDE is for, against, mixed or unclear. With --by it is the reading of one coder, beside those of others; a stance
    without a coder settles what they read differently.

    Level and certainty stay as they were where they are not given; a new stance is interpretive, of medium certainty.
    """,
)
@click.argument("words", metavar="ID... ISSUE SIDE", nargs=-1, required=True, shell_complete=_completed)
@click.option(
    "--holder",
    metavar="NAME",
    shell_complete=ids_of("actors"),
    help="Whose side it is, where that is not the one who speaks.",
)
@click.option("--by", metavar="CODER", help="The coder whose reading it is.")
@click.option("--clear", is_flag=True, help="Take the stance away; then no side is given.")
@reading_options
@store_option
@json_option
def command(
    words: tuple[str, ...],
    *,
    holder: str | None,
    by: str | None,
    clear: bool,
    level: str | None,
    certainty: str | None,
) -> None:
    names, issue, side = _parts(words, clear=clear)
    with opened_session() as session:
        library, records = session.library, [record_named(session, each) for each in names]
        if side is None:
            whose = library.resolve(holder, ("actors",)) if holder else None
            on = library.resolve(issue, ("issues",))
            changes = {record.id: without_stance(record, on, whose, by) for record in records}
            session.edit(changes, f"take stance of {', '.join(changes)}"[:200])
            say(f"Took the stance of {', '.join(changes)} on {issue} away.")
        else:
            drafted = new_stance(library, issue, side, holder=holder, by=by)
            stances = {record.id: _stance(record, drafted, level, certainty) for record in records}
            session.set_stances(stances)
            for id_, stance in stances.items():
                say(f"{id_}: {stance.stance} on {stance.issue} ({stance.level}, certainty {stance.certainty}).")
        if form() is Form.JSON:
            after = [session.library.get(record.id) for record in records]
            write(to_json(after if after[1:] else after[0]))


def _parts(words: tuple[str, ...], *, clear: bool) -> tuple[tuple[str, ...], str, str | None]:
    """Return the names of records, the issue and the side, None where the stance is taken away."""
    if clear:
        if len(words) < 2:
            raise click.UsageError("name the record and the issue whose stance goes.")
        if words[2:] and words[-1] in set(StanceValue):
            raise click.UsageError("give either a side or --clear.")
        return words[:-1], words[-1], None
    if len(words) < 3:
        raise click.UsageError("name the record and the issue, then give either a side or --clear.")
    choice(StanceValue).convert(words[-1], None, click.get_current_context())
    return words[:-2], words[-2], words[-1]


def _stance(record: Record, stance: Stance, level: str | None, certainty: str | None) -> Stance:
    """Return a stance read as the options say, else as the one was read in whose place it comes."""
    before: tuple[Stance, ...] = getattr(record, "stances", ())
    for one in before:
        if (one.issue, one.holder, one.by) == (stance.issue, stance.holder, stance.by):
            note = one.note if one.stance is stance.stance else None
            stance = replace(stance, level=one.level, certainty=one.certainty, note=note)
    return replace(stance, level=Level(level or stance.level), certainty=Certainty(certainty or stance.certainty))
