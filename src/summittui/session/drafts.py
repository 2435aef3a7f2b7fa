"""New records from what a person enters: names become ids, words are marked in their text where it is attached."""

from collections.abc import Sequence

from summittui.library import Library
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Declaration,
    InputError,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
)
from summittui.model.text import safe
from summittui.session.coding import marked
from summittui.session.naming import NO_ID, with_new_id


def draft_quote(
    library: Library,
    *,
    speaker: str,
    joint_speakers: Sequence[str] = (),
    source: str,
    kind: QuoteKind,
    text: str,
    gist: str | None = None,
    via: str | None = None,
    role: str | None = None,
    occasion: str | None = None,
    date: str | None = None,
    stances: Sequence[Stance] = (),
    at: Sequence[int] = (),
) -> Quote:
    """Return a new quote.

    Args:
        library: The records.
        speaker: Id, name or alias of an actor or a declaration; empty where the source names nobody.
        joint_speakers: Those who say it together with the speaker, named in the same way.
        source: Id or name of the source.
        kind: Whose wording it is.
        text: The quoted words; for an indirect quote the content in one's own words.
        gist: The content in one's own words; a mixed quote needs it.
        via: Id, name or alias of whom the source has it from.
        role: The speaker's role as worded.
        occasion: Where it was said.
        date: Partial date on which it was said.
        stances: What sides it takes.
        at: Offsets that the place of the words must hold, where they stand at several.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: There are no words, or they have not one place that holds the offsets.
    """
    if not text.strip():
        raise InputError("a quote needs its words; give them as the text")
    home = SourceId(library.resolve(source, ("sources",)))
    who = library.resolve(speaker, ("actors", "declarations")) if speaker else None
    quote = Quote(
        id=NO_ID,
        source=home,
        kind=kind,
        speaker=PartyId(who) if who else None,
        joint_speakers=tuple(PartyId(library.resolve(name, ("actors", "declarations"))) for name in joint_speakers),
        words=None if kind is QuoteKind.INDIRECT else text,
        gist=gist or (text if kind is QuoteKind.INDIRECT else None),
        via=ActorId(library.resolve(via, ("actors",))) if via else None,
        role=role,
        occasion=occasion,
        date=date,
        stances=tuple(stances),
    )
    return marked(library, with_new_id(library, quote), at=at)


def draft_actor(
    library: Library,
    *,
    name: str,
    kind: ActorKind,
    aliases: Sequence[str] = (),
    speaks_for: str | None = None,
    affiliation: str | None = None,
) -> Actor:
    """Return a new actor; `speaks_for` and `affiliation` are ids, names or aliases.

    Raises:
        UnknownId: A name means nobody, or more than one.
    """
    actor = Actor(
        id=NO_ID,
        name=given(name, "an actor needs a name"),
        kind=kind,
        aliases=tuple(alias.strip() for alias in aliases if alias.strip()),
        speaks_for=ActorId(library.resolve(speaks_for, ("actors",))) if speaks_for else None,
        affiliation=ActorId(library.resolve(affiliation, ("actors",))) if affiliation else None,
    )
    return with_new_id(library, actor)


def draft_issue(library: Library, *, question: str, label: str, pole_for: str, pole_against: str) -> Issue:
    """Return a new issue with both its poles spelled out."""
    issue = Issue(
        id=NO_ID,
        label=given(label, "an issue needs a label"),
        question=given(question, "an issue needs a question"),
        pole_for=given(pole_for, "an issue needs what being for it means"),
        pole_against=given(pole_against, "an issue needs what being against it means"),
    )
    return with_new_id(library, issue)


def draft_declaration(
    library: Library,
    *,
    title: str,
    label: str | None = None,
    kind: str = "declaration",
    forum: str | None = None,
    date: str | None = None,
    acts: Sequence[Act] = (),
) -> Declaration:
    """Return a new declaration."""
    title = given(title, "a declaration needs a title")
    declaration = Declaration(
        id=NO_ID, title=title, label=label or title, kind=kind, forum=forum, date=date, acts=tuple(acts)
    )
    return with_new_id(library, declaration)


def draft_source(
    library: Library,
    *,
    outlet: str,
    kind: SourceKind,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Source:
    """Return a new source."""
    source = Source(
        id=NO_ID,
        kind=kind,
        outlet=given(outlet, "a source needs its outlet"),
        title=title,
        published=published,
        url=url,
        language=language,
    )
    return with_new_id(library, source)


def draft_stance(
    library: Library,
    issue: str,
    value: str,
    *,
    level: Level = Level.INTERPRETIVE,
    certainty: Certainty = Certainty.MEDIUM,
    holder: str | None = None,
    by: str | None = None,
) -> Stance:
    """Return a stance; `issue` is an id or a label, `value` one of for, against, mixed, unclear, `by` its coder.

    Raises:
        UnknownId: There is no such issue or holder.
        InputError: There is no such side.
    """
    if value not in set(StanceValue):
        raise InputError(f"{safe(value)!r} is no stance; write one of {', '.join(StanceValue)}")
    return Stance(
        issue=IssueId(library.resolve(issue, ("issues",))),
        stance=StanceValue(value),
        level=level,
        certainty=certainty,
        holder=ActorId(library.resolve(holder, ("actors",))) if holder else None,
        by=(by or "").strip() or None,
    )


def draft_act(library: Library, actor: str, act: str, source: str) -> Act:
    """Return an act that a source states.

    Raises:
        UnknownId: There is no such actor or source.
        InputError: There is no such act.
    """
    if act not in set(ActKind):
        raise InputError(f"{safe(act)!r} is no act; write one of {', '.join(ActKind)}")
    return Act(
        actor=ActorId(library.resolve(actor, ("actors",))),
        act=ActKind(act),
        source=SourceId(library.resolve(source, ("sources",))),
    )


def given(text: str, complaint: str) -> str:
    """Return a text without blanks at its ends.

    Raises:
        InputError: Nothing is left of it; says the complaint.
    """
    if not text.strip():
        raise InputError(complaint)
    return text.strip()
