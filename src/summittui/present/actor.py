"""An actor as text: roles, positions by issue, acts, words."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.model import Actor
from summittui.present.attribution import wording
from summittui.present.comparison import evidence_lines
from summittui.present.position import SILENCE, standing
from summittui.present.spans import act_places, places
from summittui.present.tables import when


def actor_lines(library: Library, actor: Actor) -> Iterator[str]:
    """Yield the lines that show one actor."""
    yield actor.name
    yield f"id: {actor.id}"
    yield f"kind: {actor.kind}"
    yield from _relations(library, actor)
    for role in actor.roles:
        yield f"role: {role.title} — as stated by {places(library, (role.at,))}"
    for deed in library.deeds_of.get(actor.id, ()):
        doubt = f" — doubtful: {deed.act.doubt}" if deed.act.doubt else ""
        as_of = f", as of {deed.act.as_of}" if deed.act.as_of else ""
        where = act_places(library, deed.act)
        yield f"act: {deed.act.act} {deed.declaration.label}{as_of} — as stated by {where}{doubt}"
    yield from _positions(library, actor)
    quotes = library.quotes_by_speaker.get(actor.id, ())
    yield f"quotes: {len(quotes)}"
    for quote in quotes:
        via = f", via {library.name(quote.via)}" if quote.via else ""
        doubt = f" — doubtful: {quote.doubt}" if quote.doubt else ""
        where = f"{library.name(quote.source)}{via}, {when(library, quote)}"
        yield f"  {wording(quote)} — {quote.kind}; {where}{doubt} [{quote.id}]"


def _relations(library: Library, actor: Actor) -> Iterator[str]:
    named = {"affiliation": actor.affiliation, "speaks for": actor.speaks_for}
    if actor.aliases:
        yield f"also called: {', '.join(actor.aliases)}"
    yield from (f"{label}: {library.name(id_)}" for label, id_ in named.items() if id_)
    if actor.related:
        yield f"kept apart from: {', '.join(map(library.name, actor.related))}"
    if actor.members:
        yield f"known members: {', '.join(map(library.name, actor.members))}"
    if actor.note:
        yield f"note: {actor.note}"


def _positions(library: Library, actor: Actor) -> Iterator[str]:
    column = perspective(library, actor.id)
    speakers = ", ".join(map(library.name, column.speakers))
    yield f"positions{f', with those who speak for it ({speakers})' if speakers else ''}:"
    found = positions(library, column)
    for id_, issue in library.issues.items():
        if id_ in found:
            yield f"  {issue.label}: {standing(library, found[id_])}"
            yield from evidence_lines(library, found[id_], "    ")
        else:
            yield f"  {issue.label}: {SILENCE}"
