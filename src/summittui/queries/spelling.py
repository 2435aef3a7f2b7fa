"""The spellings of a query's fields: as a word of a view's line, as an option of the command line, and in a title.

A field carries its spelling in its annotation, and nothing else in the program spells it:
`voices: Annotated[bool, Flag(line="voices", option="--voices", words="with newspapers and authors")] = False`.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from summittui.model import InputError
from summittui.model.text import safe
from summittui.queries.language.names import Names

Present = Callable[[str], str]
"""A function from a word that may be the id of a record to the word in its place."""
_SHARE = re.compile(r"\d{1,9}(\.\d{0,20})?|\.\d{1,20}", re.ASCII)


class Spelling(Struct, frozen=True, kw_only=True):
    """The spelling of one field; the fields of this class hold for every kind."""

    line: str = ""
    """The name of the option in a line; empty for records, which stand there without a name."""
    option: str = ""
    """The option of the command line, such as `--sort`; empty for an argument, which stands behind the options."""
    short: str = ""
    """A second spelling of the option, such as `-q`."""
    help: str = ""
    """The sentence of the command line's help."""
    tables: tuple[str, ...] = ()
    """The tables whose records the field names; empty where it names none."""
    fewest: int = 0
    """The least number of records."""
    most: int | None = 1
    """The largest number of records; None for any."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words that the option takes in a line; empty where it takes any."""
        return ()

    def to_line(self, value: Any) -> str:
        """Return a value as the word of a line."""
        return str(value)

    def from_line(self, word: str) -> Any:
        """Return the value that a word of a line means; it is one of `allowed`, or any where there are none."""
        return word

    def to_arguments(self, value: Any) -> tuple[str, ...]:
        """Return the options of the command line that mean a value, each in one word; values of arguments alone."""
        return (f"{self.option}={value}" if self.option else str(value),) if value else ()

    def in_words(self, names: Names, value: Any) -> str:  # noqa: ARG002 - the kinds that name records need it
        """Return a value as a title says it; empty where there is nothing to say."""
        return str(value)

    def renamed(self, value: Any, present: Present) -> Any:  # noqa: ARG002 - the kinds that name records need it
        """Return a value with `present` applied to each id in it."""
        return value


class Flag(Spelling, frozen=True, kw_only=True):
    """The spelling of a flag, which is set or not."""

    word: str = "on"
    """The word of the line."""
    words: str = ""
    """The words of a title where the flag is set."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The one word that the option takes."""
        return (self.word,)

    def to_line(self, value: bool) -> str:
        """Return the word; empty where the flag is not set."""
        return self.word if value else ""

    def from_line(self, word: str) -> bool:
        """Return whether a word sets the flag."""
        return word == self.word

    def to_arguments(self, value: bool) -> tuple[str, ...]:
        """Return the option; nothing where the flag is not set."""
        return (self.option,) if value else ()

    def in_words(self, names: Names, value: bool) -> str:  # noqa: ARG002 - as the base class declares it
        """Return the words of a title."""
        return self.words if value else ""


class Choice(Spelling, frozen=True, kw_only=True):
    """The spelling of one of several words."""

    of: type[StrEnum]
    words: Mapping[str, str] = MappingProxyType({})
    """The words of a title for each choice; a choice without words is shown as it is."""
    is_always_given: bool = False
    """Whether the command line always gets the option, since its default there is another one."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words of the choices."""
        return tuple(map(str, self.of))

    def from_line(self, word: str) -> StrEnum:
        """Return the member of the enumeration."""
        return self.of(word)

    def in_words(self, names: Names, value: str) -> str:  # noqa: ARG002 - as the base class declares it
        """Return the words of a title."""
        return self.words.get(value, str(value))


