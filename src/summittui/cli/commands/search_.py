"""`summittui search`: the records in which some words occur."""

import click

from summittui.cli.examples import examples
from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import write_table
from summittui.exchange import Table
from summittui.library import Hit, Library, search
from summittui.library.citation import speaker_name, where, wording
from summittui.model import Claim, Quote


@click.command(
    "search",
    short_help="Find the records in which all WORDS occur.",
    epilog=examples("search safety", "search gold standard --json"),
)
@click.argument("words", nargs=-1, required=True)
@store_option
@form_options
def command(words: tuple[str, ...]) -> None:
    """Find the records in which all WORDS occur, case and accents apart."""
    with opened_session() as session:
        hits = search(session.library, " ".join(words))
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
