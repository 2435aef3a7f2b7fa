"""`summittui search`: the records of all tables that a query keeps."""

import click
from msgspec.structs import replace

from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write, write_table
from summittui.cli.query_options import opened_query, query_options
from summittui.cli.querying import typed_query
from summittui.exchange import to_json
from summittui.exchange.search_hits import hits_table, plain_search
from summittui.library.answers.search import search
from summittui.queries.search import SearchQuery


class _Search(StrictCommand):
    """A command whose words may begin with a minus, as in `-source:daily`; only `-h` and `--…` are options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; a blank, which no query minds, keeps a word from being taken for an option."""
        words = (f" {each}" if each[:1] == "-" and each[:2] != "--" and each != "-h" else each for each in args)
        return super().parse_args(ctx, list(words))


@click.command(
    "search",
    cls=_Search,
    short_help="Find the records in which all WORDS occur.",
    epilog=examples("search safety", "search 'actor:vance kind:mixed \"gold standard\"' --json"),
    help='Find the records of all tables that a query keeps: WORDS, "phrases", and fields such as actor:vance.',
)
@click.argument("words", nargs=-1, required=True)
@query_options(SearchQuery, leave_out=["query"])
@store_option
@form_options
def command(words: tuple[str, ...], *, query: SearchQuery) -> None:
    with opened_query(replace(query, query=" ".join(words).strip())) as (library, asked):
        parsed = typed_query(library, asked.query)
        groups = search(library, parsed)
        if form() is Form.JSON:
            write(to_json(plain_search(library, parsed, groups)))
        else:
            write_table(hits_table(library, groups))
