"""Every k-th call of the system fails: memory, disk and what another process reads must stay the same."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from summittui.model import Actor, ActorKind, Records, StoreError
from summittui.store.store import Store
from tests.patience import PATIENCE
from tests.store.samples import ADA, BO, DAILY, TEXT, collection_of

CALLS = ("write", "fsync", "replace", "link", "open", "unlink", "fstat", "stat", "pread", "pwrite", "mkdir")
CODES = (errno.ENOSPC, errno.EIO)
MOST = 40
"""How many calls of one kind the steps make at most."""


class Fault:
    """Lets the k-th call of one kind fail, a write after half of its bytes where asked for."""

    def __init__(self, real: Callable[..., Any], which: int, code: int, *, half: bool) -> None:
        self._real = real
        self._left = which
        self._code = code
        self._half = half
        self.was_hit = False

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self._left -= 1
        if self._left:
            return self._real(*arguments, **named)
        self.was_hit = True
        if self._half:
            self._real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        raise OSError(self._code, os.strerror(self._code))


@contextmanager
def failing(call: str, which: int, code: int, *, half: bool = False) -> Iterator[Fault]:
    """Let the `which`-th call of `os.call` fail while the context lasts."""
    fault = Fault(getattr(os, call), which, code, half=half)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, fault)
        yield fault


def steps(store: Store) -> Iterator[Callable[[], object]]:
    yield lambda: store.put(msgspec.structs.replace(ADA, note="edited"))
    yield lambda: store.put(Actor(id="new", name="New", kind=ActorKind.PERSON))
    yield lambda: store.attach(DAILY, TEXT)
    yield store.compact
    yield lambda: store.delete("new")
    yield store.history.undo
    yield store.compact


def state(store: Store) -> tuple[Records, dict[Any, str]]:
    return store.records(), dict(store.texts())


@pytest.mark.parametrize("code", CODES, ids=["ENOSPC", "EIO"])
@pytest.mark.parametrize("call", [*CALLS, "half a write"])
def test_whatever_call_fails_an_edit_is_made_or_it_is_not(tmp_path: Path, call: str, code: int) -> None:
    half = call == "half a write"
    for which in range(1, MOST):
        path = tmp_path / str(which) / "store.json"
        store = Store.create(path, collection_of())
        other = Store.open(path)
        hit = 0
        for step in steps(store):
            before = state(store)
            with failing("write" if half else call, which - hit, code, half=half) as fault:
                refused = is_refused(step)
            if fault.was_hit:
                check_same(path, store, other, before, refused=refused)
                break
            hit += which - hit - fault._left
        else:
            assert which > 1, "the call is never made"
            return
        store.put(msgspec.structs.replace(BO, note="after"))
        assert state(Store.open(path)) == state(store) == state(other)
    pytest.fail("more calls than were tried")


def is_refused(step: Callable[[], object]) -> bool:
    try:
        step()
    except StoreError:
        return True
    return False


def check_same(path: Path, store: Store, other: Store, before: object, *, refused: bool) -> None:
    disk = state(Store.open(path))
    assert state(store) == disk
    assert state(other) == disk
    if refused:
        assert disk == before


@pytest.mark.parametrize("code", CODES, ids=["ENOSPC", "EIO"])
@pytest.mark.parametrize("call", ["write", "fsync", "replace", "link", "open", "half a write"])
def test_whatever_call_fails_a_store_is_made_whole_or_not_at_all(tmp_path: Path, call: str, code: int) -> None:
    half = call == "half a write"
    for which in range(1, MOST):
        path = tmp_path / str(which) / "store.json"
        path.parent.mkdir()
        with failing("write" if half else call, which, code, half=half) as fault:
            refused = is_refused(partial(Store.create, path, collection_of()))
        if not fault.was_hit:
            assert not refused
            assert which > 1
            return
        if refused:
            assert not path.exists()
            Store.create(path, collection_of())
        assert ADA in Store.open(path).records().actors
    pytest.fail("more calls than were tried")


FILLING = """
import sys
from pathlib import Path
from summittui.model import Actor, ActorKind, StoreError
from summittui.store.store import Store
store = Store.open(Path(sys.argv[1]), compact_at=int(sys.argv[2]))
for number in range(100_000):
    try:
        store.put(Actor(id=f"a{number}", name="N", kind=ActorKind.PERSON, note="x" * 500))
    except StoreError as error:
        sys.exit(str(error))
    print(f"a{number}", flush=True)
"""


def fill(path: Path, compact_at: int, limit: Callable[[], None] | None = None) -> tuple[set[str], str]:
    """Add actors until that is refused; return the ids that were acknowledged and the refusal."""
    command = [sys.executable, "-c", FILLING, str(path), str(compact_at)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit, timeout=PATIENCE)
    return set(done.stdout.split()), done.stderr


def check_filled(path: Path, acknowledged: set[str]) -> None:
    present = {actor.id for actor in Store.open(path).records().actors}
    assert acknowledged
    assert present == acknowledged | {"ada", "bo", "paper"}


def test_a_limit_on_the_size_of_files_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.json"
    Store.create(path, collection_of()).close()
    acknowledged, refusal = fill(path, 4_000_000, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)))
    assert "could not be written (File too large)" in refusal
    check_filled(path, acknowledged)
    Store.open(path).put(msgspec.structs.replace(ADA, note="without the limit"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("file systems may not be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_refuses_aloud_and_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "store.json"
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 100_000)
    Store.create(path, collection_of()).close()
    acknowledged, refusal = fill(path, 20_000)
    assert "No space left on device" in refusal
    check_filled(path, acknowledged)
    ballast.unlink()
    Store.open(path).put(msgspec.structs.replace(ADA, note="with room"))
    assert msgspec.structs.replace(ADA, note="with room") in Store.open(path).records().actors
