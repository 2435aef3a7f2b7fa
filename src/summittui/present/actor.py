"""The wording of an actor: its roles and relations, its deeds, its positions and its words."""

from collections.abc import Callable, Iterator
from functools import partial

from summittui.library import Library
from summittui.library.answers.perspective import Perspective, perspective
from summittui.library.answers.positions import Positions, positions
from summittui.library.answers.uncoded import uncoded
from summittui.library.dating import act_date_label
from summittui.model import Actor, Quote, Role
from summittui.model.deed import Deed
from summittui.model.text import counted
from summittui.present.attribution import doubt_words, said_and_published, via_name, via_words, wording
from summittui.present.columns import uncoded_words
from summittui.present.declaration import act_line, certainty_words
from summittui.present.evidence import evidence_lines
from summittui.present.line import LazyLines, Line, labelled
from summittui.present.passages import passage_label, passage_labels, stated_by
from summittui.present.position import SILENCE, position_paragraph, position_words
from summittui.present.signs import ACTS


def actor_paragraphs(library: Library, actor: Actor) -> LazyLines:
    """Return an actor with roles, deeds and positions; a position is computed when its line is asked for."""
    own = perspective(library, actor.id)
    found = positions(library, own)
    lines: list[Line | Callable[[], Line]] = [
        Line((actor.name, "title"), (f"  {actor.kind}", "apparatus")),
        *_identity(library, actor),
    ]
    if own.speakers:
        lines.append(labelled("Those who speak for it", ", ".join(map(library.name, own.speakers))))
    deeds = [_deed(library, deed) for deed in library.deeds_of(actor.id)]
    lines += [Line(), Line(("Deeds", "heading"))]
    lines += deeds or [Line(("  no deed found; that is not a refusal", "silent"))]
    lines += [Line(), partial(_positions_heading, library, own, found.n)]
    lines += [partial(_position, library, found, issue) for issue in found] or [Line((f"  {SILENCE}", "silent"))]
    if actor.note:
        lines += [Line(), labelled("Note", (actor.note, "apparatus"))]
    return LazyLines(lines)


def _positions_heading(library: Library, own: Perspective, pieces: int) -> Line:
    told = (f"  computed from {counted(pieces, 'piece')} of evidence", "apparatus")
    not_coded = uncoded(library, own)
    apart = (f"; {uncoded_words(not_coded)}" if not_coded else "", "apparatus")
    return Line(("Positions", "heading"), told, apart)


def _position(library: Library, found: Positions, issue: str) -> Line:
    label = (f"{library.issue(found[issue].issue).label}: ", "heading")
    return Line("  ", label, position_paragraph(library, found[issue]))


def _identity(library: Library, actor: Actor) -> list[Line]:
    lines = [labelled("Also", ", ".join(actor.aliases))] if actor.aliases else []
    lines += [_role(library, role) for role in actor.roles]
    named = {"Belongs to": actor.affiliation, "Speaks for": actor.speaks_for}
    lines += [labelled(label, library.name(id_)) for label, id_ in named.items() if id_]
    if actor.related:
        lines.append(labelled("Kept apart from", ", ".join(map(library.name, actor.related))))
    if actor.members:
        lines.append(labelled("Known members", ", ".join(map(library.name, actor.members))))
    return lines


def _role(library: Library, role: Role) -> Line:
    return labelled("Role", role.title, (f" · {passage_label(library, role.at.source, role.at)}", "source"))


def _deed(library: Library, deed: Deed) -> Line:
    act, sign = deed.act, ACTS[deed.act.act]
    return Line(
        (f"  {sign.full} ", sign.role),
        f"{deed.declaration.title}{act_date_label(act)}{certainty_words(act.certainty)}",
        (f" · {passage_labels(library, act.evidence, act.sources)}", "source"),
        (doubt_words(act.doubt, " · "), "doubt"),
    )


def actor_lines(library: Library, actor: Actor) -> Iterator[Line]:
    """Yield an actor as labelled lines: roles, acts, positions by issue with their evidence, quotes."""
    yield Line((actor.name, "title"))
    yield labelled("id", actor.id)
    yield labelled("kind", actor.kind)
    yield from _relations(library, actor)
    for role in actor.roles:
        yield labelled("role", role.title, (f" — as stated by {stated_by(library, (role.at,))}", "source"))
    for deed in library.deeds_of(actor.id):
        yield labelled("act", act_line(library, deed.act, deed.declaration.label))
    yield from _positions(library, actor)
    quotes = library.quotes_by(actor.id)
    yield labelled("quotes", (str(len(quotes)), "count"))
    yield from (_quote(library, quote) for quote in quotes)


def _quote(library: Library, quote: Quote) -> Line:
    via = via_words(via_name(library, quote))
    where = f"{library.name(quote.source)}{via}, {said_and_published(library, quote)}"
    told = (f" — {quote.kind}; {where}", "source")
    return Line("  ", (wording(quote), "words"), told, (doubt_words(quote.doubt), "doubt"), f" [{quote.id}]")


def _relations(library: Library, actor: Actor) -> Iterator[Line]:
    named = {"affiliation": actor.affiliation, "speaks for": actor.speaks_for}
    if actor.aliases:
        yield labelled("also called", ", ".join(actor.aliases))
    yield from (labelled(label, library.name(id_)) for label, id_ in named.items() if id_)
    if actor.related:
        yield labelled("kept apart from", ", ".join(map(library.name, actor.related)))
    if actor.members:
        yield labelled("known members", ", ".join(map(library.name, actor.members)))
    if actor.note:
        yield labelled("note", actor.note)


def _positions(library: Library, actor: Actor) -> Iterator[Line]:
    column = perspective(library, actor.id)
    speakers = ", ".join(map(library.name, column.speakers))
    yield Line((f"positions{f', with those who speak for it ({speakers})' if speakers else ''}:", "apparatus"))
    if not_coded := uncoded(library, column):
        yield labelled("  not coded, so in none of them", uncoded_words(not_coded))
    found = positions(library, column)
    for issue in library.issues():
        id_ = issue.id
        label = (f"  {issue.label}: ", "heading")
        yield Line(label, position_words(library, found[id_]) if id_ in found else (SILENCE, "silent"))
        if id_ in found:
            yield from evidence_lines(library, found[id_], "    ")
