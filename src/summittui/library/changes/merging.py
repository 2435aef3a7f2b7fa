"""The merge of two records into one: the union of both, who follows, and what is left out, in words."""

import re

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.changes.rewriting import Changes, referrers
from summittui.library.changes.uniting import Conflict, Union, is_empty, without_itself
from summittui.library.protocol import Library
from summittui.model import TABLE_OF, InputError, Quote, Record, Source, SourceId
from summittui.model.passages import marked_spans
from summittui.model.references import references, rewritten
from summittui.model.rules import problems_of

_TEXT_FIELDS = ("length", "sha256", "file_sha256", "outline")


class Merge(Struct, frozen=True, kw_only=True):
    """The changes that a merge makes to the records and texts of a library."""

    changes: Changes
    texts: dict[SourceId, str]
    """The text that the kept source takes over."""
    followers: tuple[str, ...]
    """Ids of the records that named the one that goes; they name the other."""
    taken: tuple[str, ...]
    """Fields of the kept record that hold more than before."""
    conflicts: tuple[Conflict, ...]
    """Values that are left out of the kept record and of the followers."""

    @property
    def report(self) -> tuple[str, ...]:
        """The values that the kept record took over and those left out, a sentence each."""
        taken = (f"taken over: {', '.join(self.taken)}",) if self.taken else ()
        return (*taken, *(f"left out: {conflict}" for conflict in self.conflicts))


def merged(library: Library, id_: str, into: str) -> Merge:
    """Return the merge of the record `id_` into the record `into`.

    The kept record's empty fields are filled, lists united, remarks and notes joined; the other's name becomes an
    alias where the table has aliases. An attached text goes along.

    Raises:
        UnknownId: There is no such record.
        InputError: The two are one, are of different tables, stand in different sources, or are sources with
            different texts of which the first is attached or marked.
    """
    gone, kept = library.get(id_), library.get(into)
    _refuse_unlike(gone, kept)
    _refuse_own_accounts(library, gone, kept)
    union = Union(into)
    united = _united(library, gone, kept, union)
    followers, conflicts = _followed(library, gone, kept)
    text = library.text(id_)
    return Merge(
        changes={**followers, **_one_note(library, id_, into), into: united, id_: None},
        texts={SourceId(into): text} if text is not None and not library.has_text(into) else {},
        followers=tuple(followers),
        taken=tuple(union.taken),
        conflicts=(*union.conflicts, *conflicts),
    )


def _united(library: Library, gone: Record, kept: Record, union: Union) -> Record:
    own = union.folded(kept, rewritten(kept, gone.id, kept.id))
    more = rewritten(gone, gone.id, kept.id)
    if isinstance(own, Quote) and isinstance(more, Quote):
        united: Record = union.of(*_one_wording(own, more, union))
    elif isinstance(own, Source) and isinstance(more, Source):
        united = union.of(own, _one_text(library, gone.id, own, more, union))
    else:
        united = union.of(own, more)
    return _sound(library, own, more, without_itself(united, union), union)


def _one_wording(kept: Quote, gone: Quote, union: Union) -> tuple[Quote, Quote]:
    """Return two quotes of which not one has words without a place and the other words with one."""
    if kept.words and gone.quoted:
        if kept.words == gone.exact and not kept.spans:
            return replace(kept, words=None), gone
        union.drop("quoted", kept.words, gone.quoted)
        return kept, replace(gone, quoted=(), spans=())
    if kept.quoted and gone.words:
        if gone.words != kept.exact:
            union.drop("words", kept.exact, gone.words)
        return kept, replace(gone, words=None)
    return kept, gone


def _one_text(library: Library, id_: str, kept: Source, gone: Source, union: Union) -> Source:
    """Return the source that goes, without what it says of its text where the kept one has a text of its own.

    Raises:
        InputError: Offsets into one text would point into another, or an attached text would be lost.
    """
    into = SourceId(kept.id)
    if gone.sha256 and gone.sha256 == kept.sha256:
        if (library.text(SourceId(id_)) or "") not in ("", (library.text(into) or "")) and library.has_text(into):
            raise InputError(f"the texts attached to {id_!r} and {kept.id!r} differ; only sources of one text merge")
        return gone
    if not (any(getattr(kept, name) for name in _TEXT_FIELDS) or library.has_text(into) or _marking(library, kept.id)):
        return gone
    different = f"{id_!r} and {kept.id!r} are not known to have one text"
    if marking := _marking(library, id_):
        message = f"{different}, and {marking!r} marks passages in the first"
        raise InputError(f"{message}; only sources of one text (the same sha256) merge")
    if library.has_text(id_):
        raise InputError(f"{different}, and that of the first is attached; only sources of one text merge")
    for name in _TEXT_FIELDS:
        mine, theirs = getattr(kept, name), getattr(gone, name)
        if not is_empty(theirs) and mine != theirs:
            union.drop(name, mine, theirs)
    return replace(gone, length=None, sha256=None, file_sha256=None, outline=())


