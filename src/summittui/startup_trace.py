"""When the opening of the workbench came to a point; noted only for `summittui info --startup`, which asks for it."""

import contextlib
import os
import time
from collections.abc import Iterator

VARIABLE = "SUMMITTUI_STAMPS"
"""The environment variable that names the file, which must be there, that the points are appended to."""

INTERPRETER = "interpreter"
COMMAND = "command line"
SETTINGS_READ = "settings read"
TEXTUAL_IMPORTED = "textual imported"
SCREENS_IMPORTED = "screens imported"
APP_MADE = "app made"
SCREEN_MADE = "first screen made"
RECORDS_TAKEN = "records taken over"

STORE_READ = "store read"
LIBRARY_BUILT = "library built"


def mark(point: str) -> None:
    """Note that a point is reached, with the nanoseconds of the system's own clock."""
    path = os.environ.get(VARIABLE)
    if not path:
        return
    with contextlib.suppress(OSError):
        file = os.open(path, os.O_WRONLY | os.O_APPEND)
        try:
            os.write(file, f"{point}\t{time.monotonic_ns()}\n".encode())
        finally:
            os.close(file)


@contextlib.contextmanager
def timed(work: str) -> Iterator[None]:
    """Note the beginning and the end of a piece of work, which may fall within several of the points' times."""
    mark(f"{work}<")
    try:
        yield
    finally:
        mark(f"{work}>")
