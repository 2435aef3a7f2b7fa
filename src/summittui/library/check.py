"""Check: every rule over the records, and every span against the texts that there are."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.equal_quotes import equal_quotes
from summittui.library.library import Library
from summittui.library.names import SharedName, shared_names
from summittui.library.proof import Proof, ProofState, prove, prove_words
from summittui.model import TABLE_OF, Problem, Quote, Selector, SourceId
from summittui.model.passages import marked_spans
from summittui.model.rules import problems


class Drift(Struct, frozen=True, kw_only=True):
    """A span that its source's text no longer bears out."""

    table: str
    record: str
    field: str
    source: SourceId
    selector: Selector
    proof: Proof


class CheckReport(Struct, frozen=True, kw_only=True):
    """What a check found."""

    problems: tuple[Problem, ...]
    """Rules that are broken."""
    spans: dict[str, int]
    """Number of spans by proof state."""
    quoted: dict[str, int]
    """Number of spans with exact words, by proof state."""
    drifts: tuple[Drift, ...]
    shared_names: tuple[SharedName, ...] = ()
    """Names that several records bear; nothing forbids them."""
    equal_quotes: tuple[tuple[str, ...], ...] = ()
    """The ids of quotes that are equal to each other."""

    @property
    def ok(self) -> bool:
        """Whether no rule is broken and no span has drifted or gone missing."""
        return not self.problems and not self.drifts


class _Looked(Struct, frozen=True):
    exact: bool
    proof: Proof
    drift: Drift | None


def check(library: Library, texts: Mapping[SourceId, str]) -> CheckReport:
    """Check the records of a library, and their spans against `texts` by source."""
    report = _report(tuple(_look(library, texts)), tuple(problems(library.records)))
    return replace(report, shared_names=shared_names(library), equal_quotes=equal_quotes(library))


def check_source(library: Library, source: SourceId, text: str) -> CheckReport:
    """Check the spans of one source alone against its text."""
    looked = _look(library, {source: text})
    return _report(tuple(look for look in looked if look.proof.state is not ProofState.NOT_ATTACHED), ())


def _report(looked: tuple[_Looked, ...], broken: tuple[Problem, ...]) -> CheckReport:
    return CheckReport(
        problems=broken,
        spans=_counts(look.proof.state for look in looked),
        quoted=_counts(look.proof.state for look in looked if look.exact),
        drifts=tuple(look.drift for look in looked if look.drift),
    )


def _look(library: Library, texts: Mapping[SourceId, str]) -> Iterator[_Looked]:
    for record in library.records:
        for marked in marked_spans(record):
            proof = prove(marked.selector, texts.get(marked.source))
            drift = None
            if not proof.sound:
                drift = Drift(
                    table=TABLE_OF[type(record)],
                    record=record.id,
                    field=marked.field,
                    source=marked.source,
                    selector=marked.selector,
                    proof=proof,
                )
            yield _Looked(marked.selector.exact is not None, proof, drift)
    for quote in library.records.quotes:
        if quote.words and not quote.quoted:
            yield _look_for_words(quote, quote.words, texts.get(quote.source))


def _look_for_words(quote: Quote, words: str, text: str | None) -> _Looked:
    proof = prove_words(words, text)
    unplaced = Selector(start=0, end=0, exact=words)
    drift = Drift(table="quotes", record=quote.id, field="words", source=quote.source, selector=unplaced, proof=proof)
    return _Looked(exact=True, proof=proof, drift=None if proof.sound else drift)


def _counts(states: Iterator[ProofState]) -> dict[str, int]:
    counts = Counter(states)
    return {state.value: counts[state] for state in ProofState}
