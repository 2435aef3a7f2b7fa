"""Actors as rows under headings, and what their detail says."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import Position, Positions, positions
from summittui.model import Actor, ActorKind
from summittui.present.signs import ACTS, DOUBTFUL, brief
from summittui.ui.render.line import line, sides
from summittui.ui.render.note import star
from summittui.ui.render.paragraphs import MadeParagraphs
from summittui.ui.render.position import position_words
from summittui.ui.render.quote import passage_place, places

HEADINGS: dict[ActorKind, str] = {
    ActorKind.STATE: "States",
    ActorKind.BLOC: "Blocs",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.GOVERNMENT: "Governments",
    ActorKind.PERSON: "People",
    ActorKind.COMPANY: "Companies",
    ActorKind.COLLECTIVE: "Collectives",
    ActorKind.OUTLET: "Outlets",
    ActorKind.AUTHOR: "Authors",
}
"""The heading of each kind of actor, in the order of the list."""


def quotes_by(library: Library, actor: str) -> int:
    """Return how many quotes an actor and those who speak for it have."""
    members = perspective(library, actor).members
    return sum(len(library.quotes_by_speaker.get(member, ())) for member in members)


def actor_line(
    library: Library, actor: Actor, width: int, *, depth: int = 0, parts: frozenset[str] = frozenset({"deeds"})
) -> Text:
    """Return an actor as one line: its name, its number of quotes and, as asked for, `deeds`, `kind` and `roles`."""
    kind = f"  {actor.kind}" if "kind" in parts else ""
    roles = "  " + "; ".join(role.title for role in actor.roles) if "roles" in parts else ""
    left = line("  " * depth, actor.name).append_text(star(library, actor.id))
    left.append_text(line((kind + roles, "apparatus")))
    n = quotes_by(library, actor.id)
    deeds = _deed_signs(library, actor) if "deeds" in parts else Text()
    right = Text.assemble(deeds, line((f"  n {n:>2}", "count" if n else "silent")))
    return sides(left, right, width)


def _deed_signs(library: Library, actor: Actor) -> Text:
    """Return the deeds as signs with numbers; those that stay a source's claim in brackets."""
    deeds = library.deeds_of.get(actor.id, ())
    firm = Counter(ACTS[deed.act.act].brief for deed in deeds if not deed.act.doubt)
    doubtful = sum(bool(deed.act.doubt) for deed in deeds)
    tokens = {sign.brief: sign.token for sign in ACTS.values()}
    gap = brief("", " ")
    pieces = [(f"{glyph}{gap}{number} ", tokens[glyph]) for glyph, number in firm.items()]
    return line(*pieces, (f"({doubtful})" if doubtful else "", "doubt"))


def actor_detail(library: Library, actor: Actor) -> MadeParagraphs:
    """Return an actor with roles, positions and acts."""
    lines: list[Text | Callable[[], Text]] = [
        line((actor.name, "title"), (f"  {actor.kind}", "apparatus")),
        *_identity(library, actor),
    ]
    own = perspective(library, actor.id)
    if own.speakers:
        names = ", ".join(library.name(speaker) for speaker in own.speakers)
        lines.append(line(("Those who speak for it: ", "apparatus"), names))
    lines += [Text(), line(("Deeds", "heading")), *_deeds(library, actor)]
    found = positions(library, own)
    told = f"  computed from {found.n} pieces of evidence"
    lines += [Text(), line(("Positions", "heading"), (told, "apparatus"))]
    lines += [partial(_position_on, library, found, issue) for issue in found] or [
        line(("  no statement found", "silent"))
    ]
    if actor.note:
        lines += [Text(), line(("Note: ", "apparatus"), (actor.note, "apparatus"))]
    return MadeParagraphs(lines)


def _position_on(library: Library, found: Positions, issue: str) -> Text:
    return position_line(library, found[issue])


def _identity(library: Library, actor: Actor) -> list[Text]:
    lines = []
    if actor.aliases:
        lines.append(line(("Also: ", "apparatus"), ", ".join(actor.aliases)))
    for role in actor.roles:
        where = passage_place(library, role.at.source, role.at)
        lines.append(line(("Role: ", "apparatus"), role.title, (f" · {where}", "source")))
    for label, id_ in (("Belongs to", actor.affiliation), ("Speaks for", actor.speaks_for)):
        if id_:
            lines.append(line((f"{label}: ", "apparatus"), library.name(id_)))
    if actor.related:
        names = ", ".join(library.name(id_) for id_ in actor.related)
        lines.append(line(("Kept apart from: ", "apparatus"), names))
    if actor.members:
        lines.append(line(("Known members: ", "apparatus"), ", ".join(map(library.name, actor.members))))
    return lines


def _deeds(library: Library, actor: Actor) -> list[Text]:
    lines = []
    for deed in library.deeds_of.get(actor.id, ()):
        sign = ACTS[deed.act.act]
        where = places(library, deed.act.evidence, deed.act.sources)
        doubt = f" · {DOUBTFUL}: {deed.act.doubt}" if deed.act.doubt else ""
        date = f" ({deed.act.as_of})" if deed.act.as_of else ""
        lines.append(
            line(
                (f"  {sign.full} ", sign.token),
                deed.declaration.title + date,
                (f" · {where}", "source"),
                (doubt, "doubt"),
            )
        )
    return lines or [line(("  no deed found; that is not a refusal", "silent"))]


def position_line(library: Library, position: Position) -> Text:
    """Return a position as one line: the issue, then the position in words."""
    label = library.issues[position.issue].label
    return Text.assemble(line("  ", (f"{label}: ", "heading")), position_words(library, position), end="")
