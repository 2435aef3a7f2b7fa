"""Records to and from plain values (dicts, lists, strings, numbers): strict, with clear complaints."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from summittui.model.errors import UNNAMED, Problem
from summittui.model.record import Record
from summittui.model.records import TABLE_OF
from summittui.model.references import type_at
from summittui.model.text import clip, safe

R = TypeVar("R", bound=Record)

_PLACE = r" - at `\$\.?([^`]*)`$"
_UNKNOWN = r"(?s)Object contains unknown field `(.*)`"
_MISSING = r"Object missing required field `(.*)`"
_VALUE = r"(?s)Invalid enum value '(.*)'"
_TYPE = r"Expected `(.*)`, got `(.*)`"

_WORDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number with a fraction",
    "bool": "true or false",
    "array": "a list",
    "object": "a table of fields",
    "null": "nothing",
    "date": "a date without quotation marks",
}
"""The names of the types of plain values, as a complaint says them."""

SHOWN = 60
"""The number of code points of a wrong name or value that a complaint shows."""


class InvalidRecord(Exception):
    """A plain value that is no record; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def record_from_plain(type_: type[R], plain: Mapping[str, Any]) -> R:
    """Build a record of `type_`.

    Raises:
        InvalidRecord: A key is unknown or missing, a value is of the wrong type, or a text cannot be written as UTF-8.
    """
    try:
        return msgspec.convert(plain, type_)
    except msgspec.ValidationError as error:
        field, message = _complaint(type_, str(error))
    except UnicodeEncodeError:
        field, message = "", "a text holds half a character (a lone surrogate); write it anew"
    id_ = plain.get("id", UNNAMED)
    raise InvalidRecord(Problem(table=TABLE_OF[type_], record=_shown(str(id_)), field=field, message=message)) from None


def record_to_plain(record: Record) -> dict[str, Any]:
    """Return a record as plain values, fields at their default left out."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def _complaint(type_: type[Record], complaint: str) -> tuple[str, str]:
    """Return the field that is meant and a sentence of our own for what msgspec complains of."""
    place = re.search(_PLACE, complaint)
    field = place.group(1) if place else ""
    complaint = re.sub(_PLACE, "", complaint)
    if unknown := re.fullmatch(_UNKNOWN, complaint):
        field = f"{field}.{_shown(unknown[1])}".lstrip(".")
        return field, "the model has no such field; remove it or correct its name"
    if missing := re.fullmatch(_MISSING, complaint):
        return field, f"the required field '{missing[1]}' is missing; add it"
    if value := re.fullmatch(_VALUE, complaint):
        return field, f"'{_shown(value[1])}' is not possible here; write one of {_values(type_, field)}"
    if types := re.fullmatch(_TYPE, complaint):
        return field, f"this must be {_named(types[1])}, not {_named(types[2])}; correct it"
    return field, f"the value does not fit ({_shown(complaint)}); correct it"


def _values(type_: type[Record], field: str) -> str:
    found = type_at(type_, field)
    return ", ".join(found) if isinstance(found, type) and issubclass(found, StrEnum) else "those of the model"


def _named(types: str) -> str:
    """Return the names of the types that a value may have; that it may also be left out goes without saying."""
    wanted = [type_ for type_ in types.split(" | ") if type_ != "null"] or ["null"]
    return " or ".join(_WORDS.get(type_, type_) for type_ in wanted)


def _shown(text: str) -> str:
    return clip(safe(text), SHOWN)
