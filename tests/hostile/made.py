"""Records whose every text is hostile; made from the model, so that a new field is covered by itself."""

import types
from collections.abc import Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from summittui.model import TABLES, Records, SourceId
from summittui.model.ids import UtteranceId
from summittui.model.references import REFERS_TO
from summittui.store.collection import Collection
from tests.seeding import create, files_of, put_files

UTTERANCE = "said-once"
TEXT = "what was said "
ONE_OF = {"proposals": ("quote", "act", "tally")}
"""Fields of which a record has one."""
_START, _LONG = 0, len(TEXT)
_LAWFUL = {**dict.fromkeys(("date", "published", "as_of", "checked_on"), "2025-02-11"), "iso": "FRA"}
"""What the rules ask of some texts."""
_hints = cache(get_type_hints)
_NUMBERS = {"start": _START, "end": _LONG, "length": 10 * _LONG}


def hostile_records(texts: Sequence[str], *, lawless: bool = False) -> Records:
    """Return a record of each type for each text, every text in it that text; they refer to each other.

    Args:
        texts: What they hold.
        lawless: Whether ids and dates hold it too, which the rules forbid but a store edited by hand may have.
    """
    tables: dict[str, Any] = {
        table: tuple(_Maker(texts, number, lawless).record(table) for number in range(len(texts))) for table in TABLES
    }
    return Records(**tables)


def id_of(table: str, number: int) -> str:
    """Return the id of a lawful record."""
    return f"{table}-{number}"


def hostile_store(path: Path, texts: Sequence[str], *, lawless: bool = False) -> None:
    """Create a store of such records, and give every source such a text."""
    put_files(_files_of_store(tuple(texts), lawless), path)


@cache
def _files_of_store(texts: tuple[str, ...], lawless: bool) -> dict[str, bytes]:
    """Return the files of the store, made the first time."""
    records = hostile_records(texts, lawless=lawless)
    collection = Collection(
        id="hostile", version="1.0.0", title=texts[0], licence=texts[0], note=texts[0], records=records
    )
    attached = {SourceId(each.id): TEXT + text for each, text in zip(records.sources, texts, strict=True)}
    return files_of(lambda path: create(path, collection, attached))


class _Maker:
    def __init__(self, texts: Sequence[str], number: int, lawless: bool) -> None:
        self._texts = texts
        self._text = texts[number]
        self._number = number
        self._lawless = lawless

    def record(self, table: str) -> Any:
        left_out = [name for at, name in enumerate(ONE_OF.get(table, ())) if at != self._number % len(ONE_OF[table])]
        return self._struct(TABLES[table], id=self._id(table), **dict.fromkeys(left_out))

    def _id(self, table: str) -> str:
        return id_of(table, self._number) + (self._text if self._lawless else "")

    def _struct(self, type_: type[Struct], **given: Any) -> Any:
        hints = _hints(type_).items()
        return type_(**{name: self._value(name, hint) for name, hint in hints if name not in given}, **given)

    def _value(self, name: str, hint: Any) -> Any:
        if get_origin(hint) in (Union, types.UnionType):
            hint = next(part for part in get_args(hint) if part is not type(None))
        if get_origin(hint) is tuple:
            return self._several(name, get_args(hint)[0])
        if hint in REFERS_TO:
            return self._id(REFERS_TO[hint][0])
        if hint is UtteranceId:
            return UTTERANCE
        return self._single(name, hint)

    def _several(self, name: str, hint: Any) -> tuple[Any, ...]:
        first = self._value(name, hint)
        if name != "sides":
            return (first,)
        other = _Maker(self._texts, (self._number + 1) % len(self._texts), self._lawless)
        return (first, other._value(name, hint))

    def _single(self, name: str, hint: Any) -> Any:
        if hint is float:
            return 0.5
        if hint is str:
            return self._text if self._lawless else _LAWFUL.get(name, self._text)
        if issubclass(hint, Enum):
            return list(hint)[self._number % len(hint)]
        if issubclass(hint, bool):
            return self._number % 2 == 0
        return _NUMBERS.get(name, 3) if issubclass(hint, int) else self._struct(hint)