class Choices(Choice, frozen=True, kw_only=True):
    """The spelling of some of several words: between commas in a line, one option each on a command line."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """Nothing: a word of the line can join several choices."""
        return ()

    def to_line(self, value: tuple[str, ...]) -> str:
        """Return the words between commas."""
        return ",".join(value)

    def from_line(self, word: str) -> Any:
        """Return the members of the enumeration between the commas."""
        named = [each for each in word.split(",") if each]
        unknown = next((each for each in named if each not in list(self.of)), None)
        if unknown is not None or not named:
            raise InputError(f"{self.line}: of the view takes {', '.join(self.of)}, not {safe(unknown or word)!r}")
        return tuple(map(self.of, named))

    def to_arguments(self, value: tuple[str, ...]) -> tuple[str, ...]:
        """Return an option for each word."""
        return tuple(f"{self.option}={each}" for each in value)

    def in_words(self, names: Names, value: Any) -> str:
        """Return the words of a title."""
        return " or ".join(super(Choices, self).in_words(names, each) for each in value)


class Share(Spelling, frozen=True, kw_only=True):
    """The spelling of a number from 0 to 1."""

    words: str = "{}"
    """The words of a title, with `{}` for the number."""

    def from_line(self, word: str) -> float:
        """Return the number."""
        found = float(word) if _SHARE.fullmatch(word) else 2.0
        if found > 1:
            raise InputError(f"{self.line}: of the view takes a number from 0 to 1, not {safe(word)!r}")
        return found

    def in_words(self, names: Names, value: float) -> str:  # noqa: ARG002 - as the base class declares it
        """Return the words of a title."""
        return self.words.format(value)


class Text(Spelling, frozen=True, kw_only=True):
    """The spelling of a text that a reader types, such as a query."""

    metavar: str = "QUERY"
    words: str = "{}"
    """The words of a title, with `{}` for the text."""
    holds_query: bool = True
    """Whether the text is in the query language, so that there can be ids in it."""

    def in_words(self, names: Names, value: str) -> str:  # noqa: ARG002 - as the base class declares it
        """Return the words of a title."""
        return self.words.format(value) if value else ""

    def renamed(self, value: str, present: Present) -> str:
        """Return the text with `present` applied to each value of a field that names records."""
        from summittui.queries.language.renaming import renamed_text

        return renamed_text(value, present) if self.holds_query else value


class OneRecord(Spelling, frozen=True, kw_only=True):
    """The spelling of one record, by its id or a name; an empty text for none."""

    words: str = "{}"
    """The words of a title, with `{}` for the display name."""

    def in_words(self, names: Names, value: str) -> str:
        """Return the words of a title."""
        return self.words.format(names.name(value)) if value else ""

    def renamed(self, value: str, present: Present) -> str:
        """Return the present id."""
        return present(value) if value else value


class ManyRecords(Spelling, frozen=True, kw_only=True):
    """The spelling of several records, by ids or names: between commas in a line, one option each on a command line."""

    words: str = "{}"
    """The words of a title, with `{}` for the display names."""

    def to_line(self, value: tuple[str, ...]) -> str:
        """Return the ids between commas."""
        return ",".join(value)

    def from_line(self, word: str) -> tuple[str, ...]:
        """Return the ids between the commas."""
        return tuple(each for each in word.split(",") if each)

    def to_arguments(self, value: tuple[str, ...]) -> tuple[str, ...]:
        """Return an option, or an argument, for each id."""
        return tuple(argument for each in value for argument in super(ManyRecords, self).to_arguments(each))

    def in_words(self, names: Names, value: tuple[str, ...]) -> str:
        """Return the words of a title."""
        return self.words.format(" and ".join(map(names.name, value))) if value else ""

    def renamed(self, value: tuple[str, ...], present: Present) -> tuple[str, ...]:
        """Return the present ids."""
        return tuple(map(present, value))


class RowKeys(Text, frozen=True, kw_only=True):
    """The spelling of rows by their keys, which are ids or dates, between commas; a title does not say them."""

    def to_line(self, value: frozenset[str]) -> str:
        """Return the keys between commas."""
        return ",".join(sorted(value))

    def from_line(self, word: str) -> frozenset[str]:
        """Return the keys between the commas."""
        return frozenset(each for each in word.split(",") if each)

    def in_words(self, names: Names, value: Any) -> str:  # noqa: ARG002 - as the base class declares it
        """Return nothing."""
        return ""

    def to_arguments(self, value: Any) -> tuple[str, ...]:  # noqa: ARG002 - as the base class declares it
        """Return nothing, for no command has them."""
        return ()

    def renamed(self, value: Any, present: Present) -> Any:
        """Return the keys with the present ids."""
        return frozenset(map(present, value))
