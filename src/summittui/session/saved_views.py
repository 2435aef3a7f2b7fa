"""Views that a user has saved, each a name with a line, in a file that a person can edit too."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from summittui.model import InputError
from summittui.model.text import clip, safe
from summittui.queries.links import ViewLink, parse_view
from summittui.session.files import write_file

if TYPE_CHECKING:
    from summittui.session import Session

MOST_BYTES = 262_144
"""The most bytes that the file may hold; a longer one is something else."""
LONGEST_NAME = 60
_HEAD = "# Saved views, a line for each: its name = the line that opens it.\n"


class SavedView(Struct, frozen=True, kw_only=True):
    """One line of the file."""

    name: str
    """As it is shown; of a line that cannot be read, where it stands."""
    line: str
    problem: str = ""
    """Why it cannot be opened, as a sentence; empty where it can."""


def views_path() -> Path:
    """Return the file in the user's config directory."""
    from summittui.store.paths import default_views_path

    return default_views_path()


def read_views(path: Path) -> tuple[SavedView, ...]:
    """Return the saved views in the order of the file; a line that cannot be read is there with its problem.

    Raises:
        InputError: The file cannot be read at all.
    """
    found: list[SavedView] = []
    for number, text in enumerate(_lines(path), 1):
        if _is_entry(text):
            each = _read(number, text)
            twice = not each.problem and each.name in {other.name for other in found}
            problem = f"the name stands above already; give line {number} another" if twice else each.problem
            found.append(SavedView(name=each.name, line=each.line, problem=problem))
    return tuple(found)


def checked_views(session: "Session", path: Path) -> tuple[SavedView, ...]:
    """Return the saved views as `read_views`, with what is wrong with each on this store.

    One that names a record by an id from before a rename or a merge opens; its problem says under which line.

    Raises:
        InputError: The file cannot be read at all.
    """
    return tuple(each if each.problem else replace(each, problem=_problem(session, each)) for each in read_views(path))


def _problem(session: "Session", saved: SavedView) -> str:
    view = parse_view(saved.line)
    try:
        followed = session.followed(view)
        followed.resolved(session.library)
        session.library.limited(followed.query.limits)
    except InputError as error:
        return str(error)
    return "" if followed == view else f"it names a record by its former id and opens as {followed}; save it again"


def named_view(path: Path, words: str) -> ViewLink:
    """Return the view that is saved under a name, else the one that the words mean as a line.

    Raises:
        InputError: They are neither.
    """
    known = {each.name: each for each in reversed(read_views(path))}
    return parse_view(known[words].line if words in known else words)


def keep_view(path: Path, name: str, view: ViewLink) -> None:
    """Save a view under a name, in the place of the one that has it; every other line of the file stays as it is.

    Raises:
        InputError: It is no name, or the file cannot be read or written.
    """
    name = checked_name(name)
    import json

    entry = f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(str(view), ensure_ascii=False)}"
    lines = _lines(path) or [_HEAD.rstrip("\n")]
    places = _places(lines, name)
    if places:
        lines[places[0]] = entry
    else:
        lines.append(entry)
    _write(path, lines)


def drop_view(path: Path, saved: SavedView) -> None:
    """Take a line out of the file; every other one stays as it is.

    Raises:
        InputError: The file cannot be read or written.
    """
    lines = _lines(path)
    gone = [at for at, text in enumerate(lines) if _is_entry(text) and _same(_read(at + 1, text), saved)]
    _write(path, [text for at, text in enumerate(lines) if at not in gone[:1]])


def checked_name(words: str) -> str:
    """Return a name without blanks around it.

    Raises:
        InputError: It is empty or too long.
    """
    name = safe(words)
    if not name:
        raise InputError("a view is saved under a name; type one")
    if len(name) > LONGEST_NAME:
        raise InputError(f"the name is longer than {LONGEST_NAME} characters; shorten it")
    return name


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise InputError(f"{safe(str(path))} cannot be read ({error.strerror}); the views saved in it stay") from None
    if len(text) > MOST_BYTES:
        raise InputError(f"{safe(str(path))} is longer than {MOST_BYTES:,} bytes; it holds no saved views")
    try:
        return text.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []
    except UnicodeDecodeError as error:
        raise InputError(f"{safe(str(path))} is not UTF-8 (byte {error.start}); save it as UTF-8") from None


def _is_entry(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _read(number: int, text: str) -> SavedView:
    """Return what one line of the file says."""
    import tomllib

    where = f"line {number}"
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return SavedView(name=where, line=clip(safe(text), 200), problem='this is not of the form name = "line"')
    ((name, line),) = found.items() if len(found) == 1 else ((where, None),)
    if not isinstance(line, str) or not safe(name):
        return SavedView(name=where, line=clip(safe(text), 200), problem='this is not of the form name = "line"')
    try:
        parse_view(line)
    except InputError as error:
        return SavedView(name=safe(name), line=safe(line), problem=str(error))
    return SavedView(name=safe(name), line=line)


def _same(one: SavedView, other: SavedView) -> bool:
    return (one.name, one.line) == (other.name, other.line)


def _places(lines: Sequence[str], name: str) -> list[int]:
    return [at for at, text in enumerate(lines) if _is_entry(text) and _read(at + 1, text).name == name]


def _write(path: Path, lines: Sequence[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{safe(str(path.parent))} cannot be made ({error.strerror}); views are saved there") from None
    write_file(path, "".join(f"{text}\n" for text in lines), overwrite=True)
