"""Two sources side by side as the texts of a grid: where they differ, where they agree, what only one has."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.accounts import Accounts, OnlyIn
from summittui.library.memory.annotations_at import doubts_at, tallies_at
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
from summittui.model.text import clip
from summittui.present.attribution import speaker_of
from summittui.present.signs import DOUBTFUL, KINDS
from summittui.ui.render.declaration import tally_words
from summittui.ui.render.line import line
from summittui.ui.render.quote import content, passage_place
from summittui.ui.widgets.grid import GridRow

MOST = 100
"""How many records of one kind a cell names."""
_SHOWN = 160
"""How many code points of a passage a cell shows."""
_SIGNS = {
    DisagreementKind.CONFLICT: ("≠", "differ"),
    DisagreementKind.FRAMING: ("≈", "mixed"),
    DisagreementKind.NAMING: ("~", "mixed"),
    DisagreementKind.OMISSION: ("1", "only"),
    DisagreementKind.DETAIL: ("+", "apparatus"),
}
_SEVERITY_TOKENS = {Severity.HIGH: "problem", Severity.MEDIUM: "mixed", Severity.LOW: "apparatus"}


class Entry(Struct, frozen=True):
    """One entry of a cell, and the passage that it opens."""

    text: Text
    passage: Passage | None = None


class AccountRow(Struct, frozen=True, kw_only=True):
    """One matter."""

    label: Text
    title: str
    differs: bool
    told: tuple[Text, ...]
    """What is to be said about both sides together."""
    cells: tuple[tuple[Entry, ...], tuple[Entry, ...]]

    def grid_row(self) -> GridRow:
        """Return the row as a grid shows it."""
        left, right = self.cells
        return GridRow(self.label, (tuple(each.text for each in left), tuple(each.text for each in right)))


def account_rows(library: Library, found: Accounts) -> tuple[AccountRow, ...]:
    """Return the disagreements, the agreements, then what only one source has."""
    sources = (found.left, found.right)
    return (
        *(_disagreement(library, sources, each) for each in found.disagreements),
        *(_agreement(library, sources, each) for each in found.agreements),
        *_only(library, found),
    )


def summary(found: Accounts) -> Text:
    """Return how many disagreements and agreements there are."""
    return line((f"{len(found.disagreements)} disagreements · {len(found.agreements)} agreements", "count"))


def source_heading(source: Source) -> Text:
    """Return the heading of a source's column."""
    return line((source.id, "title"), (f"  {source.outlet}, {source.published or 'no date'}", "apparatus"))


def _disagreement(library: Library, sources: tuple[Source, Source], each: Disagreement) -> AccountRow:
    sign, token = _SIGNS[each.kind]
    state = line((f"{sign} {each.kind}", token), (f" · {each.severity}", _SEVERITY_TOKENS[each.severity]))
    return AccountRow(
        label=Text("\n").join([line((each.title, "heading")), state]),
        title=each.title,
        differs=True,
        told=(line((each.explanation, "words")), *_doubts(library, each.sides)),
        cells=_cells(library, sources, each.sides),
    )


def _agreement(library: Library, sources: tuple[Source, Source], each: Agreement) -> AccountRow:
    note = (line((each.note, "apparatus")),) if each.note else ()
    return AccountRow(
        label=Text("\n").join([line((each.title, "heading")), line(("= agree", "agree"))]),
        title=each.title,
        differs=False,
        told=(line(("Both have it.", "words")), *note, *_doubts(library, each.sides)),
        cells=_cells(library, sources, each.sides),
    )


def _doubts(library: Library, sides: Sequence[Side]) -> Iterator[Text]:
    """Yield every doubt about a side; what one says that another has said already is left out."""
    for side in sides:
        said = ""
        for doubt in doubts_at(library, side.source, side.spans):
            rest = doubt.removeprefix(said).strip()
            said = said or doubt
            if rest:
                yield line((f"! {side.source}, {DOUBTFUL}: ", "problem"), (rest, "doubt"))


