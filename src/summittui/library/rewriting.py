"""What a change of one record means for the others: who refers to it, what a rename or a merge rewrites."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.library import Library
from summittui.model import TABLE_OF, Actor, Declaration, InputError, Issue, Record, Source, Stance
from summittui.model.ids import is_slug
from summittui.model.passages import marked_spans
from summittui.model.references import references, rewritten
from summittui.model.text import safe

Changes = Mapping[str, Record | None]
"""The record that takes the place of each id; None where it goes."""

S = TypeVar("S", bound=Struct)


class Referrer(Struct, frozen=True):
    """A place that names a record."""

    table: str
    id: str
    field: str

    def __str__(self) -> str:
        return f"{self.table} {self.id}, {self.field}"


def referrers(library: Library, id_: str) -> tuple[Referrer, ...]:
    """Return every place that names a record; each would dangle without it."""
    return tuple(_referrers(library, id_))


def _referrers(library: Library, id_: str) -> Iterator[Referrer]:
    for record in library.named_by.get(id_, ()):
        if record.id != id_:
            for reference in references(record):
                if reference.id == id_:
                    yield Referrer(TABLE_OF[type(record)], record.id, reference.field)


def renamed(library: Library, id_: str, new: str) -> dict[str, Record | None]:
    """Return the changes that give a record another id, everything that names it included.

    Raises:
        UnknownId: There is no such record.
        InputError: The new id is none, or is taken.
    """
    record = library.get(id_)
    if not is_slug(new):
        raise InputError(f"{safe(new)!r} can be no id; use lower-case letters and digits in words joined by hyphens")
    if library.find(new) is not None:
        raise InputError(f"the id {new!r} is taken; to make one record of the two, merge them")
    return {id_: None, new: rewritten(replace(record, id=new), id_, new), **_followers(library, id_, new)}


def merged(library: Library, id_: str, into: str) -> dict[str, Record | None]:
    """Return the changes that make one record of two: what named the first names the second.

    Names and aliases, roles and mentions of actors and declarations are kept, and so are a declaration's acts,
    clauses and tallies and the notes on both; of everything else the second record's own fields stay. Where
    somebody takes a side on both of two issues, the side on the second stays.

    Raises:
        UnknownId: There is no such record.
        InputError: The two are one, or are of different tables; or they are sources with different texts, and
            passages are marked in the first.
    """
    gone, kept = library.get(id_), library.get(into)
    if id_ == into:
        raise InputError(f"{id_!r} cannot be merged into itself; name another record")
    if type(gone) is not type(kept):
        tables = f"{TABLE_OF[type(gone)]} and {TABLE_OF[type(kept)]}"
        raise InputError(f"{id_!r} and {into!r} are of different tables, {tables}; only records of one table merge")
    if isinstance(gone, Source) and isinstance(kept, Source):
        _refuse_moving_passages(library, gone, kept)
    united = rewritten(_united(gone, kept), id_, into)
    followers = _followers(library, id_, into)
    return {**followers, **_one_note(library, id_, into), into: _without_self(united), id_: None}


def _refuse_moving_passages(library: Library, gone: Source, kept: Source) -> None:
    """Refuse to let offsets into one text point into another."""
    if gone.sha256 and gone.sha256 == kept.sha256:
        return
    for record in library.named_by.get(gone.id, ()):
        if record.id != gone.id and any(marked.source == gone.id for marked in marked_spans(record)):
            message = f"{gone.id!r} and {kept.id!r} have different texts, and {record.id!r} marks passages in the first"
            raise InputError(f"{message}; only sources of one text merge")


def _followers(library: Library, old: str, new: str) -> dict[str, Record | None]:
    ids = dict.fromkeys(referrer.id for referrer in referrers(library, old))
    return {id_: _rewritten(library.get(id_), old, new) for id_ in ids if id_ != new}


def _united(gone: Record, kept: Record) -> Record:
    if isinstance(gone, Actor) and isinstance(kept, Actor):
        return replace(
            kept,
            aliases=_together(kept.aliases, (gone.name, *gone.aliases), kept.name),
            roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
            mentions=tuple(dict.fromkeys((*kept.mentions, *gone.mentions))),
        )
    if isinstance(gone, Declaration) and isinstance(kept, Declaration):
        return replace(
            kept,
            aliases=_together(kept.aliases, (gone.title, *gone.aliases), kept.title),
            clauses=tuple(dict.fromkeys((*kept.clauses, *gone.clauses))),
            acts=tuple(dict.fromkeys((*kept.acts, *gone.acts))),
            tallies=tuple(dict.fromkeys((*kept.tallies, *gone.tallies))),
            mentions=tuple(dict.fromkeys((*kept.mentions, *gone.mentions))),
        )
    if isinstance(gone, Issue) and isinstance(kept, Issue):
        return replace(kept, note=kept.note or gone.note)
    return kept


def _together(own: tuple[str, ...], more: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(alias for alias in dict.fromkeys((*own, *more)) if alias != name)


def _without_self(record: Record) -> Record:
    """Return an actor that no longer speaks for, belongs to or resembles itself."""
    if not isinstance(record, Actor):
        return record
    return replace(
        record,
        speaks_for=None if record.speaks_for == record.id else record.speaks_for,
        affiliation=None if record.affiliation == record.id else record.affiliation,
        related=tuple(id_ for id_ in record.related if id_ != record.id),
    )


def _one_note(library: Library, id_: str, into: str) -> dict[str, Record | None]:
    """Return the changes that make one note of the notes on two records."""
    gone, kept = library.note_on.get(id_), library.note_on.get(into)
    if gone is None or kept is None:
        return {}
    memo = "\n".join(memo for memo in (kept.memo, gone.memo) if memo) or None
    return {gone.id: None, kept.id: replace(kept, memo=memo, starred=kept.starred or gone.starred)}


def _rewritten(record: Record, old: str, new: str) -> Record:
    """Return a record that names `new` for `old`, without what is doubled by that."""
    after = _one_stance_each(record, rewritten(record, old, new))
    if not (isinstance(record, Declaration) and isinstance(after, Declaration)):
        return after
    acts = (_one_stance_each(was, now) for was, now in zip(record.acts, after.acts, strict=True))
    return replace(after, acts=tuple(dict.fromkeys(acts)))


def _one_stance_each(before: S, after: S) -> S:
    """Return `after` without the stances whose issue and holder became those of another stance of `before`."""
    was: tuple[Stance, ...] = getattr(before, "stances", ())
    now: tuple[Stance, ...] = getattr(after, "stances", ())
    own = {(stance.issue, stance.holder) for stance in was}
    pairs = zip(was, now, strict=True)
    kept = tuple(new for old, new in pairs if old == new or (new.issue, new.holder) not in own)
    return replace(after, stances=kept) if len(kept) < len(now) else after
