"""`summittui list`: the records of one table."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args, get_type_hints

import click
from msgspec.structs import replace

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write, write_csv, write_table
from summittui.cli.query_options import opened_query, query_options
from summittui.cli.querying import typed_query
from summittui.exchange import records_to_csv, records_to_json
from summittui.library import Library
from summittui.model import TABLE_OF, InputError, Record
from summittui.model import TABLES as TABLE_TYPES
from summittui.model.text import fold, safe
from summittui.present.tables import records_table
from summittui.queries.language import Field, Query
from summittui.queries.language.applicability import refuse_inapplicable_fields
from summittui.queries.listing import ListQuery
from summittui.queries.orders import ORDERS, Order

TABLES = (
    "actors",
    "quotes",
    "declarations",
    "issues",
    "sources",
    "claims",
    "disagreements",
    "agreements",
    "checks",
    "events",
    "camps",
)


@click.command(
    "list",
    cls=StrictCommand,
    epilog=examples(
        "list actors",
        'list quotes --actor "JD Vance" --kind mixed',
        "list quotes --query 'issue:tight-regulation stance:against -source:nigeriapulse' --csv",
    ),
    help="""List the records of a TABLE.

    TABLE is one of actors, quotes, declarations, issues, sources, claims, disagreements, agreements, checks, events,
    camps.
    """,
)
@click.argument("table", metavar="TABLE", type=click.Choice(TABLES))
@click.option(
    "--query", "-q", "text", metavar="QUERY", help="Only what this query keeps, such as 'issue:rules -by:ada'."
)
@click.option(
    "--actor",
    shell_complete=ids_of("actors", "declarations"),
    help="Short for actor: in the query, an actor or one who speaks for it.",
)
@click.option(
    "--issue", shell_complete=ids_of("issues"), help="Short for issue: in the query, with a stance on this issue."
)
@click.option("--source", shell_complete=ids_of("sources"), help="Short for source: in the query, in this source.")
@click.option("--kind", help="Short for kind: in the query, of this kind.")
@click.option("--starred", is_flag=True, help="Short for is:starred in the query, only what has your star.")
@click.option("--sort", metavar="FIELD", help="Sort by this field of the records; records without it come last.")
@click.option(
    "--order",
    type=click.Choice(sorted({*(name or "itself" for each in ORDERS.values() for name in each)})),
    help="Sort as Browse does.",
)
@click.option("--reverse", is_flag=True, help="Turn the order round.")
@query_options(ListQuery, leave_out=["query", "order"])
@store_option
@form_options
def command(
    *,
    query: ListQuery,
    text: str | None,
    starred: bool,
    sort: str | None,
    order: str | None,
    reverse: bool,
    **fields: str | None,
) -> None:
    if order is not None and sort is not None:
        raise click.UsageError("--sort and --order cannot stand beside each other; choose one.")
    with opened_query(query) as (library, asked):
        table = asked.table
        short = _short_for({**fields, "is": "starred" if starred else None})
        for part in (Query((part,)) for part in short.parts):
            library.check_query(part)
            refuse_inapplicable_fields(part, table)
        typed = typed_query(library, text or "", table).joined(short)
        chosen = Order() if order is None else _order(table, order, reverse=reverse)
        lead = _belonging(library, table, asked.lead)
        found = library.select(replace(asked.unlimited, lead=lead, query=typed, order=chosen))
        if order is not None:
            _write(library, table, found)
            return
        records = found if sort is None else _sorted(found, table, sort)
        _write(library, table, records[::-1] if reverse else records)


def _belonging(library: Library, table: str, lead: str | None) -> str | None:
    """Return the record to which all others must belong; None for one of the table itself, which stays whole."""
    return None if lead is None or TABLE_OF[type(library.get(lead))] == table else lead


def _order(table: str, name: str, *, reverse: bool) -> Order:
    """Return an order of Browse.

    Raises:
        InputError: The table has no such order.
    """
    known = {each or "itself": each for each in ORDERS.get(table, {})}
    if name not in known:
        choices = f"choose among {', '.join(known)}" if known else "Browse has no list of them; leave --order out"
        raise InputError(f"{table} have no order {name!r}; {choices}")
    return Order(known[name], reverse)


def _short_for(fields: Mapping[str, str | None]) -> Query:
    """Return the query for which options stand."""
    given = ((name, " ".join(value.split())) for name, value in fields.items() if value is not None)
    return Query(tuple(Field(name, value) for name, value in given if value))


def _sorted(records: Sequence[Record], table: str, field: str) -> tuple[Record, ...]:
    """Return records in the order of one of their fields, those without it last.

    Raises:
        InputError: The records of the table have no such field that could be sorted by.
    """
    sortable = [name for name, hint in get_type_hints(TABLE_TYPES[table]).items() if _is_plain(hint)]
    if field not in sortable:
        raise InputError(f"{table} cannot be sorted by {safe(field)!r}; choose among {', '.join(sortable)}")
    given = [record for record in records if getattr(record, field) is not None]
    without = [record for record in records if getattr(record, field) is None]
    return (*sorted(given, key=lambda record: _key(getattr(record, field))), *without)


def _is_plain(hint: Any) -> bool:
    """Tell whether values of a type can be put in an order: texts, numbers, and whether something holds."""
    kinds = [getattr(kind, "__supertype__", kind) for kind in get_args(hint) or (hint,) if kind is not type(None)]
    return all(isinstance(kind, type) and issubclass(kind, str | int) for kind in kinds)


def _key(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def _write(library: Library, table: str, records: Sequence[Record]) -> None:
    match form():
        case Form.JSON:
            write(records_to_json(records))
        case Form.CSV:
            write_csv(records_to_csv(library, table, records))
        case _:
            write_table(records_table(library, table, records))
