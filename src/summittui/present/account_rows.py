"""The wording of two accounts side by side: a row for each matter, a cell for each source, a line for each entry."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from summittui.library import Library
from summittui.library.answers.accounts import Accounts, OnlyIn
from summittui.library.answers.annotations_at import doubts_at, tallies_at
from summittui.model import (
    Agreement,
    Disagreement,
    DisagreementKind,
    Passage,
    Quote,
    Record,
    Selector,
    Severity,
    Source,
)
from summittui.model.account import Side
from summittui.model.display_names import display_name
from summittui.model.passages import marked_spans
from summittui.model.quotation import in_marks
from summittui.model.text import clip, counted
from summittui.present.attribution import speaker_of
from summittui.present.declaration import tally_words
from summittui.present.line import Line
from summittui.present.passages import passage_label
from summittui.present.quote import content, kind_sign
from summittui.present.signs import DOUBTFUL

MOST = 100
"""The number of records of one kind that a cell names at most."""
_SHOWN = 160
"""The number of code points of a passage that a cell shows."""
_SIGNS = {
    DisagreementKind.CONFLICT: ("≠", "differ"),
    DisagreementKind.FRAMING: ("≈", "mixed"),
    DisagreementKind.NAMING: ("~", "mixed"),
    DisagreementKind.OMISSION: ("1", "only"),
    DisagreementKind.DETAIL: ("+", "apparatus"),
}
_SEVERITY_ROLES = {Severity.HIGH: "problem", Severity.MEDIUM: "mixed", Severity.LOW: "apparatus"}


class Entry(Struct, frozen=True):
    """One entry of a cell, and the passage that it opens."""

    line: Line
    passage: Passage | None = None


class AccountRow(Struct, frozen=True, kw_only=True):
    """A row on one matter, or on one kind of records, with a cell for each source."""

    label: tuple[Line, Line]
    """The title of the row, and the relation of the two sources in the row."""
    title: str
    differs: bool
    remarks: tuple[Line, ...]
    """Lines on both sides together."""
    cells: tuple[tuple[Entry, ...], tuple[Entry, ...]]


def account_rows(library: Library, accounts: Accounts) -> tuple[AccountRow, ...]:
    """Return the disagreements, the agreements, then what only one source has."""
    sources = (accounts.left, accounts.right)
    return (
        *(_disagreement(library, sources, each) for each in accounts.disagreements),
        *(_agreement(library, sources, each) for each in accounts.agreements),
        *_only(library, accounts),
    )


def accounts_summary(accounts: Accounts) -> Line:
    """Return how many disagreements and agreements there are."""
    disagreements = counted(len(accounts.disagreements), "disagreement")
    return Line((f"{disagreements} · {counted(len(accounts.agreements), 'agreement')}", "count"))


def source_heading(source: Source) -> Line:
    """Return the heading of a source's column."""
    return Line((source.id, "title"), (f"  {source.outlet}, {source.published or 'no date'}", "apparatus"))


def _disagreement(library: Library, sources: tuple[Source, Source], each: Disagreement) -> AccountRow:
    sign, role = _SIGNS[each.kind]
    state = Line((f"{sign} {each.kind}", role), (f" · {each.severity}", _SEVERITY_ROLES[each.severity]))
    return AccountRow(
        label=(Line((each.title, "heading")), state),
        title=each.title,
        differs=True,
        remarks=(Line((each.explanation, "words")), *_doubts(library, each.sides)),
        cells=_cells(library, sources, each.sides),
    )


def _agreement(library: Library, sources: tuple[Source, Source], each: Agreement) -> AccountRow:
    note = (Line((each.note, "apparatus")),) if each.note else ()
    return AccountRow(
        label=(Line((each.title, "heading")), Line(("= agree", "agree"))),
        title=each.title,
        differs=False,
        remarks=(Line(("Both have it.", "words")), *note, *_doubts(library, each.sides)),
        cells=_cells(library, sources, each.sides),
    )


