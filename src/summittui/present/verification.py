"""The wording of a source held against the public record: borne out, contradicted or open, never just false."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from summittui.library import Library
from summittui.library.answers.verification.verifying import (
    Verification,
    VerifiedAct,
    VerifiedCheck,
    VerifiedQuote,
    VerifiedTally,
    checks_of,
)
from summittui.library.answers.verification.wordings import Outcome, Wording
from summittui.model import Claim, FactCheck, Quote, Record, Ruling, Source, SourceId
from summittui.model.quotation import in_marks
from summittui.model.text import counted
from summittui.present.attribution import doubt_words, speaker_of, wording
from summittui.present.declaration import act_dates, certainty_words, tally_as_stated
from summittui.present.line import Line, labelled
from summittui.present.passages import stated_by
from summittui.present.proof import offsets
from summittui.present.signs import Sign
from summittui.present.source import outlet_label, source_label
from summittui.present.table import Table
from summittui.present.variants import word_difference

RULINGS: Mapping[Ruling, Sign] = {
    Ruling.SUPPORTED: Sign("=", "supported by the record", "agree", "supported"),
    Ruling.CONTRADICTED: Sign("≠", "contradicted by the record", "differ", "contradicted"),
    Ruling.UNVERIFIABLE: Sign("?", "not to be verified from the record", "unclear", "unverifiable"),
    Ruling.NOTED: Sign("§", "noted", "apparatus"),
}
CLAIMS = "Claims, checked"
WORDS = "Words, beside those on record"
NUMBERS = "Numbers, beside those on record"
ACTS = "Acts, beside those on record"
HEADINGS = ("part", "what", "outcome", "said", "on record", "reason", "pages", "certainty", "checked by", "record")
NO_RECORD = "No page of the public record is in the library; summittui collections add ai-declarations brings some in."
_OPEN = "that it is untrue is not shown by that"


class Entry(Struct, frozen=True, kw_only=True):
    """A matter on which a source says something, beside what the record has of it."""

    part: str
    """The heading under which it stands."""
    key: str
    """The key of the matter among the entries of the source."""
    lines: tuple[Line, ...]
    """The words of the source with the outcome, then what is on record."""
    claim: Record
    """The record in which the source's claim stands."""
    on_record: tuple[str, ...] = ()
    """The ids of the quotes, declarations and pages that the record has of it."""


def verification_lines(library: Library, verification: Verification) -> Iterator[Line]:
    """Yield a source held against the record: checks, words, numbers, acts, and what nobody has checked."""
    yield Line((f"{source_label(library.source(verification.source))}, held against the public record", "title"))
    yield from (Line((words, "doubt")) for words in (no_record(library),) if words)
    yield Line((summary(verification), "count"))
    part = ""
    for entry in verification_entries(library, verification):
        if entry.part != part:
            part = entry.part
            yield Line()
            yield Line((part, "heading"))
        yield from entry.lines
    if verification.unchecked:
        yield Line()
        ids = ", ".join(claim.id for claim in verification.unchecked)
        yield labelled(f"claims that nobody has checked, {len(verification.unchecked)}", (ids, "source"))


def no_record(library: Library) -> str:
    """Return the sentence that there is nothing to hold a source against; empty where there are pages of a record."""
    return "" if library.derived(_has_record) else NO_RECORD


def _has_record(library: Library) -> bool:
    """Tell whether a library has a page of the public record; goes through its sources until one is."""
    return any(source.is_of_record for source in library.every(Source))


def verification_entries(library: Library, verification: Verification) -> Iterator[Entry]:
    """Yield the checks, words, numbers and acts of a source, each beside the record."""
    for checked in verification.checks:
        lines = tuple(check_lines(library, checked.check, checked))
        pages = (*checked.check.about, *checked.check.pages)
        yield Entry(part=CLAIMS, key=checked.check.id, lines=lines, claim=checked.check, on_record=pages)
    for quoted in verification.quotes:
        lines = tuple(_quote_lines(library, quoted))
        met = quoted.on_record
        ids = (met.id, met.source, *((met.official,) if met.official else ())) if met else ()
        yield Entry(part=WORDS, key=quoted.quote.id, lines=lines, claim=quoted.quote, on_record=ids)
    for number, told in enumerate(verification.tallies, 1):
        lines = tuple(_tally_lines(library, told))
        ids = tuple(id_ for each in told.on_record for id_ in (each.declaration.id, each.tally.source))
        yield _of_declaration(NUMBERS, f"number-{number}", told, lines, ids)
    for done in verification.acts:
        lines = tuple(_act_lines(library, done))
        ids = tuple(id_ for declaration, act in done.on_record for id_ in (declaration.id, *act.sources))
        yield _of_declaration(ACTS, f"{done.act.actor}-{done.act.act}", done, lines, ids)


