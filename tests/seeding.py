"""Stores of the shipped collections, made once: a thousand tests begin with one."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import summittui.session.opening
from summittui.model import SourceId
from summittui.session import Session
from summittui.store.collection import Collection, shipped_names
from summittui.store.disk import real_path, refuse_long_name
from summittui.store.store import Store

NAME = "made-once.json"
create = Store.create
read_once = cache(summittui.session.opening.shipped_collection)


def shipped_collection(name: str | None = None) -> Collection:
    """Return a shipped collection, read the first time."""
    return read_once(name or summittui.session.opening.SHIPPED)


def create_or_copy(
    path: Path, collection: Collection | None, texts: Mapping[SourceId, str] | None = None, **options: Any
) -> Store:
    """Do as `Store.create`; a store of a whole shipped collection is copied where nothing stands in the way."""
    real = real_path(path)
    if (
        collection is None
        or not is_shipped(collection)
        or texts
        or not real.parent.is_dir()
        or any(real.parent.glob(f"{real.name}*"))
    ):
        return create(path, collection, texts, **options)
    refuse_long_name(real)
    try:
        put_files(files_of_store(collection.id), real)
    except OSError:
        return create(path, collection, texts, **options)
    return Store.open(path, **options)


def is_shipped(collection: Collection) -> bool:
    return collection.id in shipped_names() and collection is shipped_collection(collection.id)


@cache
def files_of_store(collection: str) -> dict[str, bytes]:
    """Return the files of the store of a shipped collection, by their names."""
    return files_of(lambda path: create(path, shipped_collection(collection)))


def files_of(make: Callable[[Path], Store | Session]) -> dict[str, bytes]:
    """Return the files of a store that is made in a folder of its own, by their names."""
    with TemporaryDirectory() as folder:
        make(Path(folder) / NAME).close()
        files = (each for each in Path(folder).rglob("*") if each.is_file())
        return {str(each.relative_to(folder)): each.read_bytes() for each in files}


def put_files(files: Mapping[str, bytes], path: Path) -> None:
    """Write the files of a store at another path."""
    for name, content in files.items():
        copied = path.parent / name.replace(NAME, path.name)
        copied.parent.mkdir(mode=0o700, exist_ok=True)
        copied.touch(mode=0o600)
        copied.write_bytes(content)
