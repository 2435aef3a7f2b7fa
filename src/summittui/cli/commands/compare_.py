"""`summittui compare`: perspectives, declarations or sources side by side."""

from collections.abc import Sequence

import click
from msgspec.structs import replace

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.plain import plain_comparison
from summittui.exchange.views import plain_accounts, plain_acts, plain_aligned, plain_declarations
from summittui.library import Library
from summittui.library.answers.accounts import Accounts, accounts
from summittui.library.answers.acts import ActsComparison, compared_by
from summittui.library.answers.clauses import DeclarationComparison, compare_declarations
from summittui.library.answers.side_by_side import Comparison
from summittui.model import TABLE_OF
from summittui.present.accounts import accounts_lines, accounts_table
from summittui.present.acts import acts_lines, acts_table
from summittui.present.aligned import aligned_lines, aligned_table
from summittui.present.comparison import comparison_lines
from summittui.present.declarations import declarations_lines, declarations_table
from summittui.present.tables import comparison_table
from summittui.queries.comparison import AccountsQuery, Alignment, ComparisonQuery, DeclarationsQuery, whole_query

Compared = Accounts | ActsComparison | Comparison | DeclarationComparison


@click.command(
    "compare",
    cls=StrictCommand,
    short_help="Put actors, camps, declarations or sources side by side.",
    epilog=examples(
        "compare united-states china",
        "compare united-states china --issue tight-regulation",
        "compare united-states china european-union --by declaration",
        "compare stdaily nigeriapulse --markdown",
    ),
    help="""Put perspectives side by side: actors, camps, declarations, sources.

    Issue by issue, or by date or by source: their words, their deeds, what others say about them. By declaration: who
    signed, who declined, and of whom nothing is known, which is no refusal; blocs stand beside their members.
    Declarations alone are compared clause by clause and act by act, two sources as two accounts of one event.
    """,
)
@query_options(ComparisonQuery, leave_out=["by"])
@click.option(
    "--by",
    type=click.Choice([str(each) for each in Alignment]),
    help="Make these the rows, also of declarations (their words) and sources (their authors).",
)
@click.option("--unfolded", "all_unfolded", is_flag=True, help="Leave out those who speak for an actor.")
@store_option
@form_options
def command(*, query: ComparisonQuery, by: str | None, all_unfolded: bool) -> None:
    if all_unfolded:
        query = replace(query, unfolded=query.sides)
    if by is not None:
        query = replace(query, by=Alignment(by))
    with opened_query(query) as (library, asked):
        write_compared(library, _compared(library, asked, by), collapsed=asked.collapsed)


def _compared(library: Library, query: ComparisonQuery, by: str | None) -> Compared:
    """Return what a query asks for: whole records where `by` says nothing and they are of one kind, else perspectives.

    Raises:
        UsageError: An option chooses among what is not compared so.
    """
    whole = _whole(library, query.sides, query.scope) if by is None else None
    if whole is not None:
        _require_no_choice("by issue; add --by issue, date or source", query, but=())
        return whole
    compared: Comparison | ActsComparison
    if query.by is Alignment.DECLARATION:
        allowed = ("--unfold", "--merge", "--differences", "--collapsed")
        _require_no_choice("by issue, date or source", query, but=allowed)
    compared = compared_by(library, query)
    return compared.differing if query.differences_only else compared


def write_compared(library: Library, compared: Compared, *, collapsed: bool = False) -> None:
    """Write a comparison of any kind in the form that was asked for; collapsed, its text has no evidence."""
    match compared:
        case Comparison() if compared.by is not Alignment.ISSUE:
            write_view(
                lines=lambda: aligned_lines(library, compared, collapsed=collapsed),
                plain=lambda: plain_aligned(library, compared),
                table=lambda: aligned_table(library, compared),
            )
        case ActsComparison():
            write_view(
                lines=lambda: acts_lines(library, compared, collapsed=collapsed),
                plain=lambda: plain_acts(compared),
                table=lambda: acts_table(library, compared),
            )
        case Accounts():
            write_view(
                lines=lambda: accounts_lines(library, compared),
                plain=lambda: plain_accounts(compared),
                table=lambda: accounts_table(library, compared),
            )
        case DeclarationComparison():
            write_view(
                lines=lambda: declarations_lines(library, compared),
                plain=lambda: plain_declarations(library, compared),
                table=lambda: declarations_table(library, compared),
            )
        case Comparison():
            write_view(
                lines=lambda: comparison_lines(library, compared, collapsed=collapsed),
                plain=lambda: plain_comparison(library, compared),
                table=lambda: comparison_table(library, compared),
            )


def _whole(library: Library, ids: Sequence[str], scope: str) -> Accounts | DeclarationComparison | None:
    """Return whole records side by side: two sources, or declarations alone; None where they are others."""
    match whole_query([TABLE_OF[type(library.get(id_))] for id_ in ids], ids, scope):
        case AccountsQuery() as query:
            return accounts(library, query)
        case DeclarationsQuery() as query:
            return compare_declarations(library, query)
    return None


def _require_no_choice(kind: str, query: ComparisonQuery, *, but: Sequence[str]) -> None:
    """Refuse the options of a query, but for some, since they belong to a comparison of another kind."""
    asked = replace(query, scope="").arguments
    options = [each.partition("=")[0] for each in asked[1 : asked.index("--")]]
    named = next((each for each in options if each not in {"--by", *but}), None)
    if named == "--unfold" and query.unfolded == query.sides:
        named = "--unfolded"
    if named:
        raise click.UsageError(f"{named} belongs to a comparison {kind}.")