def _of_declaration(
    part: str, key: str, each: VerifiedTally | VerifiedAct, lines: tuple[Line, ...], ids: tuple[str, ...]
) -> Entry:
    text = each.declaration
    return Entry(part=part, key=f"{text.id}/{key}", lines=lines, claim=text, on_record=tuple(dict.fromkeys(ids)))


def summary(verification: Verification) -> str:
    """Return how many checks ruled how, and how many quotes, numbers and acts met with which outcome."""
    rulings = [each.check.ruling for each in verification.checks]
    told = [f"{rulings.count(ruling)} {RULINGS[ruling].said or ruling}" for ruling in Ruling if ruling in rulings]
    outcomes = [each.outcome for each in verification.quotes] + [each.outcome for each in verification.tallies]
    outcomes += [each.outcome for each in verification.acts]
    met = [f"{outcomes.count(outcome)} {outcome}" for outcome in Outcome if outcome in outcomes]
    checks = f"{counted(len(verification.checks), 'check')}: {', '.join(told)}" if told else "no checks"
    return f"{checks} · words, numbers and acts: {', '.join(met) or 'none'}"


def check_lines(library: Library, check: FactCheck, verified: VerifiedCheck | None = None) -> list[Line]:
    """Return a check: the claim, how it stands and why, the pages, how sure, by whom and when, and what it looks at."""
    sign = RULINGS[check.ruling]
    head = Line((f"  {sign.full}", sign.role), f" — {check.finding}: ", (check.claim, "reported"))
    where = stated_by(library, check.evidence, check.sources)
    spans = f", {offsets(check.evidence)}" if check.evidence else ""
    pages = "; ".join(source_label(library.source(id_)) for id_ in check.pages) or "no page of the record has it"
    who = f"certainty {check.certainty}; checked by {check.checked_by}, {check.checked_on}"
    lines = [
        head,
        Line("      ", labelled("claimed in", (f"{where}{spans} [{check.id}]", "source"))),
        Line("      ", labelled("why", check.reason)),
        Line("      ", labelled("pages", (pages, "source"))),
        Line("      ", (who, "apparatus")),
    ]
    if verified and verified.records:
        ids = ", ".join(record.id for record in verified.records)
        lines.append(Line("      ", labelled("stands beside", (ids, "source"))))
    return lines


def checked_paragraphs(library: Library, record: Claim | Quote) -> list[Line]:
    """Return the checks that look at a claim or a quote, under a heading; none where there are none."""
    found = checks_of(library, record)
    if not found:
        return []
    heading = Line(("Checked against the record", "heading"), (" · outside all positions", "apparatus"))
    return [Line(), heading, *(line for check in found for line in check_lines(library, check))]


def _beside(checks: Sequence[FactCheck]) -> Line:
    told = ", ".join(f"{RULINGS[each.ruling].said or each.ruling} ({each.finding}) [{each.id}]" for each in checks)
    return Line((f"; checked: {told}" if told else "", "apparatus"))


def _quote_lines(library: Library, each: VerifiedQuote) -> list[Line]:
    who = speaker_of(library, each.quote)
    head = Line((f"  {each.outcome}", _role(each.outcome)), f": {who}: ", (wording(each.quote), "words"))
    lines = [Line(head, (f" [{each.quote.id}]", "source"), _beside(each.checks))]
    if each.outcome is Outcome.NOT_FOUND:
        return [*lines, Line("      ", (f"{_known_words(who, each.known)}; {_OPEN}", "doubt"))]
    if each.wording is None or each.on_record is None:
        return lines
    record = each.on_record
    place = f"{source_label(library.source(record.source))} [{record.id}]"
    official = f"; official: {source_label(library.source(record.official))}" if record.official else ""
    sure = certainty_words(record.certainty)
    lines.append(
        Line(
            "      ",
            labelled("on record", (in_marks(record.exact or ""), "words"), (f" — {place}{official}{sure}", "source")),
        )
    )
    return [*lines, *_difference(each.wording)]


