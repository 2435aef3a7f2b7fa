"""The fields of a form, and what is wrong with what was entered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from summittui.library import Library
from summittui.model import InputError, SummitError
from summittui.session.entry.newcomers import NEW
from summittui.session.entry.texts import items_of

Typed = Mapping[str, str]
"""The entry of each field, by the name of the field."""


class Entries(NamedTuple):
    """The entries of a form."""

    all: Typed
    changed: Typed
    """The entries that differ from those at the opening of the form."""


_PLACE = re.compile(r", ([a-z_]+)[^ ]*: (.+?)\.?$")
"""The name of the field in a refusal of the store."""


class FieldKind(Enum):
    """The kind of a field by the means of its entry."""

    TEXT = auto()
    LIST = auto()
    """Several texts, or names of records, with commas between them."""
    CHOICE = auto()
    """One of a few words."""
    REFERENCE = auto()
    """The id, name or alias of a record, completed while it is typed."""
    PATH = auto()
    """The path of a file or folder, completed while it is typed."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One line of a form."""

    name: str
    """The field of the record, or what the form calls it."""
    label: str
    kind: FieldKind = FieldKind.TEXT
    value: str = ""
    required: bool = False
    help: str = ""
    """The meaning of the field, as a sentence."""
    choices: type[StrEnum] | None = None
    tables: tuple[str, ...] = ()
    """The tables of the records that can be named."""
    also: tuple[str, ...] = ()
    """Other fields of the record that are entered here."""

    is_renewable: bool = False
    """Whether what begins with a plus is the name of somebody, or of something, new."""

    def filled(self, value: str) -> "Field":
        """Return the field with another value."""
        return replace(self, value=value)

    def renewable(self) -> "Field":
        """Return the field as one that takes the name of somebody new behind a plus as well."""
        return replace(self, is_renewable=True)


class InvalidEntries(InputError):
    """Entries that cannot be used."""

    def __init__(self, complaints: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {words}" for name, words in complaints.items()))
        self.complaints = complaints
        """The complaints, by the name of the field."""


def text(name: str, label: str, help_: str = "", *, required: bool = False) -> Field:
    """Return a field for a text."""
    return Field(name=name, label=label, help=help_, required=required)


def several(name: str, label: str, help_: str, *, tables: Sequence[str] = ()) -> Field:
    """Return a field for several texts, or for the names of records of some tables."""
    sentence = f"{help_} Commas between them; one with a comma in quotation marks."
    return Field(name=name, label=label, kind=FieldKind.LIST, tables=tuple(tables), help=sentence)


def choice(name: str, label: str, choices: type[StrEnum], *, value: str = "", help_: str = "") -> Field:
    """Return a field for one of a few words; the first one stands there already."""
    first = value or next(iter(choices)).value
    sentence = f"{help_} ←→ or space changes it.".lstrip()
    return Field(name=name, label=label, kind=FieldKind.CHOICE, value=first, choices=choices, help=sentence)


def reference(name: str, label: str, tables: Sequence[str], help_: str = "", *, required: bool = False) -> Field:
    """Return a field for the name of a record."""
    sentence = f"{help_} Type a part of a name; space lists all.".lstrip()
    return Field(
        name=name, label=label, kind=FieldKind.REFERENCE, tables=tuple(tables), help=sentence, required=required
    )


def filled(fields: Sequence[Field], values: Typed) -> tuple[Field, ...]:
    """Return the fields with the values that are given."""
    return tuple(field.filled(values.get(field.name, field.value)) for field in fields)


def validate(fields: Sequence[Field], typed: Typed, library: Library) -> None:
    """Look at every entry by itself.

    Raises:
        InvalidEntries: A required one is missing, or a name means nobody, or more than one.
    """
    found = {field.name: words for field in fields if (words := _complaint(field, typed[field.name], library))}
    if found:
        raise InvalidEntries(found)


def _complaint(field: Field, entry: str, library: Library) -> str:
    if not entry.strip():
        return "fill this in" if field.required else ""
    try:
        _read(field, entry.strip(), library)
    except SummitError as error:
        return str(error)
    return ""


def _read(field: Field, entry: str, library: Library) -> None:
    """Read an entry as the edit will.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: A quotation mark of a list is not closed.
    """
    if field.is_renewable and entry.startswith(NEW):
        return
    items = items_of(entry) if field.kind is FieldKind.LIST else (entry,)
    for item in items if field.tables else ():
        library.resolve(item, field.tables)


def complaints_of(error: SummitError, fields: Sequence[Field]) -> dict[str, str]:
    """Return what an error says, by the name of the field that it is about; '' where it names none of them."""
    if isinstance(error, InvalidEntries):
        return dict(error.complaints)
    sentence = str(error)
    place = _PLACE.search(sentence)
    home = next((field.name for field in fields if place and place[1] in (field.name, *field.also)), "")
    return {home: place[2]} if place and home else {"": sentence}