def _cells(
    library: Library, sources: tuple[Source, Source], sides: Sequence[Side]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    by_source = {str(side.source): side for side in sides}
    left, right = (tuple(_side(library, source, by_source.get(source.id))) for source in sources)
    return left, right


def _side(library: Library, source: Source, side: Side | None) -> Iterator[Entry]:
    """Yield the entries of one side: its account in our words, the numbers it states, its passages, its doubts."""
    if side is None:
        yield Entry(line(("· no account", "silent")))
        return
    passages = [Passage.of(side.source, span) for span in side.spans]
    first = passages[0] if passages else None
    yield Entry(line(("~ " if passages else "· ", "reported"), (side.gist, "reported")), first)
    for declaration, tally in tallies_at(library, side.source, side.spans):
        number = line(("# ", "words"), (tally_words(tally), "words"), (f" → {declaration.label}", "deed"))
        doubt = line((f" · {DOUBTFUL}", "problem")) if tally.doubt else Text()
        yield Entry(number + doubt, Passage.of(side.source, tally.spans[0]))
    yield from (Entry(_passage(library, source, passage), passage) for passage in passages)
    if doubts_at(library, side.source, side.spans):
        yield Entry(line(("! ", "problem"), (f"{DOUBTFUL}, why stands below", "doubt")), first)


def _passage(library: Library, source: Source, passage: Passage) -> Text:
    where = passage_place(library, source.id, passage)
    text = library.texts.get(passage.source)
    words = f"“{clip(text[passage.start : passage.end], _SHOWN)}”" if text else passage.exact and f"“{passage.exact}”"
    told = line((f"  {words}", "words")) if words else line((f"  {passage.start}–{passage.end}", "apparatus"))
    return line("  ", (where, "source")) + told


def _only(library: Library, found: Accounts) -> Iterator[AccountRow]:
    for name in ("actors", "declarations", "quotes", "claims"):
        cells = [_records(library, side, name, source) for side, source in _sides(found)]
        counts = [len(_of(side, name)) for side, _ in _sides(found)]
        state = line((f"1 only one has  {counts[0]} | {counts[1]}", "only"))
        yield AccountRow(
            label=Text("\n").join([line((name.capitalize(), "heading")), state]),
            title=f"{name.capitalize()} that only one of the two has",
            differs=False,
            told=(line(("What a source leaves out it has neither affirmed nor denied.", "apparatus")),),
            cells=(cells[0], cells[1]),
        )


def _sides(found: Accounts) -> tuple[tuple[OnlyIn, Source], tuple[OnlyIn, Source]]:
    return (found.only_left, found.left), (found.only_right, found.right)


def _of(side: OnlyIn, name: str) -> tuple[Record, ...]:
    return {"actors": side.actors, "declarations": side.declarations, "quotes": side.quotes, "claims": side.claims}[
        name
    ]


def _records(library: Library, side: OnlyIn, name: str, source: Source) -> tuple[Entry, ...]:
    records = _of(side, name)
    entries = [Entry(_record(library, each), _first(each, source.id)) for each in records[:MOST]]
    if len(records) > MOST:
        entries.append(Entry(line((f"⋯ and {len(records) - MOST} more", "silent"))))
    return tuple(entries) or (Entry(line(("· nothing that the other lacks", "silent"))),)


def _record(library: Library, record: Record) -> Text:
    doubt = line((f" · {DOUBTFUL}" if getattr(record, "doubt", None) else "", "doubt"))
    if isinstance(record, Quote):
        sign = KINDS[record.kind]
        who = speaker_of(library, record)
        return line((f"{sign.brief} ", sign.token), (f"{who}  ", "heading")) + content(record) + doubt
    return line("  ", display_name(record)) + doubt


def _first(record: Record, source: str) -> Passage | None:
    spans = [each for each in marked_spans(record) if each.source == source]
    content_spans = [each for each in spans if each.field.startswith("spans")]
    chosen: Selector | None = next((each.selector for each in content_spans or spans), None)
    return Passage.of(spans[0].source, chosen) if chosen else None
