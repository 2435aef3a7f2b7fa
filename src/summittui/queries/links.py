"""View links: short lines, each of which opens the same view at the same place again.

A line names a view, what it asks and how it looks: `compare united-states china by:date at:cooperation/1`. Words with
blanks are quoted as in a shell. What is asked is spelled by the fields of the query (`VIEWS`).
"""

import difflib
import re
import shlex
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from summittui.model import InputError
from summittui.model.text import clip, safe, safe_lines
from summittui.queries.spelling import ManyRecords, Spelling
from summittui.queries.view_query import Resolver, ViewQuery, spellings
from summittui.queries.views import VIEWS

MOST_CHARACTERS = 4_096
"""The most characters that a line may have."""
_OPTION = re.compile(r"([a-z]+(?:-[a-z]+)*):(.*)", re.DOTALL)
_OF = "of"
"""Stands before a record whose name looks like an option."""
_AT = "at"
MARKED = "marked"
"""The look that names records, of any table: those that are marked."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ViewLink(Struct, frozen=True, kw_only=True):
    """A query with the look of the screen that shows its answer; `str` gives its line."""

    query: ViewQuery
    look: Mapping[str, str] = {}
    """The words chosen for the screen's look, by name; names are of the query's `looks`."""
    at: str = ""
    """The address of the screen's cursor; empty for the start."""

    @property
    def view(self) -> str:
        """The name of the view."""
        return self.query.view

    def __str__(self) -> str:
        """Return the line that `parse_view` reads."""
        records = [f"{_OF}:{each}" if _OPTION.fullmatch(each) else each for each in self.query.subjects]
        chosen = [f"{name}:{word}" for name, word in (self.query.options | dict(self.look)).items()]
        place = [f"{_AT}:{self.at}"] if self.at else []
        return shlex.join([self.view, *records, *chosen, *place])

    def looks(self, name: str) -> str:
        """Return what was chosen of the look; empty where nothing was."""
        return self.look.get(name, "")

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids, or names, of the records that are marked where that changes the look alone."""
        return tuple(each for each in self.looks(MARKED).split(",") if each)

    def resolved(self, library: Resolver) -> "ViewLink":
        """Return the view with ids in place of names.

        Raises:
            UnknownId: Nothing that the query or the look can name goes by a name.
        """
        return replace(self, query=self.query.resolved(library), look=self._marking(library.resolve))

    def renamed(self, present: Callable[[str], str]) -> "ViewLink":
        """Return the view with `present` applied to whatever can be an id in it."""
        at = _ID.sub(lambda found: present(found[0]), self.at)
        return replace(self, query=self.query.renamed(present), look=self._marking(present), at=at)

    def _marking(self, present: Callable[[str], str]) -> Mapping[str, str]:
        return dict(self.look) | {MARKED: ",".join(map(present, self.marked))} if self.marked else self.look


def parse_view(line: str) -> ViewLink:
    """Return the view that a line means; what could drive a terminal is left out of it.

    Raises:
        InputError: It is too long, a quotation mark is not closed, or a view, an option or a value is unknown.
    """
    view, *others = _words(line)
    query = VIEWS.get(view)
    if query is None:
        raise InputError(f"the view names no screen: {_unknown(view, VIEWS)}")
    subjects: list[str] = []
    options: dict[str, str] = {}
    for word in others:
        option = _OPTION.fullmatch(word)
        name, value = option.groups() if option else (_OF, word)
        if name == _OF:
            subjects.append(value)
            continue
        _check_option(query, name, value)
        if name in options:
            raise InputError(f"{name}: stands twice in the view; leave one of them out")
        options[name] = value
    at = options.pop(_AT, "")
    look = {name: options.pop(name) for name in query.looks if name in options}
    return ViewLink(query=_query(query, subjects, options), look=look, at=at)


def _query(query: type[ViewQuery], subjects: list[str], options: Mapping[str, str]) -> ViewQuery:
    """Return the query of some records and options."""
    values: dict[str, Any] = {
        name: spelling.from_line(options[spelling.line])
        for name, spelling in spellings(query).items()
        if spelling.line in options
    }
    missing = [each.name for each in fields(query) if each.default is NODEFAULT and each.name not in values]
    spelled = spellings(query)
    if named := [spelled[name].line for name in missing if spelled[name].line]:
        raise InputError(f"the view of {query.view} needs {named[0]}:")
    name, spelling = next(((name, each) for name, each in spelled.items() if not each.line), ("", Spelling(most=0)))
    _check_number(query.view, spelling, len(subjects))
    if subjects:
        values[name] = tuple(subjects) if isinstance(spelling, ManyRecords) else subjects[0]
    return query(**values)


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
        raise InputError(f"the view is empty; begin it with a screen: {', '.join(VIEWS)}")
    return words


def _check_option(query: type[ViewQuery], name: str, value: str) -> None:
    spelled = {each.line: each.allowed for each in spellings(query).values() if each.line}
    known = {**spelled, **query.looks, _AT: ()}
    if name not in known:
        raise InputError(f"the view of {query.view} has no option {_unknown(name, known)}")
    if not value:
        raise InputError(f"{name}: of the view says nothing; put a value behind it or leave it out")
    allowed = known[name]
    if allowed and value not in allowed:
        raise InputError(f"{name}: of the view takes {' or '.join(allowed)}, not {safe(value)!r}")


def _check_number(view: str, spelling: Spelling, number: int) -> None:
    """Refuse too few or too many records."""
    fewest, most = spelling.fewest, spelling.most
    if number >= fewest and (most is None or number <= most):
        return
    if most == 0:
        raise InputError(f"the view of {view} names no record; it takes options alone, such as at:")
    wanted = f"{fewest}" if number < fewest else f"{most}"
    bound = "" if most == fewest else " or more" if number < fewest else " at most"
    raise InputError(f"the view of {view} names {wanted}{bound} of {', '.join(spelling.tables)}; here are {number}")


def _unknown(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return f"{clip(safe(name), 60)!r}; {hint}"
