"""The wording of any record: in paragraphs for a reader's eye, and in labelled lines with every field."""

from collections.abc import Iterator, Sequence

from summittui.library import Library
from summittui.model import TABLE_OF, Actor, Claim, Declaration, FactCheck, Quote, Record, Source
from summittui.model.display_names import display_name
from summittui.present.actor import actor_lines, actor_paragraphs
from summittui.present.attribution import doubt_words, speaker_name, where, wording
from summittui.present.claim import claim_label, claim_paragraphs
from summittui.present.declaration import declaration_lines, declaration_paragraphs
from summittui.present.line import Line, labelled
from summittui.present.note import note_lines, note_paragraphs
from summittui.present.proof import claim_proof_words, proof_lines
from summittui.present.quote import quote_lines, quote_paragraphs
from summittui.present.stance import stance_lines
from summittui.present.verification import check_lines, checked_paragraphs
from summittui.queries.language.fields import OWN, OWN_WORDS


def record_paragraphs(library: Library, record: Record) -> Sequence[Line]:
    """Return a record, paragraph by paragraph, with the star and the memo that the user gave it."""
    found = _paragraphs(library, record)
    beside = [*_checked(library, record), *_collection(library, record)]
    found = [*found, *beside] if beside else found
    notes = note_paragraphs(library, record)
    return [found[0], *notes, *found[1:]] if notes else found


def _paragraphs(library: Library, record: Record) -> Sequence[Line]:
    match record:
        case Quote():
            return quote_paragraphs(library, record)
        case Actor():
            return actor_paragraphs(library, record)
        case Declaration():
            return declaration_paragraphs(library, record)
        case Claim():
            return claim_paragraphs(library, record)
        case FactCheck():
            return check_lines(library, record)
    return [Line((display_name(record), "title"))]


def record_lines(library: Library, record: Record) -> Iterator[Line]:
    """Yield a record as labelled lines, and the star and the memo that the user gave it."""
    match record:
        case Quote():
            yield from quote_lines(library, record)
        case Actor():
            yield from actor_lines(library, record)
        case Declaration():
            yield from declaration_lines(library, record)
        case _:
            yield from _plainly(library, record)
    yield from _checked(library, record)
    yield from _collection(library, record)
    yield from note_lines(library, record)


def _checked(library: Library, record: Record) -> list[Line]:
    """Return the checks of a claim or a quote; none where the library holds none of it."""
    if isinstance(record, Claim | Quote) and library.size("checks"):
        return checked_paragraphs(library, record)
    return []


def _collection(library: Library, record: Record) -> list[Line]:
    """Return which collections brought a record, where the library holds several."""
    if not library.derived(_has_several_collections):
        return []
    found = library.collections_of(record.id)
    return [labelled("Collection", (" and ".join(found) or f"none; {OWN_WORDS}", "source"))]


def _has_several_collections(library: Library) -> bool:
    names = {value for value, _ in library.values_like("collection", "")} - {OWN}
    return len(names) > 1


def _plainly(library: Library, record: Record) -> Iterator[Line]:
    """Yield the columns of the record's table, its other texts, and the proof of its spans."""
    from summittui.present.tables import records_table

    table = records_table(library, TABLE_OF[type(record)], (record,))
    for heading, cell in zip(table.headings, table.rows[0], strict=True):
        if cell and heading != "sides":
            yield labelled(heading, cell)
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, str) and name not in table.headings and value not in table.rows[0]:
            yield labelled(name.replace("_", " "), value)
    for side in getattr(record, "sides", ()):
        yield labelled(library.name(side.source), (side.gist, "reported"))
    yield from stance_lines(library, getattr(record, "stances", ()))
    if isinstance(record, Claim):
        yield Line((claim_proof_words(library, record), "proof"))
    if isinstance(record, Source):
        yield from _outline(record)
    else:
        yield from proof_lines(library, record)


def _outline(source: Source) -> Iterator[Line]:
    for number, paragraph in enumerate(source.outline, 1):
        if paragraph.gist:
            offsets = f"paragraph {number} ({paragraph.start}–{paragraph.end}), in our words"
            yield labelled(offsets, (paragraph.gist, "reported"))


def record_label(library: Library, record: Record) -> str:
    """Return the label of a record that stands alone: of a quote or a claim the words with who, where, when, doubt."""
    match record:
        case Quote():
            words = f"{wording(record)} — {speaker_name(library, record)}; {where(library, record)}"
            return words + doubt_words(record.doubt)
        case Claim():
            return claim_label(library, record)
    return display_name(record)
