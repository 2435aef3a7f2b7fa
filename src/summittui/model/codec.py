"""Records to and from plain values (dicts, lists, strings, numbers): strict, with clear complaints."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from summittui.model.errors import Problem
from summittui.model.record import Record
from summittui.model.records import TABLE_OF

R = TypeVar("R", bound=Record)

_PLACE = re.compile(r" - at `\$\.?([^`]*)`")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")


class InvalidRecord(Exception):
    """A plain value that is no record; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def record_from_plain(type_: type[R], plain: Mapping[str, Any]) -> R:
    """Build a record of `type_`.

    Raises:
        InvalidRecord: A key is unknown or missing, or a value is of the wrong type.
    """
    try:
        return msgspec.convert(plain, type_)
    except msgspec.ValidationError as error:
        raise InvalidRecord(_problem(TABLE_OF[type_], str(plain.get("id", "?")), str(error))) from None


def record_to_plain(record: Record) -> dict[str, Any]:
    """Return a record as plain values, fields at their default left out."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def _problem(table: str, record: str, complaint: str) -> Problem:
    place = _PLACE.search(complaint)
    field = place.group(1) if place else ""
    message = _PLACE.sub("", complaint).replace("`", "'")
    unknown = _UNKNOWN.search(complaint)
    if unknown:
        field = f"{field}.{unknown.group(1)}".lstrip(".")
        message = "the model has no such field; remove it or correct its name"
    return Problem(table=table, record=record, field=field, message=message[:1].lower() + message[1:])