def _known_words(who: str, number: int) -> str:
    """Return among how many utterances of somebody on record these words were looked for and not found."""
    if number < 2:
        return f"the one utterance of {who} on record has other words" if number else f"no words of {who} are on record"
    return f"none of {number} utterances of {who} on record has these words"


def _difference(wording_: Wording) -> Iterator[Line]:
    if wording_.pieces:
        yield Line("      ", labelled("word by word", word_difference(wording_.pieces)))
    if wording_.left_out:
        left = " … ".join(in_marks(words) for words in wording_.left_out)
        yield Line("      ", labelled("left out", (left, "words")))


def _tally_lines(library: Library, each: VerifiedTally) -> list[Line]:
    doubt = doubt_words(each.tally.doubt, "; ")
    what = f": {each.declaration.label}: {tally_as_stated(each.tally)}"
    head = Line((f"  {each.outcome}", _role(each.outcome)), what, (doubt, "doubt"), _beside(each.checks))
    lines = [head]
    for one in each.on_record:
        place = source_label(library.source(one.tally.source))
        told = f"{one.declaration.label}: {tally_as_stated(one.tally)}"
        lines.append(Line("      ", labelled("on record", told, (f" — {place}", "source"))))
    if not each.on_record:
        lines.append(Line("      ", (f"no number of the record counts this; {_OPEN}", "doubt")))
    return lines


def _act_lines(library: Library, each: VerifiedAct) -> list[Line]:
    doubt = doubt_words(each.act.doubt, "; ")
    what = f": {library.name(each.act.actor)} {each.act.act.phrase(each.declaration.label)}"
    lines = [Line((f"  {each.outcome}", _role(each.outcome)), what, (doubt, "doubt"), _beside(each.checks))]
    for declaration, act in each.on_record:
        told = f"{act.act.phrase(declaration.label)}{act_dates(act)}"
        place = "; ".join(outlet_label(library.source(id_)) for id_ in act.sources)
        lines.append(
            Line("      ", labelled("on record", told, (f" — {place}", "source"), (doubt_words(act.doubt), "doubt")))
        )
    if not each.on_record:
        lines.append(Line("      ", (f"the record has no act of its on this text; {_OPEN}", "doubt")))
    return lines


def _role(outcome: Outcome) -> str:
    match outcome:
        case Outcome.SAME:
            return "agree"
        case Outcome.FEWER | Outcome.REPORTED:
            return "unclear"
        case Outcome.NOT_FOUND:
            return "doubt"
    return "differ"


def verification_table(library: Library, verification: Verification) -> Table:
    """Return a row for each check, quote, number and act, with what the record has."""
    rows = [_check_row(library, each.check) for each in verification.checks]
    rows += [_quote_row(library, each) for each in verification.quotes]
    rows += [_lines_row("number", each, _tally_lines(library, each)) for each in verification.tallies]
    rows += [_lines_row("act", each, _act_lines(library, each)) for each in verification.acts]
    return Table(HEADINGS, tuple(rows))


def _check_row(library: Library, check: FactCheck) -> tuple[str, ...]:
    pages = "; ".join(source_label(library.source(SourceId(id_))) for id_ in check.pages)
    sure = (check.certainty.value, f"{check.checked_by}, {check.checked_on}", check.id)
    return ("claim", check.finding, check.ruling, check.claim, "", check.reason, pages, *sure)


def _quote_row(library: Library, each: VerifiedQuote) -> tuple[str, ...]:
    record = each.on_record
    on_record = in_marks(record.exact or "") if record else ""
    pages = source_label(library.source(record.source)) if record else ""
    reason = "; ".join(line.plain.strip() for line in _difference(each.wording)) if each.wording else ""
    sure = (record.certainty or "" if record else "", "", each.quote.id)
    said = f"{speaker_of(library, each.quote)}: {wording(each.quote)}"
    return ("words", speaker_of(library, each.quote), each.outcome, said, on_record, reason, pages, *sure)


def _lines_row(part: str, each: VerifiedTally | VerifiedAct, lines: Sequence[Line]) -> tuple[str, ...]:
    said, *on_record = (line.plain.strip() for line in lines)
    label = each.declaration.label
    return (part, label, each.outcome, said, "; ".join(on_record), "", "", "", "", each.declaration.id)
