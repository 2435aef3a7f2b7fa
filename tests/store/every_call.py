"""Commands that are stopped at every call that touches files.

`python -m tests.store.every_call --mode ENOSPC add merge`: strace kills the command at its k-th such call (`kill`),
or lets the call fail (`ENOSPC`, `EIO`), for each k in turn. The store must be as before the command or as after it,
agree with the exit code, and take another edit; a store whose creation was stopped is made anew by that. Without names
every command is tried. Prints the number of trials, and each fault: `unreadable`, `half`, `lost` (acknowledged but not
made), `refused but made`, `traceback`, `shown otherwise` (by the next session), `stuck` (takes no edit).
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from summittui.model import TABLES, Actor, ActorKind, Records, StoreError, SummitError
from summittui.session import Session
from summittui.session.replica import Wish
from summittui.store.disk import StoreMissing
from summittui.store.store import Store
from tests.store.stopped_commands import COMMANDS, CREATE, FILES, FIRST, NEW, RECOVER, Words, damage

CALLS = (
    "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,ftruncate,"
    "mkdir,mkdirat,fchmod,chmod,rmdir"
)
MODES = ("kill", "ENOSPC", "EIO")
State = tuple[Records, dict[str, str]]


class Trials:
    """The trials of one command, in a folder of their own."""

    def __init__(self, name: str, mode: str, folder: Path, replica: Wish) -> None:
        self._name, self._mode, self._folder, self._replica = name, mode, folder, replica
        self._base = folder / "base"
        self._path = folder / "work" / "store.json"
        self._environment = {**os.environ, "SUMMITTUI_CONFIG": str(folder / "config.toml")}
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self._make_base()

    def run(self, stride: int) -> None:
        """Stop the command at every `stride`-th call in turn."""
        self._copy_base()
        before, trace = self._state(), self._folder / "trace"
        self._prepare()
        clean = self._start("-o", str(trace))
        if clean.returncode:
            raise AssertionError(f"{self._name} ends with {clean.returncode}: {clean.stderr}")
        after = self._state()
        for call, number, line in list(_numbered(trace.read_text()))[::stride]:
            if self._mode != "kill" and re.search(r"write\([12],", line):
                continue
            self._prepare()
            self.counts["trials"] += 1
            how = "signal=KILL" if self._mode == "kill" else f"error={self._mode}"
            done = self._start("-o", "/dev/null", "-e", f"inject={call}:{how}:when={number}")
            for fault in self._judged(done, before, after):
                self.counts[fault] += 1
                self.faults.append(f"{self._name}, {fault}: {line[:90]}; {done.stderr.strip()[-160:]}")

    def _judged(
        self, done: "subprocess.CompletedProcess[str]", before: State | None, after: State | None
    ) -> Iterator[str]:
        if "Traceback" in done.stderr or "unexpected error" in done.stderr:
            yield "traceback"
        try:
            now = self._state_left()
        except StoreError:
            yield "unreadable"
            return
        if now not in (before, after):
            yield "half"
        if self._mode != "kill" and before != after:
            if done.returncode == 0 and now == before:
                yield "lost"
            if done.returncode and now == after:
                yield "refused but made"
        yield from self._faults_of_a_session(now)

    def _faults_of_a_session(self, now: State | None) -> Iterator[str]:
        """Yield what is wrong with a session that comes after: what it shows, and whether it takes an edit."""
        try:
            session = Session.open(self._path, replica=self._replica)
        except SummitError:
            yield "stuck"
            return
        try:
            shown = {each.id: each for type_ in TABLES.values() for each in session.library.every(type_)}
            if now is not None and shown != {each.id: each for each in now[0]}:
                yield "shown otherwise"
            session.add(Actor(id="afterwards", name="Afterwards", kind=ActorKind.PERSON))
        except SummitError:
            yield "stuck"
        finally:
            session.close()

    def _start(self, *options: str) -> "subprocess.CompletedProcess[str]":
        strace = ["strace", "-f", "-qq", "-e", "signal=none", "-e", f"trace={CALLS}", *options]
        return self._run(COMMANDS[self._name].words, self._path, strace)

    def _run(self, words: Words, path: Path, before: Words = ()) -> "subprocess.CompletedProcess[str]":
        named = () if words[0] == "new" else ("--store", str(path))
        command = [*before, sys.executable, "-m", "summittui", *words, *named]
        return subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=path.parent, env=self._environment
        )

    def _state_left(self) -> State | None:
        """Return what stands after a trial; what a recovery has left undone the next one does."""
        try:
            return self._state()
        except StoreError:
            if self._name != RECOVER:
                raise
        self._run(COMMANDS[RECOVER].words, self._path)
        return self._state()

    def _state(self) -> State | None:
        """Return the records and texts; None where there is no store."""
        try:
            store = Store.open(self._path)
        except StoreMissing:
            return None
        try:
            return store.records(), {str(id_): text for id_, text in store.texts().items()}
        finally:
            store.close()

    def _make_base(self) -> None:
        self._base.mkdir(parents=True)
        (self._folder / "config.toml").write_text(f'replica = "{self._replica}"\n')
        for name, text in FILES.items():
            (self._base / name).write_text(text)
        if self._name in (CREATE, NEW):
            return
        path = self._base / "store.json"
        for words in (*FIRST, *COMMANDS[self._name].before):
            if (done := self._run(words, path)).returncode:
                raise AssertionError(f"{words} ends with {done.returncode}: {done.stderr}")
        if self._name == "seed":  # an older version of the collection is in the store
            store = Store.open(path)
            with store._storage.transaction("older"):
                store._storage.drafts.table("_collections").update({"version": "0.9.0"}, doc_ids=[1])
            store.close()
        if self._replica == "on":
            Session.open(path, replica=self._replica).close()

    def _prepare(self) -> None:
        self._copy_base()
        if self._name == RECOVER:
            damage(self._path)

    def _copy_base(self) -> None:
        shutil.rmtree(self._path.parent, ignore_errors=True)
        subprocess.run(["cp", "-a", self._base, self._path.parent], check=True)  # with its hard links


def _numbered(trace: str) -> Iterator[tuple[str, int, str]]:
    """Yield each call of a trace with its number among the calls of its name, and its line."""
    seen: Counter[str] = Counter()
    for line in trace.splitlines():
        if found := re.search(r"(?:^|\s)([a-z0-9]+)\(", line):
            seen[found[1]] += 1
            yield found[1], seen[found[1]], line


def run_trials(
    name: str, mode: str, folder: Path, *, stride: int = 1, replica: Wish = "off"
) -> tuple[Counter[str], list[str]]:
    """Return the counts and the faults of a command that is stopped at every `stride`-th call; works in `folder`."""
    trials = Trials(name, mode, folder / f"{name}-{mode}", replica)
    trials.run(stride)
    return trials.counts, trials.faults


def main() -> None:
    """Run the trials that were asked for and print what they came to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("commands", nargs="*", choices=[[], *COMMANDS], metavar="COMMAND")
    parser.add_argument("--mode", choices=MODES, default="kill")
    parser.add_argument("--replica", action="store_const", const="on", default="off", help="keep one beside the store")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name in given.commands or COMMANDS:
            counts, faults = run_trials(name, given.mode, Path(folder), replica=given.replica)
            total += counts
            sys.stdout.write("".join(f"{line}\n" for line in (f"{name} {dict(counts)}", *faults)))
            sys.stdout.flush()
    sys.stdout.write(msgspec.json.encode(total).decode() + "\n")
    sys.exit(1 if set(total) - {"trials"} else 0)


if __name__ == "__main__":
    main()
