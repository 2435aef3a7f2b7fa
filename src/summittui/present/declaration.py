"""The wording of a declaration: its acts, clauses and numbers, each with who states it."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.dating import act_date_label
from summittui.model import Act, Certainty, Clause, Declaration, ListStatus, Qualifier, Quote, SeenAs, Tally
from summittui.present.attribution import doubt_words, via_words, wording
from summittui.present.line import Line, labelled
from summittui.present.passages import (
    act_stated_by,
    clause_labels,
    clause_stated_by,
    passage_labels,
    quote_stated_by,
    tally_labels,
    tally_stated_by,
)
from summittui.present.quote import content
from summittui.present.signs import ACTS, brief
from summittui.present.source import source_label


def tally_words(tally: Tally) -> str:
    """Return a number with its qualifier as a phrase, such as `about 60 signatories`, `over 140 countries`."""
    if tally.number == 1:
        return tally_as_stated(tally)
    if tally.number is None or tally.qualifier is Qualifier.VAGUE:
        return f"an unstated number of {tally.counts}{_behind('as of', tally.as_of)}"
    return f"{tally.qualifier} {tally.number} {tally.counts}{_behind('as of', tally.as_of)}"


def tally_as_stated(tally: Tally) -> str:
    """Return the qualifier and the number, then what is counted, such as `about 60: signatories`."""
    number = "no number" if tally.number is None else str(tally.number)
    return f"{tally.qualifier} {number}: {tally.counts}{_behind('as of', tally.as_of)}"


def act_phrase(library: Library, act: Act) -> str:
    """Return what an actor did, such as "signed: China on 2025-02-11", with any certainty below high and doubt."""
    return f"{act.act}: {library.name(act.actor)}{act_dates(act)}{bracketed_doubt(act)}"


def bracketed_doubt(act: Act) -> str:
    """Return the doubt of an act in brackets behind a blank; empty without one."""
    return f" ({doubt_words(act.doubt.rstrip('.'), '')})" if act.doubt else ""


def act_dates(act: Act) -> str:
    """Return when an act was done and as of when it is known, with any certainty below high; empty where none is."""
    return f"{_done(act)}{_behind('as of', act.as_of)}{certainty_words(act.certainty)}"


def act_time(act: Act) -> str:
    """Return when an act was done, and as of when it is known where that is another date; empty where none is."""
    same = act.as_of in {act.date or act.not_after, None}
    return _done(act) if same else f"{_done(act)}{_behind('as of', act.as_of)}"


def _done(act: Act) -> str:
    if act.date:
        return f" {'on' if act.date.count('-') == 2 else 'in'} {act.date}"
    return f" by {act.not_after}" if act.as_of and act.not_after else ""


def declaration_date(declaration: Declaration) -> str:
    """Return the date of a declaration with what must be known to read it; empty without either."""
    note = f"({declaration.date_note.removesuffix('.')})" if declaration.date_note else ""
    return " ".join(filter(None, (declaration.date, note)))


def certainty_words(certainty: Certainty | None) -> str:
    """Return how sure something is, behind a comma; empty where that is high or nobody has said."""
    return "" if certainty is Certainty.HIGH else _behind("certainty", certainty)


def _behind(label: str, value: str | None) -> str:
    """Return a label with its value behind a comma; empty where there is no value."""
    return f", {label} {value}" if value else ""


_LISTS = {
    ListStatus.COMPLETE: "the list is complete",
    ListStatus.INCOMPLETE: "the list is incomplete",
    ListStatus.NOT_FOUND: "a list of names was not found",
    ListStatus.NONE: "nobody signs such a text",
}


def list_words(declaration: Declaration) -> str:
    """Return how far the list of signatories is known, as of when, and how sure; empty where nobody has looked."""
    if declaration.list_status is None:
        return ""
    sure = certainty_words(declaration.certainty)
    return f"{_LISTS[declaration.list_status]}{_behind('as of', declaration.as_of)}{sure}"


def absence_words(declaration: Declaration) -> str:
    """Return what it means that no act of an actor is recorded with a declaration; never that it refused."""
    return {
        ListStatus.COMPLETE: "not listed, which is no refusal",
        ListStatus.INCOMPLETE: "not among those known by name; the list is incomplete",
        ListStatus.NOT_FOUND: "no act recorded; a list of names was not found",
        ListStatus.NONE: "no act recorded; nobody signs such a text",
        None: "no act recorded",
    }[declaration.list_status]


def no_refusal(absence: str) -> str:
    """Return words on an absence with the reminder that it is no refusal, said once."""
    return absence if "refusal" in absence else f"{absence}, which is no refusal"


def address_words(library: Library, declaration: Declaration) -> str:
    """Return the official address, and that it was not seen where only other pages were; empty without one."""
    if not declaration.url:
        return ""
    pages = [library.source(page.source) for page in declaration.pages]
    was_seen = any(page.url == declaration.url and page.seen_as is not SeenAs.NOT_SEEN for page in pages)
    return declaration.url if was_seen or not pages else f"{declaration.url} (official page, not seen itself)"


def declaration_paragraphs(library: Library, declaration: Declaration) -> list[Line]:
    """Return a declaration with acts, clauses, and numbers as each source states them."""
    lines = [Line((declaration.title, "title")), *_identity(library, declaration)]
    lines += [Line(), Line(("Acts", "heading")), *(_act(library, act) for act in declaration.acts)]
    if not declaration.acts:
        lines.append(Line(("  no act found", "silent")))
    lines += [Line(), Line(("Clauses", "heading")), *(_clause(library, clause) for clause in declaration.clauses)]
    if not declaration.clauses:
        lines.append(Line(("  no clause is told in these sources", "silent")))
    lines += [Line(), Line(("Numbers, as each source states them", "heading"))]
    lines += [_tally(library, tally) for tally in declaration.tallies] or [Line(("  none stated", "silent"))]
    if declaration.note:
        lines += [Line(), labelled("Note", (declaration.note, "apparatus"))]
    return lines


def _identity(library: Library, declaration: Declaration) -> list[Line]:
    date = declaration_date(declaration)
    date = date if declaration.date else f"no date stated {date}".rstrip()
    lines = [Line((f"{declaration.kind} · {date}", "apparatus"))]
    if declaration.forum or declaration.event:
        forum = " · ".join(part for part in (declaration.forum, library.name(declaration.event)) if part)
        lines.append(labelled("Forum", forum))
    if declaration.aliases:
        lines.append(labelled("Also", "; ".join(declaration.aliases)))
    told = {"Signatories": list_words(declaration), "Binding": declaration.binding}
    return [*lines, *(labelled(label, text) for label, text in told.items() if text), *_pages(library, declaration)]


def _pages(library: Library, declaration: Declaration) -> list[Line]:
    """Return the official address and the pages of the record, each with what it states."""
    address = address_words(library, declaration) if declaration.pages else ""
    lines = [labelled("Address", (address, "source"))] if address else []
    for page in declaration.pages:
        where = f" — {source_label(library.source(page.source))}"
        lines.append(labelled("Page", page.states, (where, "source")))
    return lines


def _act(library: Library, act: Act) -> Line:
    sign = ACTS[act.act]
    return Line(
        (f"  {sign.full} ", sign.role),
        (library.name(act.actor), "heading"),
        f"{act_date_label(act)}{certainty_words(act.certainty)}",
        (f" · {passage_labels(library, act.evidence, act.sources)}", "source"),
        (doubt_words(act.doubt, " · "), "doubt"),
        (f" · {act.note}" if act.note else "", "apparatus"),
    )


def _clause(library: Library, clause: Clause) -> Line:
    where = clause_labels(library, clause)
    tail = (f" · {where}" if where else "", "source")
    if clause.quote is not None:
        return Line("  § ", content(library.get_as(Quote, clause.quote)), tail)
    return Line("  ~ ", (clause.gist, "reported"), tail)


def _tally(library: Library, tally: Tally) -> Line:
    where = (f" · {tally_labels(library, tally)}", "source")
    note = (f" · {tally.note}" if tally.note else "", "apparatus")
    return Line("  ", tally_words(tally), where, (doubt_words(tally.doubt, " · "), "doubt"), note)


def declaration_lines(library: Library, declaration: Declaration) -> Iterator[Line]:
    """Yield a declaration as labelled lines: clauses, acts, and the numbers of each source."""
    yield Line((declaration.title, "title"))
    yield labelled("id", declaration.id)
    yield labelled("kind", declaration.kind)
    texts = {"forum": declaration.forum, "date": declaration.date, "date note": declaration.date_note}
    yield from (labelled(label, text) for label, text in texts.items() if text)
    if declaration.event:
        yield labelled("event", library.name(declaration.event))
    yield from (labelled("also called", alias) for alias in declaration.aliases)
    known = {"binding": declaration.binding, "signatories": list_words(declaration)}
    yield from (labelled(label, text) for label, text in known.items() if text)
    if declaration.url:
        yield labelled("url", address_words(library, declaration))
    for page in declaration.pages:
        yield labelled("page", page.states, (f" — {source_label(library.source(page.source))}", "source"))
    for clause in declaration.clauses:
        yield labelled("clause, in our words", (clause.gist, "reported"), _stated(clause_stated_by(library, clause)))
    yield from (_act_line(library, act) for act in declaration.acts)
    yield from (labelled("tally", tally_line(library, tally)) for tally in declaration.tallies)
    for quote in library.quotes_by(declaration.id):
        told = (f" — {quote_stated_by(library, quote)} [{quote.id}]", "source")
        yield labelled("words", (wording(quote), "words"), told)
    if declaration.note:
        yield labelled("note", declaration.note)


def _stated(where: str) -> Line:
    return Line((f" — as stated by {where}", "source"))


def _act_line(library: Library, act: Act) -> Line:
    note = f" — note: {act.note}" if act.note else ""
    done = (act_phrase(library, act), ACTS[act.act].role)
    return Line(done, _stated(act_stated_by(library, act)), (note, "apparatus"))


def act_line(library: Library, act: Act, of: str = "") -> Line:
    """Return an act without its actor: what was done with what, when, as stated by whom, and its doubt."""
    done = (act.act.phrase(of) if of else act.act) + act_dates(act)
    return Line((done, ACTS[act.act].role), _stated(act_stated_by(library, act)), (doubt_words(act.doubt), "doubt"))


def tally_line(library: Library, tally: Tally) -> Line:
    """Return a number as its source states it, with its doubt and its note."""
    note = (f" — note: {tally.note}" if tally.note else "", "apparatus")
    doubt = (doubt_words(tally.doubt), "doubt")
    return Line(tally_as_stated(tally), _stated(tally_stated_by(library, tally)), doubt, note)


def clause_entry(library: Library, clause: Clause) -> tuple[Line, ...]:
    """Return a clause as the lines of a cell: its words where they are quoted, its gist, and where it is stated."""
    where = Line("  ", (clause_labels(library, clause) or "no passage marked", "source"))
    quote = library.find(clause.quote) if clause.quote else None
    if not isinstance(quote, Quote):
        return Line("~ ", (clause.gist, "reported")), where
    via = (via_words(library.name(quote.via), " · "), "apparatus")
    return Line("§ ", content(quote)), Line("  ", (clause.gist, "reported")), Line(where, via)


def act_entry(library: Library, act: Act) -> tuple[Line, Line]:
    """Return an act as the lines of a cell: what was done when, and under it where it is stated, doubt and note."""
    sign, date = ACTS[act.act], f"{act_date_label(act)}{certainty_words(act.certainty)}"
    where = passage_labels(library, act.evidence, act.sources) or "no source named"
    note = (f" · {act.note}" if act.note else "", "apparatus")
    head = Line((brief(f"{sign.glyph} ", ""), sign.role), (f"{sign.word}{date}", "deed"))
    return head, Line("  ", (where, "source"), (doubt_words(act.doubt, " · "), "doubt"), note)


def tally_entry(library: Library, tally: Tally) -> tuple[Line, Line]:
    """Return a number as the lines of a cell: the number, and under it who states it, doubt and note."""
    note = (f" · {tally.note}" if tally.note else "", "apparatus")
    where = (tally_labels(library, tally), "source")
    return Line("# ", tally_words(tally)), Line("  ", where, (doubt_words(tally.doubt, " · "), "doubt"), note)
