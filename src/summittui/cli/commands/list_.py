"""`summittui list`: the records of one table."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.options import Form, form, form_options, opened_session, store_option
from summittui.cli.output import write, write_csv, write_table
from summittui.exchange import records_table, records_to_csv, records_to_json
from summittui.library import Among, Filter, FromSource, Library, OfKind, OnIssue, Selection, perspective
from summittui.model import Quote, QuoteKind, Record, SourceId

TABLES = (
    "actors",
    "quotes",
    "declarations",
    "issues",
    "sources",
    "claims",
    "disagreements",
    "agreements",
    "events",
    "camps",
)


@click.command(
    "list",
    epilog=examples(
        "list actors", 'list quotes --actor "JD Vance" --kind mixed', "list quotes --issue tight-regulation --csv"
    ),
)
@click.argument("table", metavar="TABLE", type=click.Choice(TABLES))
@click.option(
    "--actor",
    shell_complete=ids_of("actors", "declarations"),
    help="Quotes only: by this actor or one who speaks for it.",
)
@click.option("--issue", shell_complete=ids_of("issues"), help="Quotes only: with a stance on this issue.")
@click.option("--source", shell_complete=ids_of("sources"), help="Quotes only: in this source.")
@click.option("--kind", type=click.Choice([kind.value for kind in QuoteKind]), help="Quotes only: of this kind.")
@click.option("--starred", is_flag=True, help="Only what has your star.")
@store_option
@form_options
def command(
    table: str, actor: str | None, issue: str | None, source: str | None, kind: str | None, *, starred: bool
) -> None:
    """List the records of a TABLE.

    TABLE is one of actors, quotes, declarations, issues, sources, claims, disagreements, agreements, events, camps.
    """
    wanted = {"actor": actor, "issue": issue, "source": source, "kind": kind}
    named = next((name for name, value in wanted.items() if value is not None), None)
    if table != "quotes" and named:
        raise click.UsageError(f"--{named} chooses among quotes; leave it out or list quotes.")
    with opened_session() as session:
        library = session.library
        filters = (*_filters(library, issue, source, kind), *([_starred(library)] if starred else ()))
        selection: Selection[Record] = Selection(library, table, filters)
        records = selection.records if actor is None else _by_actor(library, actor, selection.records)
        _write(library, table, records)


def _write(library: Library, table: str, records: tuple[Record, ...]) -> None:
    match form():
        case Form.JSON:
            write(records_to_json(records))
        case Form.CSV:
            write_csv(records_to_csv(library, table, records))
        case _:
            write_table(records_table(library, table, records))


def _filters(library: Library, issue: str | None, source: str | None, kind: str | None) -> tuple[Filter, ...]:
    chosen: list[Filter] = []
    if issue is not None:
        chosen.append(OnIssue(library.resolve(issue, ("issues",))))
    if source is not None:
        chosen.append(FromSource(SourceId(library.resolve(source, ("sources",)))))
    if kind is not None:
        chosen.append(OfKind(kind))
    return tuple(chosen)


def _starred(library: Library) -> Filter:
    ids = frozenset(id_ for id_, note in library.note_on.items() if note.starred)
    return Among(ids, "starred")


def _by_actor(library: Library, words: str, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return the quotes whose speaker is the actor or speaks for it; quotes about it are not its own."""
    members = perspective(library, library.resolve(words, ("actors", "declarations"))).members
    return tuple(record for record in records if isinstance(record, Quote) and record.speaker in members)
