"""The forms in which a selected passage is coded, filled in from what is known of it."""

from summittui.library import Library
from summittui.library.answers.name_completion import enterable
from summittui.model import (
    ActKind,
    ActProposal,
    ClaimKind,
    Disagreement,
    DisagreementKind,
    Proposal,
    Qualifier,
    QuoteKind,
    QuoteProposal,
    Severity,
    SourceId,
    TallyProposal,
)
from summittui.session.entry.newcomers import NEW
from summittui.session.suggesting import Suggestion, author_of
from summittui.ui.forms.field import Field, choice, filled, reference, several, text

_PARTIES = ("actors", "declarations")
_NEW_ACTOR = f"{NEW} and a name makes a new person; {NEW} Name (state) another kind."
_NEW_DECLARATION = f"{NEW} and a title makes a new one."


def quote_form(library: Library, known: Suggestion) -> tuple[Field, ...]:
    """Return the form of a quote, by the speaker and role that are read there, else by those of the quote before."""
    before = known.before
    values = {"kind": known.kind.value}
    if known.quote is not None:
        values |= _read_quote(library, known.quote)
    elif before is not None:
        values |= {"speaker": enterable(library, before.speaker, _PARTIES), "role": before.role or ""}
        values["via"] = enterable(library, before.via, ("actors",))
    fields = (
        reference("speaker", "speaker", _PARTIES, f"Empty where nobody is named; {_NEW_ACTOR}").renewable(),
        choice("kind", "kind", QuoteKind, help_="direct: exact words; indirect: the source's wording."),
        text("gist", "content", "In your own words; empty: as the source words it."),
        reference("via", "via", ("actors",), "The outlet or person that the source has it from."),
        text("role", "role", "The speaker's role as worded there."),
        text("occasion", "occasion", "Where it was said."),
        text("date", "said on", "The year, 2025-02 or 2025-02-11."),
    )
    return filled(fields, values)


def _read_quote(library: Library, proposal: Proposal) -> dict[str, str]:
    from summittui.intake.proposer.new_actors import role_in

    quote = proposal.quote
    assert isinstance(quote, QuoteProposal)
    role = role_in(quote.mention.exact or "", quote.speaker) if quote.mention else None
    via = library.bearers(quote.via.exact or "") if quote.via else ()
    return {
        "speaker": _party(library, quote.actor, proposal),
        "role": role or "",
        "via": enterable(library, via[0].id, ("actors",)) if len(via) == 1 else "",
    }


def _party(library: Library, known: str | None, proposal: Proposal) -> str:
    """Return the entry of somebody known, or of the newcomer of a proposal; empty where there is none."""
    if known is not None and library.find(known) is not None:
        return enterable(library, known, _PARTIES)
    newcomer = proposal.newcomer
    return f"{NEW} {newcomer.name} ({newcomer.kind})" if newcomer else ""


def claim_form(library: Library, known: Suggestion) -> tuple[Field, ...]:
    """Return the form of a claim, by the author of the source's other claims or by its outlet."""
    author = author_of(library, known.source)
    outlet = f"{NEW} {library.source(known.source).outlet} (outlet)"
    fields = (
        reference("author", "author", ("actors",), f"Who asserts it; {_NEW_ACTOR}", required=True).renewable(),
        choice("kind", "kind", ClaimKind),
        text("gist", "asserts", "What it asserts, in your own words.", required=True),
        several("about", "about", "Whom it speaks of.", tables=_PARTIES),
        text("doubt", "doubt", "Why it is doubtful, if it is."),
    )
    return filled(fields, {"author": enterable(library, author, ("actors",)) if author else outlet})


def act_form(library: Library, known: Suggestion) -> tuple[Field, ...]:
    """Return the form of an act, as it is read there."""
    fields = (
        _declaration_field(),
        reference("actor", "actor", ("actors",), f"Who did it; {_NEW_ACTOR}", required=True).renewable(),
        choice("act", "act", ActKind),
    )
    read = known.act.act if known.act else None
    values = {}
    if known.act is not None and isinstance(read, ActProposal):
        values = {
            "declaration": _declaration(library, read.declaration_id, read.declaration.exact),
            "actor": _party(library, read.actor_id, known.act),
            "act": read.act.value,
        }
    return filled(fields, values)


def tally_form(library: Library, known: Suggestion) -> tuple[Field, ...]:
    """Return the form of a number, as it is read there."""
    fields = (
        _declaration_field(),
        choice("qualifier", "qualifier", Qualifier, help_="As stated."),
        text("number", "number", "In digits, as 60000 or 60,000; empty where the source gives none."),
        text("counts", "what counts", "What is counted, such as signatories.", required=True),
    )
    read = known.tally.tally if known.tally else None
    values = {}
    if isinstance(read, TallyProposal):
        worded = read.declaration.exact if read.declaration else None
        values = {
            "declaration": _declaration(library, read.declaration_id, worded),
            "qualifier": read.qualifier.value,
            "number": "" if read.number is None else str(read.number),
            "counts": read.counts.exact or "",
        }
    return filled(fields, values)


def _declaration_field() -> Field:
    help_ = f"Which it belongs to; {_NEW_DECLARATION}"
    return reference("declaration", "declaration", ("declarations",), help_, required=True).renewable()


def _declaration(library: Library, known: str | None, worded: str | None) -> str:
    from summittui.session.proposed_records import is_named, without_article

    if known is not None and library.find(known) is not None:
        return enterable(library, known, ("declarations",))
    return f"{NEW} {without_article(worded)}" if worded and is_named(worded) else ""


def side_form(source: SourceId, disagreement: Disagreement) -> tuple[Field, ...]:
    """Return the form of one side of a disagreement that is on record."""
    gist = next((side.gist for side in disagreement.sides if side.source == source), "")
    field = text("gist", "this side", "What this source has on it, in your own words.", required=True)
    return (field.filled(gist),)


def disagreement_form(title: str) -> tuple[Field, ...]:
    """Return the form of a disagreement that is new."""
    fields = (
        text("title", "title", "The matter, in a few words.", required=True),
        choice("kind", "kind", DisagreementKind),
        choice("severity", "severity", Severity),
        text("gist", "this side", "What this source has on it, in your own words.", required=True),
        reference("other", "other source", ("sources",), "The source of the other side.", required=True),
        text("other_gist", "other side", "What that source has on it, or that it has nothing.", required=True),
        text("explanation", "explanation", "How the two differ.", required=True),
    )
    return filled(fields, {"title": title})


def unplaced_disagreement_form() -> tuple[Field, ...]:
    """Return the form of a new disagreement of two sources, whose sides have no places yet."""
    title, *others = disagreement_form("")
    return (title, *others[:2], reference("source", "one source", ("sources",), required=True), *others[2:])