def _doubts(library: Library, sides: Sequence[Side]) -> Iterator[Line]:
    """Yield every doubt about a side; what one says that another has said already is left out."""
    for side in sides:
        said = ""
        for doubt in doubts_at(library, side.source, side.spans):
            rest = doubt.removeprefix(said).strip()
            said = said or doubt
            if rest:
                yield Line((f"! {side.source}, {DOUBTFUL}: ", "problem"), (rest, "doubt"))


def _cells(
    library: Library, sources: tuple[Source, Source], sides: Sequence[Side]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    by_source = {str(side.source): side for side in sides}
    left, right = (tuple(_side(library, source, by_source.get(source.id))) for source in sources)
    return left, right


def _side(library: Library, source: Source, side: Side | None) -> Iterator[Entry]:
    """Yield the entries of one side: its account in our words, the numbers it states, its passages, its doubts."""
    if side is None:
        yield Entry(Line(("· no account", "silent")))
        return
    passages = [Passage.of(side.source, span) for span in side.spans]
    first = passages[0] if passages else None
    yield Entry(Line(("~ " if passages else "· ", "reported"), (side.gist, "reported")), first)
    for declaration, tally in tallies_at(library, side.source, side.spans):
        doubt = (f" · {DOUBTFUL}" if tally.doubt else "", "problem")
        number = Line(("# ", "words"), (tally_words(tally), "words"), (f" → {declaration.label}", "deed"), doubt)
        yield Entry(number, Passage.of(tally.source, tally.spans[0]))
    yield from (Entry(_passage(library, source, passage), passage) for passage in passages)
    if doubts_at(library, side.source, side.spans):
        yield Entry(Line(("! ", "problem"), (f"{DOUBTFUL}, why stands below", "doubt")), first)


def _passage(library: Library, source: Source, passage: Passage) -> Line:
    text = library.text(passage.source)
    words = clip(text[passage.start : passage.end], _SHOWN) if text else passage.exact
    told = (f"  {in_marks(words)}", "words") if words else (f"  {passage.start}–{passage.end}", "apparatus")
    return Line("  ", (passage_label(library, source.id, passage), "source"), told)


def _only(library: Library, accounts: Accounts) -> Iterator[AccountRow]:
    for name in ("actors", "declarations", "quotes", "claims"):
        left, right = _of(accounts.only_left, name), _of(accounts.only_right, name)
        yield AccountRow(
            label=(
                Line((name.capitalize(), "heading")),
                Line((f"1 only one has  {len(left)} | {len(right)}", "only")),
            ),
            title=f"{name.capitalize()} that only one of the two has",
            differs=False,
            remarks=(Line(("What a source leaves out it has neither affirmed nor denied.", "apparatus")),),
            cells=(_records(library, left, accounts.left), _records(library, right, accounts.right)),
        )


def _of(side: OnlyIn, name: str) -> tuple[Record, ...]:
    return {"actors": side.actors, "declarations": side.declarations, "quotes": side.quotes, "claims": side.claims}[
        name
    ]


def _records(library: Library, records: Sequence[Record], source: Source) -> tuple[Entry, ...]:
    entries = [Entry(_record(library, each), _first(each, source.id)) for each in records[:MOST]]
    if len(records) > MOST:
        entries.append(Entry(Line((f"⋯ and {len(records) - MOST} more", "silent"))))
    return tuple(entries) or (Entry(Line(("· nothing that the other lacks", "silent"))),)


def _record(library: Library, record: Record) -> Line:
    doubt = (f" · {DOUBTFUL}" if getattr(record, "doubt", None) else "", "doubt")
    if isinstance(record, Quote):
        who = (f"{speaker_of(library, record)}  ", "heading")
        return Line(kind_sign(record), who, content(record), doubt)
    return Line("  ", display_name(record), doubt)


def _first(record: Record, source: str) -> Passage | None:
    spans = [each for each in marked_spans(record) if each.source == source]
    content_spans = [each for each in spans if each.field.startswith("spans")]
    chosen: Selector | None = next((each.selector for each in content_spans or spans), None)
    return Passage.of(spans[0].source, chosen) if chosen else None
