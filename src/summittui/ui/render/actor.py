"""Actors as rows under headings."""

from collections import Counter

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.perspective import perspective
from summittui.model import Actor, ActorKind
from summittui.present.note import star
from summittui.present.signs import ACTS, brief
from summittui.ui.render.line import line, sides, text_of

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
    return sum(map(library.count_quotes_by, members))


def actor_line(
    library: Library, actor: Actor, width: int, *, depth: int = 0, parts: frozenset[str] = frozenset({"deeds"})
) -> Text:
    """Return an actor as one line: its name, its number of quotes and, as asked for, `deeds`, `kind` and `roles`."""
    kind = f"  {actor.kind}" if "kind" in parts else ""
    roles = "  " + "; ".join(role.title for role in actor.roles) if "roles" in parts else ""
    left = line("  " * depth, actor.name).append_text(text_of(star(library, actor.id)))
    left.append_text(line((kind + roles, "apparatus")))
    n = quotes_by(library, actor.id)
    deeds = _deed_signs(library, actor) if "deeds" in parts else Text()
    right = Text.assemble(deeds, line((f"  n {n:>2}", "count" if n else "silent")))
    return sides(left, right, width)


def _deed_signs(library: Library, actor: Actor) -> Text:
    """Return the deeds as signs with numbers; those that stay a source's claim in brackets."""
    deeds = library.deeds_of(actor.id)
    firm = Counter(ACTS[deed.act.act].brief for deed in deeds if not deed.act.doubt)
    doubtful = sum(bool(deed.act.doubt) for deed in deeds)
    tokens = {sign.brief: sign.role for sign in ACTS.values()}
    gap = brief("", " ")
    pieces = [(f"{glyph}{gap}{number} ", tokens[glyph]) for glyph, number in firm.items()]
    return line(*pieces, (f"({doubtful})" if doubtful else "", "doubt"))
