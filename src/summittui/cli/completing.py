"""Completions that a shell offers for a word being typed: the ids of records, read from the store that there is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from summittui.cli.options import store_location
from summittui.model import SEARCHED_TABLES, Claim, Quote, SummitError
from summittui.model.ids import is_slug
from summittui.model.text import clip, fold, safe

if TYPE_CHECKING:
    from summittui.library import Library

Items = list[CompletionItem]
Complete = Callable[[click.Context, click.Parameter, str], Items]

ANYTHING = tuple(table for table in SEARCHED_TABLES if table != "notes")
"""The tables whose records a user names."""

PARTIES = ("actors", "declarations")
"""The tables whose records can speak."""

TOLD = 60
"""The number of code points of a remark that are shown beside an id."""


def ids_of(*tables: str) -> Complete:
    """Return what completes an id of these tables."""
    return lambda ctx, _, incomplete: _items(ctx, incomplete, tables)


def variants_ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> Items:
    """Complete the id of a quote or of an utterance."""
    library = _library(ctx)
    utterances = library.utterances(incomplete) if library else ()
    found = [CompletionItem(id_, help="utterance") for id_ in utterances if is_slug(id_)]
    return [*found, *_items(ctx, incomplete, ("quotes",))]


def files(_: click.Context, __: click.Parameter, incomplete: str) -> Items:
    """Let the shell complete the name of a file."""
    return [CompletionItem(incomplete, type="file")]


def _items(ctx: click.Context, typed: str, tables: tuple[str, ...]) -> Items:
    """Return the ids that begin as typed; where none does, the one whose record alone has such a name."""
    library = _library(ctx)
    if library is None:
        return []
    found = [id_ for id_, _ in library.named_like(typed, tables) if is_slug(id_)]
    begun = [id_ for id_ in found if id_.startswith(fold(typed))]
    offered = begun or (found if len(found) == 1 else [])
    return [CompletionItem(id_, help=clip(safe(_told(library, id_)), TOLD)) for id_ in offered]


def _library(ctx: click.Context) -> "Library | None":
    """Return the library of the store that was named, or None where there is none to read; nothing is created."""
    from summittui.session import Session

    try:
        session = Session.open(store_location(ctx), read_only=True)
    except SummitError:
        return None
    session.close()
    return session.library


def _told(library: "Library", id_: str) -> str:
    """Return what a record is called; of a quote or a claim who speaks where, since its words need more room."""
    from summittui.present.attribution import speaker_of

    match library.get(id_):
        case Quote() as quote:
            return f"{speaker_of(library, quote)}, in {library.name(quote.source)}"
        case Claim() as claim:
            return f"{library.name(claim.author)}, in {library.name(claim.source)}"
    return library.name(id_)
