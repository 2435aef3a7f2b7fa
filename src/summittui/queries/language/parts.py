"""Queries as values, and the canonical text of a query."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

_BARE_WORD = r'(?!OR\Z|-|[A-Za-z]+:)[^\s()"“”„]+'
_BARE_VALUE = r'[^\s()"“”„]+'


class Words(Struct, frozen=True):
    """A word, or a phrase of several: it must occur as it stands, case and accents apart."""

    text: str
    """White space run together; never empty."""

    def __str__(self) -> str:
        return self.text if re.fullmatch(_BARE_WORD, self.text) else _quoted(self.text)


class Field(Struct, frozen=True):
    """A condition on one field of a record."""

    name: str
    value: str
    """White space run together; never empty."""

    def __str__(self) -> str:
        return f"{self.name}:{quoted_value(self.value)}"


class Not(Struct, frozen=True):
    """A condition that must not hold; never of another `Not`."""

    part: "Words | Field | AnyOf | AllOf"

    def __str__(self) -> str:
        inner = str(self.part)
        return f"-{inner}" if isinstance(self.part, Words | Field | AllOf) else f"-({inner})"


class AnyOf(Struct, frozen=True):
    """Alternatives of which one must hold; at least two, none of them an `AnyOf`."""

    parts: "tuple[Words | Field | Not | AllOf, ...]"

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))


class AllOf(Struct, frozen=True):
    """A group whose parts must all hold; at least two, none of them an `AllOf`."""

    parts: "tuple[Words | Field | Not | AnyOf, ...]"

    def __str__(self) -> str:
        return f"({' '.join(map(str, self.parts))})"


Part = Words | Field | Not | AnyOf | AllOf


class Query(Struct, frozen=True):
    """Parts that must all hold; without any, everything is meant."""

    parts: tuple[Words | Field | Not | AnyOf, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))

    def __bool__(self) -> bool:
        return bool(self.parts)

    def without(self, index: int) -> "Query":
        """Return the query without the part at `index`."""
        return Query((*self.parts[:index], *self.parts[index + 1 :]))

    def joined(self, *others: "Query") -> "Query":
        """Return the query in which what all of them ask for must hold; nothing is asked twice."""
        return Query(tuple(dict.fromkeys((*self.parts, *(part for other in others for part in other.parts)))))

    def fields(self) -> tuple[Field, ...]:
        """Return every field that is asked for, at any depth, in the order of the text."""
        return tuple(leaf for part in self.parts for leaf in leaves(part) if isinstance(leaf, Field))


def query_of(parts: Iterable[Part]) -> Query:
    """Return the query of these parts; groups that change nothing are resolved."""
    return Query(tuple(_flat_all(parts)))


def words_query(text: str) -> Query:
    """Return the query for all words of a text, whatever signs are in it."""
    return Query(tuple(Words(word) for word in text.split()))


def all_of(parts: Iterable[Part]) -> Part:
    """Return the group of these parts, of which there is at least one; one alone is itself."""
    flat = tuple(_flat_all(parts))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def any_of(parts: Iterable[Part]) -> Part:
    """Return the alternatives of these parts, of which there is at least one; one alone is itself."""
    flat = tuple(_flat_any(parts))
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def negated(part: Part) -> Part:
    """Return what holds where `part` does not."""
    return part.part if isinstance(part, Not) else Not(part)


def leaves(part: Part) -> Iterator[Words | Field]:
    """Yield the words and fields of a part, in the order of the text."""
    match part:
        case Words() | Field():
            yield part
        case Not(inner):
            yield from leaves(inner)
        case AnyOf() | AllOf():
            for each in part.parts:
                yield from leaves(each)


def field_name(part: Part) -> str | None:
    """Return the field that a part asks for if it is one field, or alternatives for the same field."""
    match part:
        case Field(name):
            return name
        case AnyOf(parts):
            names = {each.name if isinstance(each, Field) else None for each in parts}
            return names.pop() if len(names) == 1 else None
    return None


def _flat_all(parts: Iterable[Part]) -> Iterator[Words | Field | Not | AnyOf]:
    for part in parts:
        if isinstance(part, AllOf):
            yield from part.parts
        else:
            yield part


def _flat_any(parts: Iterable[Part]) -> Iterator[Words | Field | Not | AllOf]:
    for part in parts:
        if isinstance(part, AnyOf):
            yield from part.parts
        else:
            yield part


def quoted_value(value: str) -> str:
    """Return the value of a field as it is typed: in quotation marks where it has blanks or signs."""
    return value if re.fullmatch(_BARE_VALUE, value) else _quoted(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def search_cost(part: Part) -> tuple[int, int]:
    """Return the sort key of a part of a query: what is found fast and keeps few records comes first."""
    match part:
        case Words(text):
            return (0, -len(text))
        case Field():
            return (1, 0)
    return (2, 0)
