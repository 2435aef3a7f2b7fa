"""Records and comparisons as tables of plain texts, for a reader: a heading for each column, a row for each record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from summittui.library import Library
from summittui.library.answers.camps import members_of, rule_of
from summittui.library.answers.letters import letter
from summittui.library.answers.positions import Position
from summittui.library.answers.side_by_side import Comparison
from summittui.model import (
    Actor,
    Agreement,
    Camp,
    Claim,
    Declaration,
    Disagreement,
    Event,
    FactCheck,
    Issue,
    Note,
    Quote,
    Record,
    Source,
)
from summittui.model.deed import Deed
from summittui.present.attribution import (
    paragraph_of,
    said_and_published,
    speaker_name,
    via_name,
    wording,
)
from summittui.present.declaration import bracketed_doubt, certainty_words
from summittui.present.evidence import cite_evidence
from summittui.present.position import SILENCE, position_words
from summittui.present.proposals import HEADINGS, proposal_cells
from summittui.present.source import outlet_label
from summittui.present.table import Table

Cells = tuple[str | None, ...]


def records_table(library: Library, table: str, records: Sequence[Record]) -> Table:
    """Return records of one table as a reader wants them listed; quotes with who, kind, source, via and when."""
    headings, cells = _COLUMNS[table]
    rows = (tuple(cell or "" for cell in cells(library, record)) for record in records)
    return Table(headings, tuple(rows))


COMPARISON_HEADINGS = (
    "issue",
    "state",
    "verdict",
    "column",
    "perspective",
    "position",
    "n",
    "stance",
    "evidence",
    "words",
    "who",
    "source",
    "place",
    "via",
    "when",
    "doubt",
    "record",
)


def comparison_table(library: Library, comparison: Comparison) -> Table:
    """Return a row for each piece of evidence in a comparison, and one for each cell without any."""
    rows: list[tuple[str, ...]] = []
    for row in comparison.rows:
        for at, (column, cell) in enumerate(zip(comparison.columns, row.positions, strict=True)):
            begin = (row.label, row.state_word, row.verdict.words, letter(at), column.label)
            rows += [(*begin, *cells) for cells in _evidence_cells(library, cell)]
    return Table(COMPARISON_HEADINGS, tuple(rows))


def _evidence_cells(library: Library, position: Position) -> list[tuple[str, ...]]:
    if not position.n:
        left_out = f"nothing left, {position.left_out} left out by the filter"
        return [(left_out if position.left_out else SILENCE, "0", *[""] * 10)]
    begin = (position_words(library, position), str(position.n))
    rows: list[tuple[str, ...]] = []
    for evidence in position.evidence:
        one = cite_evidence(library, evidence)
        shows = (evidence.stance.stance.value, evidence.kind.value)
        cited = (one.words, one.who, one.source, one.place, one.via, one.when, one.doubt)
        rows.append((*begin, *shows, *cited, evidence.record))
    return rows


def _source(library: Library, source: Source) -> Cells:
    quotes = str(library.count_quotes_in(source.id))
    attached = "attached" if library.has_text(source.id) else "not attached"
    return source.id, source.outlet, source.title, source.published, source.kind, quotes, attached


def _actor(library: Library, actor: Actor) -> Cells:
    deeds = [_deed(deed) for deed in library.deeds_of(actor.id)]
    quotes = str(library.count_quotes_by(actor.id))
    return actor.id, actor.name, actor.kind, library.name(actor.speaks_for), quotes, "; ".join(deeds)


def _deed(deed: Deed) -> str:
    done = deed.act.act.phrase(deed.declaration.label)
    return f"{done}{certainty_words(deed.act.certainty)}{bracketed_doubt(deed.act)}"


def _camp(library: Library, camp: Camp) -> Cells:
    return camp.id, camp.name, rule_of(library, camp), ", ".join(map(library.name, members_of(library, camp)))


def _note(library: Library, note: Note) -> Cells:
    return note.id, library.name(note.about), "starred" if note.starred else "", note.memo


def _event(library: Library, event: Event) -> Cells:
    return event.id, event.name, event.place, event.date, library.name(event.part_of)


def _issue(_: Library, issue: Issue) -> Cells:
    return issue.id, issue.label, issue.question


def _declaration(library: Library, declaration: Declaration) -> Cells:
    acts = "; ".join(
        f"{act.act}: {library.name(act.actor)}{certainty_words(act.certainty)}{bracketed_doubt(act)}"
        for act in declaration.acts
    )
    return declaration.id, declaration.label, declaration.title, declaration.forum, declaration.date, acts


def _quote(library: Library, quote: Quote) -> Cells:
    source = library.source(quote.source)
    number = paragraph_of(library, quote)
    place = f"{source.outlet} ({source.id}{f' ¶{number}' if number else ''})"
    who, via = speaker_name(library, quote), via_name(library, quote)
    return quote.id, wording(quote), who, quote.kind, place, via, said_and_published(library, quote), quote.doubt


def _claim(library: Library, claim: Claim) -> Cells:
    source = library.source(claim.source)
    place = outlet_label(source)
    return claim.id, claim.gist, library.name(claim.author), claim.kind, place, source.published, claim.doubt


def _disagreement(_: Library, matter: Disagreement) -> Cells:
    return matter.id, matter.title, matter.kind, matter.severity, _sides(matter)


def _agreement(_: Library, matter: Agreement) -> Cells:
    return matter.id, matter.title, _sides(matter), matter.note


def _check(library: Library, check: FactCheck) -> Cells:
    sources, pages = ("; ".join(map(library.name, ids)) for ids in (check.sources, check.pages))
    ruled = (check.ruling, check.finding, check.reason, sources, pages, check.certainty)
    return check.id, check.claim, *ruled, f"{check.checked_by}, {check.checked_on}"


def _sides(matter: Disagreement | Agreement) -> str:
    return "; ".join(f"{side.source}: {side.gist}" for side in matter.sides)


_COLUMNS: Mapping[str, tuple[tuple[str, ...], Callable[[Library, Any], Cells]]] = {
    "sources": (("id", "outlet", "title", "published", "kind", "quotes", "text"), _source),
    "actors": (("id", "name", "kind", "speaks for", "quotes", "acts"), _actor),
    "events": (("id", "name", "place", "date", "part of"), _event),
    "issues": (("id", "label", "question"), _issue),
    "declarations": (("id", "label", "title", "forum", "date", "acts"), _declaration),
    "quotes": (("id", "words", "who", "kind", "source", "via", "when", "doubt"), _quote),
    "claims": (("id", "claim", "author", "kind", "source", "published", "doubt"), _claim),
    "disagreements": (("id", "title", "kind", "severity", "sides"), _disagreement),
    "agreements": (("id", "title", "sides", "note"), _agreement),
    "checks": (
        ("id", "claim", "ruling", "finding", "reason", "claimed by", "pages", "certainty", "checked by"),
        _check,
    ),
    "camps": (("id", "name", "rule", "members"), _camp),
    "notes": (("id", "about", "star", "memo"), _note),
    "proposals": (HEADINGS, proposal_cells),
}
