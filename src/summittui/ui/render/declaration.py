"""Declarations as rows, and what their detail says."""

from rich.text import Text

from summittui.library import Library
from summittui.model import Act, Declaration, Passage, Qualifier, Quote, Tally
from summittui.present.signs import ACTS, DOUBTFUL
from summittui.ui.render.line import line, sides
from summittui.ui.render.note import star
from summittui.ui.render.quote import content, places

LEAST_NAME = 24
"""Cells that a row leaves to the name of a declaration, whatever was done with it."""


def declaration_line(
    library: Library, declaration: Declaration, width: int, *, parts: frozenset[str] = frozenset({"date", "acts"})
) -> Text:
    """Return a declaration as one line: its name and, as asked for, `date`, `forum` and who did what (`acts`)."""
    date = f"  {declaration.date or 'no date'}" if "date" in parts else ""
    forum = f"  {declaration.forum or 'no forum'}" if "forum" in parts else ""
    left = line(declaration.label).append_text(star(library, declaration.id))
    left.append_text(line((date + forum, "apparatus")))
    room = width - min(left.cell_len, LEAST_NAME) - 2
    return sides(left, _acts(library, declaration, room) if "acts" in parts else Text(), width)


def _acts(library: Library, declaration: Declaration, room: int) -> Text:
    """Return as many of the firm acts as fit in `room` cells, whole, and how many acts are left out, such as `+3`."""
    firm = [_brief_act(library, act) for act in declaration.acts if not act.doubt]
    shown = len(firm)
    while True:
        left_out = len(declaration.acts) - shown
        told = Text("", end="").join([*firm[:shown], line((f"  +{left_out}" if left_out else "", "count"))])
        if not shown or told.cell_len <= room:
            return told
        shown -= 1


def _brief_act(library: Library, act: Act) -> Text:
    sign = ACTS[act.act]
    return line((f"  {sign.brief} ", sign.token), library.name(act.actor))


def declaration_detail(library: Library, declaration: Declaration) -> list[Text]:
    """Return a declaration with clauses, acts, and tallies as each source states them."""
    lines = [line((declaration.title, "title")), *_identity(library, declaration)]
    lines += [Text(), line(("Acts", "heading")), *(_act(library, act) for act in declaration.acts)]
    if not declaration.acts:
        lines.append(line(("  no act found", "silent")))
    lines += [Text(), line(("Clauses", "heading"))]
    for clause in declaration.clauses:
        lines += _clause(library, clause.gist, clause.quote, places(library, clause.evidence))
    if not declaration.clauses:
        lines.append(line(("  no clause is told in these sources", "silent")))
    lines += [Text(), line(("Numbers, as each source states them", "heading"))]
    lines += [_tally(library, tally) for tally in declaration.tallies] or [line(("  none stated", "silent"))]
    if declaration.note:
        lines += [Text(), line(("Note: ", "apparatus"), (declaration.note, "apparatus"))]
    return lines


def _identity(library: Library, declaration: Declaration) -> list[Text]:
    date = declaration.date or "no date stated"
    note = f" ({declaration.date_note})" if declaration.date_note else ""
    lines = [line((f"{declaration.kind} · {date}{note}", "apparatus"))]
    if declaration.forum or declaration.event:
        forum = " · ".join(part for part in (declaration.forum, library.name(declaration.event)) if part)
        lines.append(line(("Forum: ", "apparatus"), forum))
    if declaration.aliases:
        lines.append(line(("Also: ", "apparatus"), "; ".join(declaration.aliases)))
    return lines


def _act(library: Library, act: Act) -> Text:
    sign = ACTS[act.act]
    where = places(library, act.evidence, act.sources)
    date = f" ({act.as_of})" if act.as_of else ""
    doubt = f" · {DOUBTFUL}: {act.doubt}" if act.doubt else ""
    name = library.name(act.actor)
    return line(
        (f"  {sign.full} ", sign.token),
        (name, "heading"),
        date,
        (f" · {where}", "source"),
        (doubt, "doubt"),
        (f" · {act.note}" if act.note else "", "apparatus"),
    )


def _clause(library: Library, gist: str, quote: str | None, where: str) -> list[Text]:
    tail = line((f" · {where}" if where else "", "source"))
    if quote is not None:
        words = content(library.get_as(Quote, quote))
        return [Text.assemble("  § ", words, tail)]
    return [Text.assemble("  ~ ", line((gist, "reported")), tail)]


def tally_words(tally: Tally) -> str:
    """Return a number with its qualifier, such as `about 60 signatories`, `over 140`."""
    if tally.number is None or tally.qualifier is Qualifier.VAGUE:
        return f"an unstated number of {tally.counts}"
    return f"{tally.qualifier} {tally.number} {tally.counts}"


def _tally(library: Library, tally: Tally) -> Text:
    where = places(library, (Passage.of(tally.source, span) for span in tally.spans), (tally.source,))
    doubt = f" · {DOUBTFUL}: {tally.doubt}" if tally.doubt else ""
    note = f" · {tally.note}" if tally.note else ""
    return line("  ", tally_words(tally), (f" · {where}", "source"), (doubt, "doubt"), (note, "apparatus"))
