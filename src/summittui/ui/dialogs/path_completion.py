"""Paths completed while they are typed, as a shell does it."""

import os
from pathlib import Path
from typing import NamedTuple

from summittui.library.answers.name_completion import Completion
from summittui.model.text import safe


class CompletedPath(NamedTuple):
    """A completion of a typed path."""

    text: str
    """As far as all that begins so agrees; a folder that is meant alone ends in a slash."""
    names: tuple[str, ...]
    """Everything in that folder that begins so; folders end in a slash."""


def completed_path(typed: str, base: Path) -> CompletedPath:
    """Complete a path by what stands in its folder; one that nothing begins like stays as it is.

    Args:
        typed: What was typed; `~` is the user's own folder.
        base: What a path that does not begin at the root begins at.
    """
    begun = typed.rpartition("/")[2]
    names = tuple(sorted(name for name in _names_in(base, folder_meant(typed)) if _is_meant(name, begun)))
    if not names:
        return CompletedPath(typed, ())
    return CompletedPath(typed[: len(typed) - len(begun)] + _shared(names), names)


def path_completions(typed: str, most: int) -> tuple[Completion, ...]:
    """Return what a path that is typed may become, at most so many; nothing for one that is whole already.

    A folder comes first itself, behind it what stands in it.
    """
    begun = typed.rpartition("/")[2]
    head = typed[: len(typed) - len(begun)]
    found = [head + name for name in completed_path(typed, Path()).names]
    whole = [typed] if found and not begun else []
    return tuple(Completion(path, path, "") for path in (*whole, *(path for path in found if path != typed))[:most])


def folder_meant(typed: str) -> Path:
    """Return the folder in which a path is completed, as it was typed."""
    head, slash, _ = typed.rpartition("/")
    return Path(head + slash if slash else ".")


def _shared(names: tuple[str, ...]) -> str:
    """Return the letters with which all names begin."""
    first, last = min(names), max(names)
    length = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[:length]


def _is_meant(name: str, begun: str) -> bool:
    return name.startswith(begun) and (begun.startswith(".") or not name.startswith("."))


def _names_in(base: Path, folder: Path) -> list[str]:
    """Return what stands in a folder and can be shown as it is called; nothing where it cannot be read."""
    try:
        with os.scandir(base / folder.expanduser()) as entries:
            return [f"{each.name}{'/' * each.is_dir()}" for each in entries if safe(each.name) == each.name]
    except (OSError, RuntimeError, ValueError):  # nobody's home, a NUL
        return []
