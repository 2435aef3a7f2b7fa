"""What a query keeps, in words: one phrase for each of its parts."""

from collections.abc import Callable, Mapping

from summittui.library.answers.perspective import perspective
from summittui.library.memory.field_values import meant
from summittui.library.memory.library import Library
from summittui.library.memory.matching import field_name
from summittui.model.text import safe
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parts import AllOf, AnyOf, Field, Not, Part, Query, Words
from summittui.queries.language.states import HAS, IS

_SHOWN = 3
"""How many names a phrase gives before it only counts."""
_BEFORE: Mapping[str, str] = {
    "actor": "by",
    "by": "by",
    "about": "about",
    "issue": "on",
    "kind": "of the kind",
    "source": "in",
    "via": "via",
    "declaration": "on the",
    "proof": "with the proof",
    "after": "from",
    "before": "before",
    "event": "of",
    "collection": "from the collection",
    "has": "with",
}
"""What stands before the values of a field; nothing for those that are left out."""


def describe_query(library: Library, query: Query) -> tuple[str, ...]:
    """Return what each part of a query keeps, such as "by JD Vance" or "not in Pulse"; harmless, on one line."""
    return tuple(safe(_part(library, part)) for part in query.parts)


def _part(library: Library, part: Part) -> str:
    match part:
        case Words(text):
            phrase = f"with “{text}”"
        case Field(name):
            phrase = _fields(library, name, (part,))
        case Not(inner):
            phrase = _left_out(library, inner)
        case AllOf(parts):
            phrase = ", ".join(_grouped(library, each) for each in parts)
        case AnyOf(parts):
            name = field_name(part) or ""
            fields = tuple(each for each in parts if isinstance(each, Field) and name)
            choices = (_grouped(library, each) for each in parts)
            phrase = _fields(library, name, fields) if fields else " or ".join(choices)
    return phrase


def _left_out(library: Library, part: Part) -> str:
    match part:
        case Words(text):
            return f"without “{text}”"
        case Field("has"):
            return f"without {_values(library, (part,))}"
    return f"not {_grouped(library, part)}"


def _grouped(library: Library, part: Part) -> str:
    words = _part(library, part)
    return f"({words})" if isinstance(part, AllOf | AnyOf) and field_name(part) is None else words


def _fields(library: Library, name: str, fields: tuple[Field, ...]) -> str:
    before, values = _BEFORE.get(name), _values(library, fields)
    phrase = f"{before} {values}" if before else values
    return f"{phrase} on" if name == "after" else phrase


def _values(library: Library, fields: tuple[Field, ...]) -> str:
    named: dict[str, None] = {}
    for field in fields:
        found = meant(library, field) or (field.value,)
        more = {f"{len(found) - _SHOWN} more named “{field.value}”": None} if len(found) > _SHOWN else {}
        named |= {_value(library, field.name, value): None for value in found[:_SHOWN]} | more
    return " or ".join(named)


def _value(library: Library, name: str, value: str) -> str:
    if name in _WORDED:
        return _WORDED[name](value)
    label = library.name(value) if FIELDS[name].named else value
    folded = name == "actor" and library.find(value) and perspective(library, value).speakers
    return f"{label} and those who speak for it" if folded else label


_WORDED: Mapping[str, Callable[[str], str]] = {
    "has": lambda word: HAS[word].phrase if word in HAS else word,
    "is": lambda word: IS[word].phrase if word in IS else word,
    "proof": lambda word: word.replace("-", " "),
}
"""The fields whose words are said in other words."""
