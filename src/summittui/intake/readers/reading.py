"""Reading of files by the reader of their format; the heavy readers run in a process with bounded memory and time."""

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from summittui.intake.readers.detecting import format_of
from summittui.intake.readers.document import Format, ReadDocument, unix_lines
from summittui.intake.readers.encodings import decode
from summittui.model import InputError

LARGEST = 100_000_000
"""Bytes of the largest file that is read."""
LONGEST = 20_000_000
"""Code points of the longest text that is taken."""
TIME_OUT = 60.0
"""Seconds that one file may take."""
MEMORY = 2_000_000_000
"""Bytes of address space that a reader may use."""

_READERS = {
    Format.MARKDOWN: "markdown.read_markdown",
    Format.HTML: "html.read_html",
    Format.PDF: "pdf.read_pdf",
    Format.DOCX: "docx.read_docx",
    Format.MAIL: "mail.read_mail",
}
_SERVING = "import sys; from summittui.intake.readers.reading import serve; serve(int(sys.argv[1]))"
"""The program of the process in which the heavy readers run."""
_NEEDS = {Format.HTML: "trafilatura", Format.PDF: "pypdf", Format.DOCX: "docx"}
"""The module of the extra `import` that a format needs."""


def read_text(content: bytes) -> ReadDocument:
    """Read a file of plain text.

    Raises:
        InputError: The bytes are no text.
    """
    text, guessed = decode(content)
    return ReadDocument(format=Format.TEXT, text=unix_lines(text), guessed_encoding=guessed)


class Reading:
    """A reader of any number of files; the process of the heavy formats starts with the first of them.

    A context manager: leaving it ends the process.
    """

    def __init__(self, *, time_out: float = TIME_OUT) -> None:
        self._time_out = time_out
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def read(self, content: bytes, name: str) -> ReadDocument:
        """Return the document that `content` holds.

        Args:
            content: The bytes of one file that is no archive.
            name: The file's name or address, which helps to tell its format.

        Raises:
            InputError: The file is empty, binary, broken, encrypted, too large or slow, or its reader not installed.
        """
        if len(content) > LARGEST:
            raise InputError(f"it is larger than {LARGEST:,} bytes; split it")
        if not content.strip():
            raise InputError("it is empty")
        kind = format_of(content, name)
        _check_installed(kind)
        document = read_text(content) if kind is Format.TEXT else self._read_apart(kind, content)
        if len(document.text) > LONGEST:
            raise InputError(f"its text is longer than {LONGEST:,} characters; split it")
        if not document.text.strip():
            raise InputError("it holds no text")
        return document

    def cancel(self) -> None:
        """End the file that is being read, if any; its `read`, in another thread, raises InputError."""
        process = self._process  # another thread may be letting go of it
        if process is not None:
            process.kill()

    def _read_apart(self, kind: Format, content: bytes) -> ReadDocument:
        try:
            pipe = self._connected()
            pipe.send((kind, content))
            if not pipe.poll(self._time_out):
                raise InputError(f"it took longer than {self._time_out:g} seconds to read; give a simpler copy")
            answer = pipe.recv()
        except InputError:
            self._close()
            raise
        except (EOFError, OSError):
            self._close()
            raise InputError("its reader broke off (too much memory, or cancelled); give a simpler copy") from None
        if isinstance(answer, str):
            raise InputError(answer)
        assert isinstance(answer, ReadDocument)
        return answer

    def _connected(self) -> Connection:
        """Return the pipe to the process, which is started where none runs."""
        if self._pipe is None:
            self._pipe, far = Pipe()
            self._process = _started(far)
            far.close()
        return self._pipe

    def _close(self) -> None:
        """End the process and let go of its pipe."""
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.wait()
            self._pipe.close()
        self._process = self._pipe = None


def _check_installed(kind: Format) -> None:
    if kind in _NEEDS and find_spec(_NEEDS[kind]) is None:
        raise InputError(f"{kind} files need more libraries: pip install 'summittui[import]'")


def _started(far: Connection) -> "subprocess.Popen[bytes]":
    """Start the process that answers at the far end of a pipe; nothing that a library prints reaches the terminal.

    `multiprocessing` would start a process of its own beside it, and hand on a standard error that Textual has none of.
    """
    command = [sys.executable, "-P", "-c", _SERVING, str(far.fileno())]
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, pass_fds=(far.fileno(),), stdin=nothing, stdout=nothing, stderr=nothing)


def serve(far: int) -> None:
    """Answer each request with a document or with the sentence why there is none, until the other side is gone.

    Args:
        far: The file descriptor of the far end of the pipe.
    """
    _bound_memory()
    pipe = Connection(far)
    while True:
        try:
            kind, content = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_answer(kind, content))


def _answer(kind: Format, content: bytes) -> ReadDocument | str:
    module, _, name = _READERS[kind].partition(".")
    read: Callable[[bytes], ReadDocument] = getattr(import_module(f"summittui.intake.readers.{module}"), name)
    try:
        return read(content)
    except InputError as error:
        return str(error)
    except MemoryError:
        return "it needs too much memory to read; give a simpler copy"
    except Exception as error:  # noqa: BLE001 - a library may raise anything on a hostile file; the process is apart
        return f"it is no {kind} file that can be read ({type(error).__name__}); save it anew or as text"


def _bound_memory() -> None:
    """Bound the address space of this process, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):  # no such bound here; time and sizes are bounded all the same
        return
