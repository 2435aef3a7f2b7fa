"""Values of the model as plain dicts and lists with every field, defaults included."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from summittui.library import Library
from summittui.library.answers.letters import letter
from summittui.library.answers.positions import Position
from summittui.library.answers.side_by_side import Comparison
from summittui.model import Quote
from summittui.model.location import Address
from summittui.present.position import position_words

_PLAIN = frozenset({str, int, bool, type(None)})
"""The types of what is written as it is, by far the most values."""


@cache
def field_names(type_: type[Struct]) -> tuple[str, ...]:
    """Return the fields of a struct, its id first."""
    return tuple(sorted(type_.__struct_fields__, key=lambda name: name != "id"))


def to_plain(value: Any) -> Any:
    """Return `value` as plain JSON values; a struct gives all its fields, a quote its `exact` words too."""
    return value if type(value) in _PLAIN else _to_plain(value)


def _to_plain(value: Any) -> Any:
    match value:
        case Path() | Address():
            return str(value)
        case Struct():
            fields = {name: to_plain(getattr(value, name)) for name in field_names(type(value))}
            return fields | {"exact": value.exact} if isinstance(value, Quote) else fields
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
        case list() | tuple():
            return [to_plain(item) for item in value]
        case Enum():
            return value.value
    return value


def filled(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entries of a JSON object that have a value."""
    return {name: value for name, value in node.items() if value}


def plain_comparison(library: Library, comparison: Comparison) -> dict[str, Any]:
    """Return a comparison with all its evidence, and the dates of the sources that give it."""
    rows = []
    for row in comparison.rows:
        pairs = zip(comparison.columns, row.positions, strict=True)
        cells = [
            {"column": letter(at), "perspective": column.id, **_plain_evidence_position(library, cell)}
            for at, (column, cell) in enumerate(pairs)
        ]
        state = {"state": row.state_word, "verdict": row.verdict.words, "n": row.n}
        rows.append({"issue": to_plain(library.issue(row.key)), **state, "cells": cells})
    return {"columns": plain_columns(comparison), "evidence": to_plain(comparison.evidence_filter), "rows": rows}


def plain_columns(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the columns of a comparison, each with the numbers of its quotes and deeds that carry no stance."""
    pairs = zip(comparison.columns, comparison.uncoded, strict=True)
    return [to_plain(column) | {"uncoded": to_plain(found)} for column, found in pairs]


def _plain_evidence_position(library: Library, position: Position) -> dict[str, Any]:
    groups = {"words": position.words, "deeds": position.deeds, "said_about": position.said_about}
    evidence = {
        name: [to_plain(one) | {"published": [library.source(id_).published for id_ in one.sources]} for one in pieces]
        for name, pieces in groups.items()
    }
    return {**plain_position(library, position), **evidence}


def plain_position(library: Library, position: Position) -> dict[str, Any]:
    """Return the side that a position takes, how firm it is and what it rests on, without the evidence."""
    return {
        "stance": to_plain(position.stance),
        "firm": position.firm_side is not None,
        "position": position_words(library, position),
        "n": position.n,
        "as_others_tell": position.n > 0 and not position.own,
        "doubtful": position.doubtful,
        "told": {teller: side.stance.value for teller, side in position.told.items()},
        "only_about": list(position.only_about),
        "left_out": position.left_out,
    }
