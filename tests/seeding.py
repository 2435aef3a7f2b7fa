"""Stores of the shipped collections, made once: a thousand tests begin with one."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import summittui.session.opening
from summittui.model import SourceId
from summittui.store.collection import Collection
from summittui.store.store import Store, real_path

NAME = "made-once.json"
create = Store.create
shipped_collection = cache(summittui.session.opening.shipped_collection)
"""Reads a shipped collection the first time."""


def create_or_copy(
    path: Path, collection: Collection | None, texts: Mapping[SourceId, str] | None = None, **options: Any
) -> Store:
    """Do as `Store.create`; a store of a whole shipped collection is copied where nothing stands in the way."""
    real = real_path(path)
    is_plain = collection is not None and collection is shipped_collection(collection.id) and not texts
    if not is_plain or not real.parent.is_dir() or any(real.parent.glob(f"{real.name}*")):
        return create(path, collection, texts, **options)
    assert collection is not None
    try:
        put_files(files_of_store(collection.id), real)
    except OSError:
        return create(path, collection, texts, **options)
    return Store.open(path, **options)


@cache
def files_of_store(collection: str) -> dict[str, bytes]:
    """Return the files of the store of a shipped collection, by their names."""
    return files_of(lambda path: create(path, shipped_collection(collection)))


def files_of(make: Callable[[Path], Store]) -> dict[str, bytes]:
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
