"""The kept frame: the last screen of a run, in a file that the next run can check and show before it imports anything.

It holds words of documents, so that only its owner may read it, and it is shown only where nothing that it depends on
has changed: command line, folder, environment, size, program, and the files of the store, the settings and the state.
Standard library only, and little of it: what this module imports delays the first paint.
"""

import os
import sys
import zlib

from summittui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # such modules take long to import
    from collections.abc import Sequence

Files = tuple[tuple[str, str], ...]
"""Paths, each with the state of its file."""

_MAGIC = b"summittui frame 1"
_MOST_BYTES = 8_000_000
_NAMES = frozenset(
    ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM", "TTY_COMPATIBLE", "LANG", "LANGUAGE", "HOME")
)
_BEGINNINGS = ("SUMMITTUI_", "TEXTUAL_", "LC_")
_ENDINGS = ("_COMPLETE", "_HOME")
_started: list[str] = []


class KeptFrame:
    """A frame and everything that it depends on."""

    def __init__(self, *, conditions: str, size: tuple[int, int], files: Files, sent: bytes, lines: bytes) -> None:
        """Make a frame.

        Args:
            conditions: Result of `conditions` in the run that showed it.
            size: Columns and lines of the terminal.
            files: The files on which it depends, as they were.
            sent: Bytes after which a terminal shows it.
            lines: Its cells, as `CellDisplay` encodes them.
        """
        self.conditions = conditions
        self.size = size
        self.files = files
        self.sent = sent
        self.lines = lines

    def is_valid(self, width: int, height: int) -> bool:
        """Return whether everything is as it was, in a terminal of this size."""
        as_before = self.conditions == conditions() and self.size == (width, height)
        return as_before and all(file_state(path) == state for path, state in self.files)


def conditions() -> str:
    """Return the command line, folder, environment and program of this run, as they were when this was first asked."""
    if not _started:
        names = sorted(
            name
            for name in os.environ
            if name in _NAMES or name.startswith(_BEGINNINGS) or (name.endswith(_ENDINGS) and name != "_HOME")
        )
        try:
            folder = os.getcwd()
        except OSError:
            folder = ""
        told = [f"{name}={_harmless(os.environ[name])}" for name in names]
        ssh = str(any(name in os.environ for name in ("SSH_CONNECTION", "SSH_TTY")))
        program = (__version__, os.path.dirname(__file__), sys.version)
        _started.append("\0".join((*program, folder, ssh, str(len(told)), *told, *sys.argv[1:])))
    return _started[0]


def _harmless(value: str) -> str:
    """Return the value of a variable; in place of an address, which may hold a password, a number that goes by it."""
    return str(zlib.crc32(os.fsencode(value))) if "://" in value else value


def file_state(path: str) -> str:
    """Return what changes when a file, or who may write it, changes; costs three looks at the file system."""
    folder = os.path.dirname(path) or "."
    try:
        found = os.stat(path)
    except OSError:
        return f"missing {os.access(folder, os.W_OK)}"
    own = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode, found.st_uid)
    return " ".join(map(str, (*own, os.access(path, os.W_OK), os.access(folder, os.W_OK))))


def frame_path() -> str:
    """Return the file of the frame, in the state directory of the user (as `store.paths.state_folder`)."""
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library/Application Support", "summittui", "frame")
    state = os.environ.get("XDG_STATE_HOME", "").strip() or os.path.join(home, ".local/state")
    return os.path.join(os.path.expanduser(state), "summittui", "frame")


def read_frame(path: str) -> KeptFrame | None:
    """Return the frame that was kept; None where there is none, or none that its owner alone can read and write."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        found = os.fstat(file)
        if found.st_uid != os.geteuid() or found.st_mode & 0o077 or not 0 < found.st_size <= _MOST_BYTES:
            return None
        with open(file, "rb", closefd=False) as reader:
            return _decoded(reader.read())
    except OSError:
        return None
    finally:
        os.close(file)


def _decoded(data: bytes) -> KeptFrame | None:
    """Return the frame of a file; None if the file is not whole."""
    head, _, body = data.partition(b"\n")
    magic, _, numbers = head.rpartition(b":")
    try:
        checksum, width, height, *lengths = map(int, numbers.split())
        parts = []
        for length in lengths:
            parts.append(body[:length])
            body = body[length:]
        told, files, sent, lines = parts
        is_whole = not body and [*map(len, parts)] == lengths
        if magic != _MAGIC or not is_whole or checksum != _checksum((width, height), parts):
            return None
        pairs = os.fsdecode(files).split("\0")
    except ValueError:
        return None
    found = tuple(zip(pairs[::2], pairs[1::2], strict=True))
    return KeptFrame(conditions=os.fsdecode(told), size=(width, height), files=found, sent=sent, lines=lines)


def _checksum(size: tuple[int, int], parts: "Sequence[bytes]") -> int:
    numbers = " ".join(map(str, (*size, *map(len, parts))))
    return zlib.crc32(b"".join((numbers.encode(), *parts)))


def write_frame(path: str, frame: KeptFrame) -> None:
    """Write a frame for its owner alone, whole or not at all; where it cannot be written there is none."""
    told = os.fsencode(frame.conditions)
    files = os.fsencode("\0".join(part for pair in frame.files for part in pair))
    parts = (told, files, frame.sent, frame.lines)
    numbers = (_checksum(frame.size, parts), *frame.size, *map(len, parts))
    data = b"%s:%s\n%s" % (_MAGIC, b" ".join(b"%d" % each for each in numbers), b"".join(parts))
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with open(file, "wb") as writer:
                writer.write(data)
            os.replace(part, path)
        except OSError:
            os.unlink(part)
    except OSError:
        forget_frame(path)


def forget_frame(path: str) -> None:
    """Remove the kept frame, if there is one."""
    try:
        os.unlink(path)
    except OSError:
        return
