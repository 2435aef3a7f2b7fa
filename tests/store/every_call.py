"""Commands that are stopped at every call that touches files.

`python -m tests.store.every_call --mode ENOSPC add merge`: strace kills the command at its k-th such call (`kill`),
or lets the call fail (`ENOSPC`, `EIO`), for each k in turn. The store must be as before the command or as after it,
agree with the exit code, and take another edit; a store whose creation was stopped is made anew by that. Without names
every command is tried. Prints the number of trials, and each fault: `unreadable`, `half`, `lost` (acknowledged but not
made), `refused but made`, `traceback`, `stuck` (takes no edit).
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from summittui.model import Actor, ActorKind, Records, StoreError
from summittui.store.disk import StoreMissing
from summittui.store.store import Store

CALLS = (
    "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,ftruncate,"
    "mkdir,mkdirat,fchmod,chmod,rmdir"
)
MODES = ("kill", "ENOSPC", "EIO")
TEXT = "Ada said that words help."

CREATE = "create"
COMMANDS: Mapping[str, Sequence[str]] = {
    CREATE: ("seed",),
    "seed": ("seed",),
    "add": ("add", "actor", "--name", "Zed", "--kind", "person"),
    "quote": (
        "add",
        "quote",
        "--speaker",
        "China",
        "--source",
        "stdaily",
        "--kind",
        "direct",
        "--text",
        "We need rules",
    ),
    "edit": ("edit", "china", "--set", "note=hm"),
    "stance": ("stance", "vance-kill-industry", "tight-regulation", "for"),
    "memo": ("memo", "china", "hello"),
    "star": ("star", "china"),
    "delete": ("delete", "vance-kill-industry"),
    "merge": ("merge", "france", "china"),
    "rename": ("rename", "china", "middle-kingdom"),
    "camps": ("camps", "add", "mine", "--member", "china"),
    "attach": ("attach", "paper.txt"),
    "rename-source": ("rename", "paper", "journal"),
    "undo": ("undo",),
    "redo": ("undo", "--redo"),
    "compact": ("compact",),
    "backup": ("backup", "copies"),
}

State = tuple[Records, dict[str, str]]


class Trials:
    """The trials of one command, in a folder of their own."""

    def __init__(self, name: str, mode: str, folder: Path) -> None:
        self._name, self._mode, self._folder = name, mode, folder
        self._base = folder / "base"
        self._path = folder / "work" / "store.json"
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self._make_base()

    def run(self, stride: int) -> None:
        """Stop the command at every `stride`-th call in turn."""
        self._prepare()
        before, trace = self._state(), self._folder / "trace"
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
        if "Traceback" in done.stderr:
            yield "traceback"
        try:
            now = self._state()
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
        if not self._takes_an_edit():
            yield "stuck"

    def _takes_an_edit(self) -> bool:
        words = ["add", "actor", "--name", "Afterwards", "--kind", "person", "--store", str(self._path)]
        run = [sys.executable, "-m", "summittui", *words]
        return subprocess.run(run, capture_output=True, check=False).returncode == 0

    def _start(self, *options: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "summittui", *COMMANDS[self._name], "--store", str(self._path)]
        strace = ["strace", "-f", "-qq", "-e", "signal=none", "-e", f"trace={CALLS}", *options]
        return subprocess.run([*strace, *command], capture_output=True, text=True, check=False, cwd=self._path.parent)

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
        if self._name == CREATE:
            return
        path = self._base / "store.json"
        (self._base / "paper.txt").write_text(TEXT)
        for words in (
            ["seed"],
            ["add", "source", "--outlet", "Paper", "--kind", "article"],
            ["edit", "paper", "--set", f"sha256={_sha256(TEXT)}"],
        ):
            run = [sys.executable, "-m", "summittui", *words, "--store", str(path)]
            subprocess.run(run, capture_output=True, check=True, cwd=self._base)
        if self._name == "rename-source":
            run = [sys.executable, "-m", "summittui", "attach", "paper.txt", "--store", str(path)]
            subprocess.run(run, capture_output=True, check=True, cwd=self._base)
        store = Store.open(path)
        if self._name == "seed":  # an older version of the collection is in the store
            storage = store._storage
            with storage.transaction("older"):
                storage.table("_collections").update({"version": "0.9.0"}, doc_ids=[1])
        elif self._name in ("undo", "redo"):
            store.put(Actor(id="last", name="Last", kind=ActorKind.PERSON))
        if self._name == "redo":
            store.undo()
        store.close()

    def _prepare(self) -> None:
        shutil.rmtree(self._path.parent, ignore_errors=True)
        shutil.copytree(self._base, self._path.parent)


def _numbered(trace: str) -> Iterator[tuple[str, int, str]]:
    """Yield each call of a trace with its number among the calls of its name, and its line."""
    seen: Counter[str] = Counter()
    for line in trace.splitlines():
        if found := re.search(r"(?:^|\s)([a-z0-9]+)\(", line):
            seen[found[1]] += 1
            yield found[1], seen[found[1]], line


def _sha256(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


def run_trials(name: str, mode: str, folder: Path, *, stride: int = 1) -> tuple[Counter[str], list[str]]:
    """Return the counts and the faults of a command that is stopped at every `stride`-th call; works in `folder`."""
    trials = Trials(name, mode, folder / f"{name}-{mode}")
    trials.run(stride)
    return trials.counts, trials.faults


def main() -> None:
    """Run the trials that were asked for and print what they came to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("commands", nargs="*", choices=[[], *COMMANDS], metavar="COMMAND")
    parser.add_argument("--mode", choices=MODES, default="kill")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name in given.commands or COMMANDS:
            counts, faults = run_trials(name, given.mode, Path(folder))
            total += counts
            sys.stdout.write("".join(f"{line}\n" for line in (f"{name} {dict(counts)}", *faults)))
            sys.stdout.flush()
    sys.stdout.write(msgspec.json.encode(total).decode() + "\n")
    sys.exit(1 if set(total) - {"trials"} else 0)


if __name__ == "__main__":
    main()
