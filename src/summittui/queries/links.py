"""Views: where a reader is, as a short line that opens the same place again.

A line names a screen, what it shows and how: `compare united-states china by:date at:cooperation/1`. Words with blanks
are quoted as in a shell. What a screen understands stands in `SCREENS`.
"""

import difflib
import re
import shlex
from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from summittui.model import InputError
from summittui.model.text import clip, safe, safe_lines
from summittui.queries.link_shapes import LISTS, PERSPECTIVES, SCREENS, Shape

MOST_CHARACTERS = 4_096
"""How long a line may be."""
_OPTION = re.compile(r"([a-z]+(?:-[a-z]+)*):(.*)", re.DOTALL)
_OF = "of"
"""Stands before a record whose name looks like an option."""
_AT = "at"
SCOPE = "scope"
"""The option of every screen that limits it to a collection, an event or a period."""
NAMING: Mapping[str, tuple[str, ...]] = {
    "lead": LISTS,
    "marked": (),
    "unfolded": PERSPECTIVES,
    "merged": PERSPECTIVES,
    "issue": ("issues",),
    "group": ("actors", "camps"),
    "sort": ("issues", *PERSPECTIVES),
}
"""The options that name records, with the tables of these; several records stand between commas."""


class Resolver(Protocol):
    """A source of ids for names; any library is one."""

    def resolve(self, words: str, tables: Iterable[str] = ()) -> str:
        """Return the id that `words` mean among the records of `tables`; raises `UnknownId`."""


class ViewLink(Struct, frozen=True, kw_only=True):
    """A screen with what it shows and how; `str` gives its line."""

    screen: str
    subjects: tuple[str, ...] = ()
    """The ids, or names, of the records that it is of, in their order on the screen."""
    options: dict[str, str] = {}
    """What was chosen on it, by name."""
    at: str = ""
    """Where its cursor is; empty for the start."""

    def __str__(self) -> str:
        """Return the line that `parse_view` reads."""
        records = [f"{_OF}:{each}" if _OPTION.fullmatch(each) else each for each in self.subjects]
        chosen = [f"{name}:{value}" for name, value in self.options.items()]
        place = [f"{_AT}:{self.at}"] if self.at else []
        return shlex.join([self.screen, *records, *chosen, *place])

    def option(self, name: str) -> str:
        """Return what was chosen for `name`; empty where nothing was."""
        return self.options.get(name, "")

    def listed(self, name: str) -> tuple[str, ...]:
        """Return what was chosen for `name`, where several things can be."""
        return tuple(each for each in self.option(name).split(",") if each)


def parse_view(line: str) -> ViewLink:
    """Return the view that a line means; what could drive a terminal is left out of it.

    Raises:
        InputError: It is too long, a quotation mark is not closed, or a screen, an option or a value is unknown.
    """
    screen, *others = _words(line)
    shape = SCREENS.get(screen)
    if shape is None:
        raise InputError(f"the view names no screen: {_unknown(screen, SCREENS)}")
    subjects: list[str] = []
    options: dict[str, str] = {}
    for word in others:
        option = _OPTION.fullmatch(word)
        name, value = option.groups() if option else (_OF, word)
        if name == _OF:
            subjects.append(value)
            continue
        _check_option(screen, shape, name, value)
        if name in options:
            raise InputError(f"{name}: stands twice in the view; leave one of them out")
        options[name] = value
    at = options.pop(_AT, "")
    _check_whole(screen, shape, len(subjects), options)
    return ViewLink(screen=screen, subjects=tuple(subjects), options=options, at=at)


def resolved_view(library: Resolver, view: ViewLink) -> ViewLink:
    """Return the view with ids in place of names.

    Raises:
        UnknownId: Nothing that the screen can be of, or that an option can name, goes by a name.
    """
    tables = SCREENS[view.screen].tables
    found = {
        name: ",".join(library.resolve(words, NAMING[name]) for words in view.listed(name))
        for name in view.options
        if name in NAMING
    }
    subjects = tuple(library.resolve(words, tables) for words in view.subjects)
    return replace(view, subjects=subjects, options=view.options | found)


def _words(line: str) -> list[str]:
    if len(line) > MOST_CHARACTERS:
        raise InputError(f"the view is longer than {MOST_CHARACTERS:,} characters; it holds something else")
    clean = safe_lines(line).replace("\n", " ")
    try:
        words = shlex.split(clean)
    except ValueError:
        shown = clip(clean, 60)
        raise InputError(f"the view {shown} has a quotation mark or a backslash that is left open") from None
    if not words:
        raise InputError(f"the view is empty; begin it with a screen: {', '.join(SCREENS)}")
    return words


def _check_option(screen: str, shape: Shape, name: str, value: str) -> None:
    if name not in {_AT, SCOPE} and name not in shape.options:
        raise InputError(f"the view of {screen} has no option {_unknown(name, (*shape.options, SCOPE, _AT))}")
    if not value:
        raise InputError(f"{name}: of the view says nothing; put a value behind it or leave it out")
    allowed = shape.options.get(name, ())
    if allowed and value not in allowed:
        raise InputError(f"{name}: of the view takes {' or '.join(allowed)}, not {safe(value)!r}")


def _check_whole(screen: str, shape: Shape, number: int, options: Iterable[str]) -> None:
    missing = [name for name in shape.needs if name not in options]
    if missing:
        raise InputError(f"the view of {screen} needs {missing[0]}:")
    if number >= shape.fewest and (shape.most is None or number <= shape.most):
        return
    if shape.most == 0:
        raise InputError(f"the view of {screen} names no record; it takes options alone, such as at:")
    wanted = f"{shape.fewest}" if number < shape.fewest else f"{shape.most}"
    bound = "" if shape.most == shape.fewest else " or more" if number < shape.fewest else " at most"
    raise InputError(f"the view of {screen} names {wanted}{bound} of {', '.join(shape.tables)}; here are {number}")


def _unknown(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return f"{clip(safe(name), 60)!r}; {hint}"
