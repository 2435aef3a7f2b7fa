"""The paths of the files of one store: the snapshot, and beside it the lock, the journals and the backups."""

import contextlib
from pathlib import Path

from msgspec import Struct


class StorePaths(Struct, frozen=True):
    """The paths of the store whose snapshot stands at `snapshot`."""

    snapshot: Path

    @property
    def lock(self) -> Path:
        """The file that is locked by whoever writes."""
        return self.snapshot.with_name(self.snapshot.name + ".lock")

    @property
    def history(self) -> Path:
        """The folder of the journals and of earlier snapshots."""
        return self.snapshot.with_name(self.snapshot.name + ".history")

    @property
    def replica(self) -> Path:
        """The SQLite file with the documents of a large store, derived from the other files."""
        return self.snapshot.with_name(self.snapshot.name + ".replica")

    def journal(self, generation: int) -> Path:
        """Return the journal of what was changed since the snapshot of this generation."""
        return self.history / f"{generation:012}.journal"

    def kept(self, generation: int) -> Path:
        """Return the backup of the snapshot of this generation."""
        return self.history / f"{generation:012}.json"

    def fresh(self, generation: int) -> Path:
        """Return where the snapshot of this generation is written before it takes its place."""
        return self.snapshot.with_name(f"{self.snapshot.name}.{generation:012}.tmp")

    def journals(self) -> list[int]:
        """Return the generations of the journals, in order."""
        return self._generations(".journal")

    def backups(self) -> list[int]:
        """Return the generations of the snapshots that are kept, in order."""
        return self._generations(".json")

    def _generations(self, suffix: str) -> list[int]:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            files = [path for path in self.history.iterdir() if path.suffix == suffix]
            return sorted(int(path.stem) for path in files if path.stem.isdecimal())
        return []
