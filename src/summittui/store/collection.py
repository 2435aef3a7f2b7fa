"""Shipped collections: a folder of TOML tables, read whole or refused with one clear sentence."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert

import summittui
from summittui.model import COLLECTION_TABLES, TABLES, InputError, Problem, Record, Records
from summittui.model.codec import InvalidRecord, record_from_plain
from summittui.model.errors import UNNAMED
from summittui.model.rules import problems
from summittui.model.text import safe

HEAD = "collection.toml"
"""The file that says what the collection is."""

JOINS = "joins.toml"
"""The file that says which records mean the same as those of other collections; it may be missing."""

_HEAD_FIELDS = ("id", "version", "title", "licence", "note")

Plain = dict[str, Any]
"""A TOML table as it was read."""

Complain = Callable[[str], None]
"""Takes one sentence on what is wrong."""


class Join(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that means the same as the one with its id in another collection, as somebody reviewed."""

    id: str
    collection: str
    """The other collection."""
    reason: str
    """Why they are the same."""
    reviewed_on: str
    """Partial date of the review."""


class Collection(Struct, frozen=True, kw_only=True):
    """A set of records with one provenance and a version."""

    id: str
    version: str
    title: str
    licence: str
    note: str
    records: Records
    joins: tuple[Join, ...] = ()


def shipped_collections() -> Path:
    """Return the folder that holds the collections: inside the installed package, or a checkout's `data`."""
    package = Path(summittui.__file__).parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parents[1] / "data"


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped collections."""
    return tuple(sorted(folder.name for folder in shipped_collections().iterdir() if (folder / HEAD).is_file()))


def named_collection(name: str) -> Collection:
    """Return a shipped collection by its name, or the one in the folder of that name.

    Raises:
        InputError: There is none, or a record of it is not sound.
    """
    shipped = shipped_names()
    if name in shipped:
        return load_collection(shipped_collections() / name)
    folder = Path(name)
    with suppress(OSError, ValueError):  # a name that no folder can have
        if (folder / HEAD).is_file():
            return load_collection(folder)
    raise InputError(f"There is no collection {safe(name)!r}; give {' or '.join(shipped)}, or the folder of one.")


def load_collection(folder: Path) -> Collection:
    """Read a collection and check every record of it.

    Args:
        folder: Holds `collection.toml` and one TOML file for each table, all of them required.

    Raises:
        InputError: A file cannot be read, or a record is not sound; names the first problem and counts the others.
    """
    found: list[str] = []
    head = _read_head(folder, found.append)
    tables: dict[str, Any] = {table: tuple(_read_table(folder, table, found.append)) for table in COLLECTION_TABLES}
    records = Records(**tables)
    joins = tuple(_read_joins(folder, records, found.append))
    if not found:
        found.extend(_sentence(problem) for problem in problems(records))
    if found:
        raise InputError(_first_of(found))
    return Collection(**head, records=records, joins=joins)


def _read_joins(folder: Path, records: Records, complain: Complain) -> Iterator[Join]:
    if not (folder / JOINS).exists():
        return
    ids = {record.id for record in records}
    for number, plain in enumerate((_read_toml(folder / JOINS, complain) or {}).get("joins", ()), 1):
        try:
            join = convert(plain, Join)
        except ValidationError as error:
            complain(f"{JOINS}, join {number}: {safe(str(error))}; correct it there")
            continue
        if join.id not in ids:
            complain(f"{JOINS}, {safe(join.id)}: the collection has no such record; remove the join or correct its id")
        yield join


def _read_head(folder: Path, complain: Complain) -> dict[str, str]:
    plain = _read_toml(folder / HEAD, complain)
    if plain is None:
        return {}
    for key in plain:
        if key not in _HEAD_FIELDS:
            complain(f"{HEAD}, {key}: a collection has no such field; remove it or correct its name")
    for key in _HEAD_FIELDS:
        if not isinstance(plain.get(key), str):
            complain(f'{HEAD}, {key}: a text is missing here; write {key} = "…"')
    return plain


def _read_table(folder: Path, table: str, complain: Complain) -> Iterator[Record]:
    name = f"{table}.toml"
    plain = _read_toml(folder / name, complain)
    if plain is None:
        return
    for key in plain:
        if key != table:
            complain(f"{name}, {key}: the file holds [[{table}]] alone; move it elsewhere or correct its name")
    rows = plain.get(table, [])
    if not isinstance(rows, list):
        complain(f"{name}, {table}: this must be a list of records; write [[{table}]] before each record")
        return
    for number, row in enumerate(rows, 1):
        record = _read_record(table, number, row, complain)
        if record is not None:
            yield record


def _read_record(table: str, number: int, row: object, complain: Complain) -> Record | None:
    if not isinstance(row, dict):
        complain(f"{table}.toml, record {number}: this is no record; write [[{table}]] before its fields")
        return None
    try:
        return record_from_plain(TABLES[table], row)
    except InvalidRecord as error:
        complain(_sentence(error.problem, f"record {number}"))
        return None


def _read_toml(path: Path, complain: Complain) -> Plain | None:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        complain(f"{path.name}: the file is missing in {path.parent}; put it there or give another folder")
    except OSError as error:
        complain(f"{path.name}: the file cannot be read ({error.strerror}); check {path.parent} and its permissions")
    except UnicodeDecodeError as error:
        complain(f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8")
    except ValueError as error:
        complain(f"{path.name}: this is not valid TOML: {error}; correct it there")
    except RecursionError:
        complain(f"{path.name}: values are nested too deeply to be read; flatten them")
    return None


def _sentence(problem: Problem, unnamed: str = UNNAMED) -> str:
    record = unnamed if problem.record == UNNAMED else safe(problem.record)
    field = f", {problem.field}" if problem.field else ""
    return f"{problem.table}.toml, {record}{field}: {problem.message}"


def _first_of(found: list[str]) -> str:
    others = len(found) - 1
    if not others:
        return found[0]
    return f"{found[0]} (and {others} more {'problem' if others == 1 else 'problems'})"
