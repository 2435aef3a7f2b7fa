"""The wording of a query: one phrase for each of its parts."""

from collections.abc import Callable, Mapping

from summittui.model.text import safe
from summittui.queries.language.fields import FIELDS, OWN, OWN_WORDS
from summittui.queries.language.names import Names
from summittui.queries.language.parts import AllOf, AnyOf, Field, Not, Part, Query, Words, field_name
from summittui.queries.language.states import HAS, IS

_SHOWN = 3
"""The number of names that a phrase gives before it only counts."""
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
    "has": "with",
}
"""The words before the values of a field; none for the fields that are left out."""


def describe_query(names: Names, query: Query) -> tuple[str, ...]:
    """Return the phrase of each part of a query, such as "by JD Vance" or "not in Pulse"; harmless, on one line."""
    return tuple(safe(_part(names, part)) for part in query.parts)


def _part(names: Names, part: Part) -> str:
    match part:
        case Words(text):
            phrase = f"with “{text}”"
        case Field(name):
            phrase = _fields(names, name, (part,))
        case Not(inner):
            phrase = _left_out(names, inner)
        case AllOf(parts):
            phrase = ", ".join(_grouped(names, each) for each in parts)
        case AnyOf(parts):
            name = field_name(part) or ""
            fields = tuple(each for each in parts if isinstance(each, Field) and name)
            choices = (_grouped(names, each) for each in parts)
            phrase = _fields(names, name, fields) if fields else " or ".join(choices)
    return phrase


def _left_out(names: Names, part: Part) -> str:
    match part:
        case Words(text):
            return f"without “{text}”"
        case Field("has"):
            return f"without {_values(names, (part,))}"
    return f"not {_grouped(names, part)}"


def _grouped(names: Names, part: Part) -> str:
    words = _part(names, part)
    return f"({words})" if isinstance(part, AllOf | AnyOf) and field_name(part) is None else words


def _fields(names: Names, name: str, fields: tuple[Field, ...]) -> str:
    before, values = _BEFORE.get(name), _values(names, fields)
    phrase = f"{before} {values}" if before else values
    return f"{phrase} on" if name == "after" else phrase


def _values(names: Names, fields: tuple[Field, ...]) -> str:
    named: dict[str, None] = {}
    for field in fields:
        found = names.meanings(field) or (field.value,)
        more = {f"{len(found) - _SHOWN} more named “{field.value}”": None} if len(found) > _SHOWN else {}
        named |= {_value(names, field.name, value): None for value in found[:_SHOWN]} | more
    return " or ".join(named)


def _value(names: Names, name: str, value: str) -> str:
    if name in _WORDED:
        return _WORDED[name](value)
    if name == "actor":
        return names.folded(value)
    return names.name(value) if FIELDS[name].named else value


_WORDED: Mapping[str, Callable[[str], str]] = {
    "has": lambda word: HAS[word].phrase if word in HAS else word,
    "is": lambda word: IS[word].phrase if word in IS else word,
    "proof": lambda word: word.replace("-", " "),
    "collection": lambda name: OWN_WORDS if name == OWN else f"from the collection {name}",
}
"""The fields whose words are said in other words."""
