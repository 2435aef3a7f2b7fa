"""The base of all queries that a view or a command puts to a library; each is one frozen value.

What is asked is spelled by the fields (`spelling.py`): a query writes itself as options of a line and as a command
line, says itself in words, and knows which records it names. `links.py` reads lines, the command line reads arguments.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Protocol, Self, get_type_hints

from msgspec import Struct
from msgspec.structs import fields, replace

from summittui.queries.language.names import Names
from summittui.queries.spelling import Choice, Present, Spelling, Text


class ScopeSpelling(Text, frozen=True, kw_only=True):
    """The spelling of a scope, which a title words as a limit."""

    def in_words(self, names: Names, value: str) -> str:
        """Return the scope as a title says it."""
        from summittui.queries.scope import describe_scope

        return describe_scope(names, value)


ScopeText = Annotated[
    str,
    ScopeSpelling(
        line="scope",
        option="--scope",
        help="Only a collection, an event or a period, such as 'collection:paris-2025' or 'event:paris after:2025'.",
    ),
]
"""The field for the scope of a query (`scope.py`); empty for none."""


class Resolver(Protocol):
    """A source of ids for names; any library is one."""

    def resolve(self, words: str, tables: Iterable[str] = ()) -> str:
        """Return the id that `words` mean among the records of `tables`; raises `UnknownId`."""

    def variants_of(self, utterance: str | None) -> Sequence[object]:
        """Return the quotes that report an utterance."""


class ViewQuery(Struct, frozen=True, kw_only=True):
    """A query to a library; its records are named by ids, or by names until `resolved`."""

    view: ClassVar[str] = ""
    """The first word of the query's line; empty where no screen shows the answer."""
    command: ClassVar[tuple[str, ...]] = ()
    """The words of the command that answers the query; empty where `printed` is another query that has a command."""
    title: ClassVar[str] = ""
    """The subject of the query, in words."""
    looks: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType({})
    """The options of a line for the look of the screen alone, each with the words that it takes; none for any word."""

    @property
    def printed(self) -> "ViewQuery":
        """The query whose command prints the same answer.

        Raises:
            InputError: It shows nothing that could be printed.
        """
        return self

    @property
    def limits(self) -> str:
        """The scope of the query; empty for none."""
        return str(getattr(self, "scope", ""))

    def within(self, scope: str) -> Self:
        """Return the query with another scope; as it is where its records are in no collection."""
        return replace(self, scope=scope) if "scope" in spellings(type(self)) else self

    @property
    def subjects(self) -> tuple[str, ...]:
        """The records that stand in the line without the name of an option."""
        values = (getattr(self, name) for name, spelling in spellings(type(self)).items() if not spelling.line)
        return tuple(each for value in values for each in ((value,) if isinstance(value, str) else value) if each)

    @property
    def options(self) -> dict[str, str]:
        """The options of the line, without those at their defaults."""
        given = ((spelling.line, spelling.to_line(value)) for _, spelling, value in self._chosen() if spelling.line)
        return {name: word for name, word in given if word}

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of `summittui` that ask the same query."""
        chosen = [(each, value) for _, each, value in self._chosen(always=True)]
        options = [word for each, value in chosen if each.option for word in each.to_arguments(value)]
        rest = [word for each, value in chosen if not each.option for word in each.to_arguments(value)]
        return (*self.command, *options, *(("--", *rest) if rest else ()))

    def conditions(self, names: Names) -> str:
        """Return the filters, the order and the scope in words, such as `by date · limited to event:paris`."""
        words = (each.in_words(names, value) for _, each, value in self._chosen() if each.line)
        return " · ".join(each for each in words if each)

    def narrowing(self, names: Names) -> str:
        """Return the named records and the conditions, each behind a separator; empty where all is asked for."""
        words = (" and ".join(map(names.name, self.subjects)), self.conditions(names))
        return "".join(f" · {each}" for each in words if each)

    def describe(self, names: Names) -> str:
        """Return the whole query in words; never empty.

        Args:
            names: What the ids and values of the query are called.
        """
        parts = (self.title, " and ".join(map(names.name, self.subjects)), self.conditions(names))
        return " · ".join(each for each in parts if each)

    def renamed(self, present: Present) -> Self:
        """Return the query with `present` applied to each id; ids that become equal stand once."""
        values = {name: each.renamed(getattr(self, name), present) for name, each in spellings(type(self)).items()}
        once = {name: tuple(dict.fromkeys(each)) for name, each in values.items() if isinstance(each, tuple)}
        return replace(self, **(values | once))

    def resolved(self, library: Resolver) -> Self:
        """Return the query with ids in place of names.

        Raises:
            UnknownId: Nothing that a field can name goes by a name.
        """
        values = {
            name: each.renamed(getattr(self, name), partial(library.resolve, tables=each.tables))
            for name, each in spellings(type(self)).items()
            if not isinstance(each, Text)
        }
        return replace(self, **values)

    def _chosen(self, *, always: bool = False) -> Iterable[tuple[str, Spelling, Any]]:
        """Yield each field that says more than its default, with its spelling and its value.

        Args:
            always: Whether those are given too that the command line needs in any case.
        """
        defaults = {each.name: each.default for each in fields(type(self))}
        for name, spelling in spellings(type(self)).items():
            value = getattr(self, name)
            is_needed = always and isinstance(spelling, Choice) and spelling.is_always_given
            if value != defaults[name] or is_needed:
                yield name, spelling, value


@cache
def spellings(query: type[ViewQuery]) -> Mapping[str, Spelling]:
    """Return the spelling of each field of a kind of query that has one, in the order of the fields."""
    hints = get_type_hints(query, include_extras=True)
    found = ((each.name, getattr(hints[each.name], "__metadata__", ())) for each in fields(query))
    return {name: about[0] for name, about in found if about}
