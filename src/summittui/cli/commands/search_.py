"""`summittui search`: the records of all tables that a query keeps."""

import click

from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import write_table
from summittui.cli.querying import typed_query
from summittui.exchange import Table
from summittui.library import Hit, Library, search
from summittui.library.citation import speaker_name, where, wording
from summittui.model import Claim, Quote


class _Search(click.Command):
    """A command whose words may begin with a minus, as in `-source:daily`; only `-h` and `--…` are options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; a blank, which no query minds, keeps a word from being taken for an option."""
        words = (f" {each}" if each[:1] == "-" and each[:2] != "--" and each != "-h" else each for each in args)
        return super().parse_args(ctx, list(words))


@click.command("search", cls=_Search)
@click.argument("words", nargs=-1, required=True)
@store_option
@form_options
def command(words: tuple[str, ...]) -> None:
    """Find the records of all tables that a query keeps: WORDS, "phrases", and fields such as actor:vance."""
    with opened_session() as session:
        query = typed_query(session.library, " ".join(words))
        hits = [hit for group in search(session.library, query) for hit in group.hits]
        rows = tuple((hit.table, hit.id, _label(session.library, hit), hit.excerpt) for hit in hits)
        write_table(Table(("table", "id", "label", "excerpt"), rows))


def _label(library: Library, hit: Hit) -> str:
    """Return what to call a hit; words are never shown without who, source and date."""
    match library.get(hit.id):
        case Quote() as quote:
            doubt = f" — doubtful: {quote.doubt}" if quote.doubt else ""
            return f"{wording(quote)} — {speaker_name(library, quote)}; {where(library, quote)}{doubt}"
        case Claim() as claim:
            source = library.source(claim.source)
            who, date = library.name(claim.author), source.published or "at no known date"
            return f"{claim.gist} — {who}; {source.outlet} ({source.id}), published {date}"
    return hit.label
