"""Every span that a record marks, whatever field it stands in."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import FieldInfo, fields, replace

from summittui.model.ids import SourceId
from summittui.model.record import Record
from summittui.model.selector import Passage, Selector
from summittui.model.source import Source

S = TypeVar("S", bound=Struct)


class MarkedSpan(Struct, frozen=True):
    """One span of a record and the field that holds it."""

    field: str
    """Path of the field, such as `quoted[0]`."""
    source: SourceId
    selector: Selector


def marked_spans(record: Record) -> Iterator[MarkedSpan]:
    """Yield every span of a record; a span without a source of its own belongs to the nearest one around it."""
    source = SourceId(record.id) if isinstance(record, Source) else None
    return _walk(record, "", source)


Changed = Callable[[SourceId, Selector], Selector | None]
"""A function that returns the replacement of a span in a source; None where the span goes."""


def with_spans(record: S, changed: Callable[[SourceId, Selector], Selector]) -> S:
    """Return a record with each of its spans replaced by what `changed` returns for the source and the span."""
    after = without_lost_spans(record, changed)
    assert after is not None
    return after


def without_lost_spans(record: S, changed: Changed) -> S | None:
    """Return a record with each of its spans replaced by what `changed` returns, without those that have nothing.

    A part of the record that cannot be without such a span goes with it; None where that is the record itself.
    """
    return _rewritten(record, SourceId(record.id) if isinstance(record, Source) else None, changed)


@cache
def _fields(type_: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(type_)


def _rewritten(struct: S, around: SourceId | None, changed: Changed) -> S | None:
    source = getattr(struct, "source", None) or around

    def item_of(item: object) -> object:
        if isinstance(item, Selector):
            home = item.source if isinstance(item, Passage) else source
            return item if home is None else changed(home, item)
        return _rewritten(item, source, changed) if isinstance(item, Struct) else item

    after = {}
    for field in _fields(type(struct)):
        value = getattr(struct, field.name)
        if isinstance(value, tuple):
            found: object = tuple(each for each in map(item_of, value) if each is not None)
        else:
            found = item_of(value)
        if found != value:
            if found is None and field.required:
                return None
            after[field.name] = found
    return replace(struct, **after) if after else struct


def first_passage(record: Record | None) -> MarkedSpan | None:
    """Return the passage to show for a record: its content before its other spans."""
    if record is None:
        return None
    spans = list(marked_spans(record))
    content = [each for each in spans if each.field.startswith(("spans", "quoted"))]
    return next(iter(content or spans), None)


def _walk(struct: Struct, path: str, around: SourceId | None) -> Iterator[MarkedSpan]:
    own = getattr(struct, "source", None)
    source = own if own is not None else around
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        many = isinstance(value, tuple)
        for index, item in enumerate(value if many else (value,)):
            place = f"{path}{name}[{index}]" if many else f"{path}{name}"
            if isinstance(item, Selector):
                home = item.source if isinstance(item, Passage) else source
                if home is not None:
                    yield MarkedSpan(place, home, item)
            elif isinstance(item, Struct):
                yield from _walk(item, f"{place}.", source)
