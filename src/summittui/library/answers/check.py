"""Check: every rule over the records, and every span against the texts that there are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.contrary_acts import ContraryActs, contrary_acts
from summittui.library.answers.equal_quotes import equal_quotes
from summittui.library.answers.proof import Proof, ProofState, prove, prove_words
from summittui.library.answers.shared_names import SharedName, shared_names
from summittui.library.protocol import Library
from summittui.model import SEARCHED_TABLES, TABLE_OF, TABLES, Problem, Quote, Record, Selector, SourceId
from summittui.model.passages import marked_spans

TextOf = Callable[[SourceId], str | None]
"""The text of a source, or None."""


class SpanProof(Struct, frozen=True, kw_only=True):
    """The proof of one span of a record."""

    table: str
    record: str
    field: str
    source: SourceId
    selector: Selector | None
    """None of words without a place."""
    is_quoted: bool
    """Whether it is of words that stand in quotation marks."""
    proof: Proof

    def __str__(self) -> str:
        span = f" {self.selector.start}–{self.selector.end}" if self.selector else ""
        return f"{self.table} {self.record!r}, {self.field}, {self.source}{span}"


class CheckReport(Struct, frozen=True, kw_only=True):
    """The findings of a check."""

    problems: tuple[Problem, ...]
    """Rules that are broken."""
    spans: dict[str, int]
    """Number of spans by proof state."""
    quoted: dict[str, int]
    """Number of spans with exact words, by proof state."""
    drifts: tuple[SpanProof, ...]
    """Spans that the text of their source does not bear out."""
    unproven: tuple[SpanProof, ...]
    """Spans that no text can prove, though the text of their source is attached."""
    shared_names: tuple[SharedName, ...] = ()
    """Names that several records bear, which nothing forbids."""
    equal_quotes: tuple[tuple[str, ...], ...] = ()
    """The ids of quotes that are equal to each other."""
    contrary_acts: tuple[ContraryActs, ...] = ()
    """Acts that one source tells of one actor, of which only one can be so."""

    @property
    def ok(self) -> bool:
        """Whether no rule is broken and no span has drifted or gone missing."""
        return not self.problems and not self.drifts


def check(library: Library, text_of: TextOf) -> CheckReport:
    """Check the records of a library, and their spans against the texts that `text_of` has."""
    report = _report(_look(library, text_of), tuple(library.problems()), text_of)
    return replace(
        report,
        shared_names=shared_names(library),
        equal_quotes=equal_quotes(library),
        contrary_acts=contrary_acts(library),
    )


def check_source(library: Library, source: SourceId, text: str) -> CheckReport:
    """Check the spans of one source alone against its text."""
    naming = (library.source(source), *library.referrers(source))
    text_of = {source: text}.get
    records = {record.id: record for record in naming if TABLE_OF[type(record)] in SEARCHED_TABLES}
    looked = (each for record in records.values() for each in _look_at(record, text_of))
    return _report((each for each in looked if each.source == source), (), text_of)


def _report(looked: Iterable[SpanProof], broken: tuple[Problem, ...], text_of: TextOf) -> CheckReport:
    """Count spans one by one; only those that are not proven are held."""
    spans, quoted = Counter[ProofState](), Counter[ProofState]()
    drifts, unproven = list[SpanProof](), list[SpanProof]()
    for each in looked:
        spans[each.proof.state] += 1
        quoted[each.proof.state] += each.is_quoted
        if not each.proof.sound:
            drifts.append(each)
        if each.proof.state is ProofState.UNPROVEN and text_of(each.source) is not None:
            unproven.append(each)
    return CheckReport(
        problems=broken,
        spans={state.value: spans[state] for state in ProofState},
        quoted={state.value: quoted[state] for state in ProofState},
        drifts=tuple(drifts),
        unproven=tuple(unproven),
    )


def _look(library: Library, text_of: TextOf) -> Iterator[SpanProof]:
    """Yield the proof of every span, record by record, then of the words of quotes that have no place."""
    for record in (record for table in SEARCHED_TABLES for record in library.every(TABLES[table])):
        yield from _spans_of(record, text_of)
    for quote in library.every(Quote):
        yield from _words_of(quote, text_of)


def _look_at(record: Record, text_of: TextOf) -> Iterator[SpanProof]:
    yield from _spans_of(record, text_of)
    if isinstance(record, Quote):
        yield from _words_of(record, text_of)


def _spans_of(record: Record, text_of: TextOf) -> Iterator[SpanProof]:
    for marked in marked_spans(record):
        yield SpanProof(
            table=TABLE_OF[type(record)],
            record=record.id,
            field=marked.field,
            source=marked.source,
            selector=marked.selector,
            is_quoted=marked.selector.exact is not None,
            proof=prove(marked.selector, text_of(marked.source)),
        )


def _words_of(quote: Quote, text_of: TextOf) -> Iterator[SpanProof]:
    if quote.words and not quote.quoted:
        yield SpanProof(
            table="quotes",
            record=quote.id,
            field="words",
            source=quote.source,
            selector=None,
            is_quoted=True,
            proof=prove_words(quote.words, text_of(quote.source)),
        )
