"""The own functions that run between the key `j` and its first byte: `python benchmarks/key_path.py`.

A second `j` is looked at, when all that is made at the first one is there. `--names` lists the functions in order.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from textual.events import Key

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.ui.emulator import RecordingDriver

import summittui
from summittui.session import Session
from summittui.ui.app import SummitApp

PACKAGE = str(Path(summittui.__file__).parent)


class KeyPath:
    """The functions of the package that are called while it is watched, each once, in the order of their first call."""

    def __init__(self) -> None:
        self.codes: dict[CodeType, int] = {}
        """Each function with how often it was called."""
        self.is_watching = False
        self.ended = asyncio.Event()

    def begin(self) -> None:
        """Watch from now on."""
        self.is_watching = True
        sys.setprofile(self._note)

    def end(self) -> None:
        """Watch no more."""
        sys.setprofile(None)
        self.is_watching = False
        self.ended.set()

    def _note(self, frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(PACKAGE):
            self.codes[frame.f_code] = self.codes.get(frame.f_code, 0) + 1

    @property
    def names(self) -> list[str]:
        """The functions with their files."""
        return [f"{code.co_filename.removeprefix(PACKAGE)[1:]}:{code.co_qualname}" for code in self.codes]


async def measured(store: Path) -> KeyPath:
    """Return the path of the second `j`."""
    path = KeyPath()
    app = SummitApp(lambda: Session.open(store), poll_seconds=3600)
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False, size=(120, 40), notifications=True) as pilot:
        while app.session_host.session is None or app.library is None or app.input_queue.is_busy:
            await pilot.pause(0.05)
        await pilot.press("j")
        await pilot.pause(0.3)
        driver = app.driver
        assert isinstance(driver, RecordingDriver)
        write = driver.write

        def first_write(data: str) -> None:
            if path.is_watching:
                path.end()
            write(data)

        driver.write = first_write  # type: ignore[method-assign]  # the first byte
        path.begin()
        app.post_message(Key("j", "j"))
        await path.ended.wait()
        await pilot.pause()
        await pilot.press("Q")
    return path


def main() -> None:
    """Print how many functions there are, and their names if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", action="store_true", help="list the functions")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asyncio.run(measured(Path(folder) / "store.json"))
    if arguments.names:
        print("\n".join(path.names))
    files = {code.co_filename for code in path.codes}
    print(f"{len(path.codes)} functions in {len(files)} files, {sum(path.codes.values())} calls")


if __name__ == "__main__":
    main()