def _marking(library: Library, source: str) -> str | None:
    """Return the id of a record that marks passages in a source."""
    others = (record for record in library.referrers(source) if record.id != source)
    return next((one.id for one in others if any(span.source == source for span in marked_spans(one))), None)


def _sound(library: Library, before: Record, gone: Record, united: Record, union: Union) -> Record:
    """Return the union without the fields that break a rule which the record before did not break."""
    known = _broken_fields(library, before)
    while broken := _broken_fields(library, united) - known:
        changed = {name for name in before.__struct_fields__ if getattr(before, name) != getattr(united, name)}
        undone = (broken & changed) or changed
        if not undone:
            break
        for name in sorted(undone):
            union.drop(name, getattr(before, name), getattr(gone, name))
        united = replace(united, **{name: getattr(before, name) for name in undone})
    return united


def _broken_fields(library: Library, record: Record) -> set[str]:
    named = {reference.id: library.find(reference.id) for reference in references(record)}
    home = {id_: TABLE_OF[type(one)] for id_, one in named.items() if one is not None}
    sources = (one for one in (*named.values(), record) if isinstance(one, Source))
    lengths = {source.id: source.length for source in sources}
    return {re.split(r"[\[.]", problem.field)[0] for problem in problems_of(record, home, lengths, library.find)}


def _followed(library: Library, gone: Record, kept: Record) -> tuple[dict[str, Record], list[Conflict]]:
    """Return the records that name the one that goes as they name the other, and what that leaves out of them."""
    notes = {note.id for note in (library.note_on(gone.id), library.note_on(kept.id)) if note}
    followers: dict[str, Record] = {}
    conflicts: list[Conflict] = []
    for id_ in dict.fromkeys(referrer.id for referrer in referrers(library, gone.id)):
        if id_ == kept.id or (len(notes) > 1 and id_ in notes):
            continue
        before, union = library.get(id_), Union(id_)
        after = union.folded(before, rewritten(before, gone.id, kept.id))
        followers[id_] = without_itself(after, union)
        conflicts += union.conflicts
    return followers, conflicts


def _one_note(library: Library, id_: str, into: str) -> dict[str, Record | None]:
    """Return the changes that make one note of the notes on two records."""
    gone, kept = library.note_on(id_), library.note_on(into)
    if gone is None or kept is None:
        return {}
    return {gone.id: None, kept.id: Union(kept.id).of(kept, rewritten(gone, id_, into))}


def _refuse_unlike(gone: Record, kept: Record) -> None:
    if gone.id == kept.id:
        raise InputError(f"{gone.id!r} cannot be merged into itself; name another record")
    if type(gone) is not type(kept):
        tables = f"{TABLE_OF[type(gone)]} and {TABLE_OF[type(kept)]}"
        message = f"{gone.id!r} and {kept.id!r} are of different tables, {tables}"
        raise InputError(f"{message}; only records of one table merge")
    sources = [getattr(one, "source", None) for one in (gone, kept)]
    if sources[0] != sources[1]:
        message = f"{gone.id!r} and {kept.id!r} stand in different sources, {sources[0]} and {sources[1]}"
        hint = "; give both the same utterance" if isinstance(gone, Quote) else ""
        raise InputError(f"{message}, and what each of them says stays apart{hint}")


def _refuse_own_accounts(library: Library, gone: Record, kept: Record) -> None:
    """Refuse to merge two sources of which a record compares what they say."""
    for record in library.referrers(gone.id):
        sources = {side.source for side in getattr(record, "sides", ())}
        if {gone.id, kept.id} <= sources:
            message = f"{record.id!r} compares {gone.id!r} with {kept.id!r}"
            raise InputError(f"{message}; delete it first, or leave the two sources apart")
