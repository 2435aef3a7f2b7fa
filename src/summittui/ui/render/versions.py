"""Two versions of one record, line by line; and what was done to a record over time."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Protocol

from rich.text import Text

from summittui.exchange.as_toml import record_to_toml
from summittui.model import Record, StoreConflict
from summittui.ui.render.line import line, sentence

MINE, THEIRS, AGAIN = "mine", "theirs", "again"

_SIGNS = {THEIRS: ("theirs ", "against"), MINE: ("mine   ", "for"), "before": ("- ", "against"), "after": ("+ ", "for")}


class Logged(Protocol):
    """One change of one record, as the session tells it."""

    @property
    def who(self) -> str:
        """The user who made the change."""

    @property
    def when(self) -> str:
        """The time of the change."""

    @property
    def label(self) -> str:
        """The change in words."""

    @property
    def before(self) -> Mapping[str, Any] | None:
        """The record's fields until then."""

    @property
    def after(self) -> Mapping[str, Any] | None:
        """The record's fields from then on."""


def conflict_lines(conflict: StoreConflict, by: Logged | None) -> tuple[list[Text], int]:
    """Return both versions of a record, what differs marked by whose it is, and the first line that differs.

    Args:
        conflict: The two versions.
        by: The edit that made theirs, where the journal tells; who made it and when stands above the first difference.

    Returns:
        The lines, and the place (from 0) of the one at which to begin to read.
    """
    theirs, mine = _toml(conflict.theirs), _toml(conflict.mine)
    lines = [line(sentence(conflict)), Text()]
    at = next((at for at, pair in enumerate(zip_longest(theirs, mine)) if pair[0] != pair[1]), 0)
    same, begun = differing(theirs[:at], mine[:at], THEIRS, MINE), len(lines) + at
    lines += same
    if by is not None:
        told = line(("theirs by ", "apparatus"), (by.who, "heading"), ("  ", ""), (by.when, "source"), f"  {by.label}")
        lines.append(told)
    if conflict.theirs is None:
        lines.append(line(("Theirs: it was deleted.", "against")))
    if conflict.mine is None:
        lines.append(line(("Mine: it is deleted.", "for")))
    return [*lines, *differing(theirs[at:], mine[at:], THEIRS, MINE)], begun


def ways_out(conflict: StoreConflict, *, may_edit_again: bool) -> tuple[tuple[str, str], ...]:
    """Return the ways out of a conflict, each a key and its words."""
    mine = "Delete it all the same" if conflict.mine is None else "Put mine in its place"
    again = ((AGAIN, "Edit again, on their version"),) if may_edit_again and conflict.theirs else ()
    return ((THEIRS, "Keep theirs"), (MINE, mine), *again)


def differing(old: Sequence[str], new: Sequence[str], left: str, right: str) -> list[Text]:
    """Return the lines of two texts, those of one alone marked as `left` or `right`."""
    lines: list[Text] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += _marked((" " * len(_SIGNS[left][0]), "apparatus"), old[a:b])
        else:
            lines += [*_marked(_SIGNS[left], old[a:b]), *_marked(_SIGNS[right], new[c:d])]
    return lines


def _marked(sign: tuple[str, str], lines: Iterable[str]) -> list[Text]:
    words, token = sign
    shown = "" if words.isspace() else token
    return [line((words, token), (each, shown)) for each in lines]


def log_lines(entries: Iterable[Logged]) -> list[Text]:
    """Return what was done to a record, as `log` tells it: who, when, before and after."""
    lines: list[Text] = []
    for entry in entries:
        lines.append(line((entry.when, "source"), "  ", (entry.who, "heading"), "  ", entry.label))
        lines += [Text("  ").append_text(each) for each in _step(entry.before, entry.after)]
        lines.append(Text())
    return lines or [line(("No edit of this record is on record.", "silent"))]


def _step(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> list[Text]:
    """Return the fields that are not the same before and after."""
    old, new = before or {}, after or {}
    names = [name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name)]
    return differing(_assigned(old, names), _assigned(new, names), "before", "after")


def _assigned(fields: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    return [f"{name} = {fields[name]}" for name in names if name in fields]


def _toml(record: Record | None) -> list[str]:
    return record_to_toml(record).splitlines() if record else []
