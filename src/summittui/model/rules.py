"""Rules of a sound set of records: ids, references, formats, spans, and the fields that each kind of quote needs."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from summittui.model.actor import Actor
from summittui.model.claim import Claim
from summittui.model.countries import is_country_code
from summittui.model.dates import is_partial_date
from summittui.model.declaration import Declaration
from summittui.model.errors import Problem
from summittui.model.fact_check import FactCheck
from summittui.model.formats import is_hexadecimal, is_language_tag, is_web_address
from summittui.model.ids import LONGEST_ID, is_slug
from summittui.model.numbers import changes_number
from summittui.model.passages import marked_spans
from summittui.model.proposal import Proposal
from summittui.model.quote import Quote
from summittui.model.quote_rules import BrokenRules, quote_problems, span_label
from summittui.model.record import Record
from summittui.model.records import TABLE_OF, TABLES, Records
from summittui.model.references import references
from summittui.model.selector import DIGEST_LENGTH
from summittui.model.source import Source
from summittui.model.text import clip, has_words, safe
from summittui.model.text_checks import blank_texts, repeated_items

_DATE_FIELDS = ("date", "published", "as_of", "not_after", "checked_on")
SHA256_LENGTH = 64
SHOWN = 60
"""The number of code points of a wrong value that a problem shows."""
_LARGEST = 2**63 - 1
"""The largest number that every reader of JSON and TOML keeps."""
_CHAINS = ("speaks_for", "affiliation", "part_of", "nested_in", "digest_of")
"""Fields that lead from a record to another of its table, and must not lead back to it."""
Find = Callable[[str], Record | None]
"""A function that returns the record with an id, or None."""


def problems(records: Records) -> Iterator[Problem]:
    """Yield everything that breaks a rule, table by table."""
    home: dict[str, str] = {}
    for record in records:
        table = TABLE_OF[type(record)]
        if record.id in home:
            yield taken_id(table, record.id, home[record.id])
        home.setdefault(record.id, table)
    lengths = {source.id: source.length for source in records.sources}
    by_id = {record.id: record for record in records}
    for record in records:
        yield from problems_of(record, home, lengths, by_id.get)


def taken_id(table: str, record: str, home: str) -> Problem:
    """Return the problem of a record of a table whose id a record of the table `home` has already."""
    return Problem(
        table=table, record=record, field="id", message=f"the id is taken by a record in {home}; choose another"
    )


def problems_of(
    record: Record, home: Mapping[str, str], lengths: Mapping[str, int | None], find: Find
) -> Iterator[Problem]:
    """Yield what is wrong with one record.

    Args:
        record: The record to look at.
        home: The table of each id in the store.
        lengths: The length of each source's text in code points, where known.
        find: Gives any record of the store.
    """
    table = TABLE_OF[type(record)]
    rules: Sequence[Callable[[], BrokenRules]] = (
        lambda: _id(record),
        lambda: _texts(record),
        lambda: _dates(record),
        lambda: _formats(record),
        lambda: _numbers(record),
        lambda: _references(record, home),
        lambda: _chains(record, find),
        lambda: _bounds(record, lengths),
        lambda: _overlaps(record),
        lambda: _evidence(record),
        lambda: quote_problems(record) if isinstance(record, Quote) else iter(()),
        lambda: _stances(record),
        lambda: _bases(record),
        lambda: _proposal(record),
    )
    for rule in rules:
        for field, message in rule():
            yield Problem(table=table, record=record.id, field=field, message=message)


def _id(record: Record) -> BrokenRules:
    if not is_slug(record.id):
        form = f"lower-case letters and digits in words joined by hyphens, {LONGEST_ID} at most"
        yield "id", f"this is no id; write {form}"


def _texts(record: Record) -> BrokenRules:
    for field in blank_texts(record):
        yield field, "it must show something; write it"
    for field, item in repeated_items(record):
        yield field, f"{_shown(item)} is named twice; keep one of them"


def _dates(record: Record) -> BrokenRules:
    parts: list[tuple[str, Struct]] = [("", record)]
    if isinstance(record, Declaration):
        parts += [(f"acts[{index}].", act) for index, act in enumerate(record.acts)]
        parts += [(f"tallies[{index}].", tally) for index, tally in enumerate(record.tallies)]
    for path, part in parts:
        for name in _DATE_FIELDS:
            value = getattr(part, name, None)
            if value is not None and not is_partial_date(value):
                yield f"{path}{name}", f"{_shown(value)} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"


def _formats(record: Record) -> BrokenRules:
    url, language = (getattr(record, name, None) for name in ("url", "language"))
    for field in ("sha256", "file_sha256"):
        digest = getattr(record, field, None)
        if digest is not None and not is_hexadecimal(digest, SHA256_LENGTH):
            yield field, f"{_shown(digest)} is no SHA-256; write its 64 hexadecimal digits in small letters"
    if url is not None and not is_web_address(url):
        yield "url", f"{_shown(url)} is no web address; write one that begins with https:// or http://, without blanks"
    if language is not None and not is_language_tag(language):
        yield "language", f"{_shown(language)} is no tag of a language; write one such as en, fr-CA or zh-Hans"
    if isinstance(record, Actor) and record.iso is not None and not is_country_code(record.iso):
        yield "iso", f"{_shown(record.iso)} is no code of a state; write its three letters of ISO 3166-1, such as FRA"
    for marked in marked_spans(record):
        digest = marked.selector.digest
        if digest is not None and not is_hexadecimal(digest, DIGEST_LENGTH):
            yield (
                f"{marked.field}.digest",
                f"{_shown(digest)} is no digest; write 16 hexadecimal digits or none",
            )


def _numbers(record: Record) -> BrokenRules:
    numbers = [("length", getattr(record, "length", None))]
    if isinstance(record, Declaration):
        numbers += [(f"tallies[{at}].number", tally.number) for at, tally in enumerate(record.tallies)]
    for field, number in numbers:
        if number is not None and not 0 <= number <= _LARGEST:
            yield field, f"{number} is out of range; write a whole number from 0 to {_LARGEST}"
    for at, tally in enumerate(record.tallies if isinstance(record, Declaration) else ()):
        if tally.number is not None and changes_number(tally.counts):
            message = f"{_shown(tally.counts)} changes the number before it; write one number, all in digits"
            yield f"tallies[{at}].counts", message


def _chains(record: Record, find: Find) -> BrokenRules:
    for field in _CHAINS:
        way, id_ = [record.id], getattr(record, field, None)
        while id_ and id_ not in way:
            way.append(id_)
            id_ = getattr(find(id_), field, None)
        if id_ == record.id:
            round_ = " → ".join((*way, record.id))
            yield field, f"it leads back to the record itself, {round_}; clear one of them" if way[1:] else _ITSELF


_ITSELF = "a record cannot name itself; name another one or clear it"


def _references(record: Record, home: Mapping[str, str]) -> BrokenRules:
    for reference in references(record):
        if reference.id == record.id and reference.field not in _CHAINS:
            yield reference.field, _ITSELF
        found = home.get(reference.id)
        if found not in reference.tables:
            wanted = " or ".join(TABLES[name].__name__.lower() for name in reference.tables)
            yield reference.field, f"no {wanted} has the id {reference.id!r}; add it or correct the id"


def _bounds(record: Record, lengths: Mapping[str, int | None]) -> BrokenRules:
    for marked in marked_spans(record):
        span = marked.selector
        place = f"{span.start}–{span.end}"
        length = lengths.get(marked.source)
        if span.start < 0 or span.start >= span.end:
            yield marked.field, f"the span {place} is empty or runs backwards; its end must lie behind its start"
        elif length is not None and span.end > length:
            why = f"the span {place} ends behind the text of {marked.source!r}, which has {length} characters"
            yield marked.field, f"{why}; correct it"
        elif span.exact is not None and len(span.exact) != span.end - span.start:
            why = f"the exact words have {len(span.exact)} characters, the span {place} does not"
            yield marked.field, f"{why}; correct one of them"


def _overlaps(record: Record) -> BrokenRules:
    lists = {name: getattr(record, name, ()) for name in ("spans", "quoted", "cue")}
    if isinstance(record, Source):
        lists = {"outline": record.outline}
    for name, spans in lists.items():
        for index in range(1, len(spans)):
            before, span = spans[index - 1], spans[index]
            if span.start < before.end:
                yield (
                    f"{name}[{index}]",
                    f"the span {span_label(span)} overlaps or precedes {span_label(before)}; order them apart",
                )


def _evidence(record: Record) -> BrokenRules:
    if isinstance(record, Quote) and record.words is not None and not has_words(record.words):
        yield "words", "a quote needs its words, not punctuation alone; write them"
    elif isinstance(record, Quote) and not (record.spans or record.words or record.gist):
        yield "spans", "a quote needs its spans, or its words until their place in the text is known"
    if isinstance(record, Declaration):
        for index, act in enumerate(record.acts):
            if not act.sources:
                yield f"acts[{index}].source", "an act needs the source that states it; give evidence or a source"
        yield from _repeated_acts(record)
    if isinstance(record, FactCheck) and not record.sources:
        yield "sources", "a check needs the source whose claim it is; name it"


def _repeated_acts(declaration: Declaration) -> BrokenRules:
    first: dict[object, int] = {}
    for index, act in enumerate(declaration.acts):
        same = first.setdefault((act.actor, act.act, act.sources, act.as_of), index)
        if same != index:
            yield f"acts[{index}]", f"acts[{same}] says the same by the same source; keep one of them"


def _stances(record: Record) -> BrokenRules:
    """Yield each stance on an issue on which the same coder has set one of the same holder already."""
    parts: list[tuple[str, Struct]] = [("", record)]
    if isinstance(record, Declaration):
        parts += [(f"acts[{index}].", act) for index, act in enumerate(record.acts)]
    for path, part in parts:
        first: dict[object, int] = {}
        for index, stance in enumerate(getattr(part, "stances", ())):
            same = first.setdefault((stance.issue, stance.holder, stance.by), index)
            if same != index:
                yield f"{path}stances[{index}]", f"stances[{same}] is on {stance.issue!r} too; keep one of them"


def _bases(record: Record) -> BrokenRules:
    """Yield each stance whose basis lies outside the content of its record."""
    if isinstance(record, Declaration):
        for at, act in enumerate(record.acts):
            for index, stance in enumerate(act.stances):
                if stance.basis is not None:
                    field = f"acts[{at}].stances[{index}].basis"
                    yield field, "a deed carries its stance, not a span of words; leave the basis out"
    if not isinstance(record, Quote | Claim):
        return
    content = (*record.spans, *(record.quoted if isinstance(record, Quote) else ()))
    for index, stance in enumerate(record.stances):
        if stance.basis is not None and not any(span.contains(stance.basis) for span in content):
            message = f"the span {span_label(stance.basis)} lies outside the content; correct one of them"
            yield f"stances[{index}].basis", message


def _proposal(record: Record) -> BrokenRules:
    if not isinstance(record, Proposal):
        return
    if sum(each is not None for each in (record.quote, record.act, record.tally)) != 1:
        yield "quote", "a proposal proposes one thing; give either a quote, an act or a tally"
    if record.quote is not None and not record.quote.spans:
        yield "quote.spans", "a quote that is proposed needs its spans; give them"


def _shown(text: str) -> str:
    return repr(clip(safe(text), SHOWN))
