"""The last screen of a run as a kept frame, and a kept frame as the first screen of the next run."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from summittui.ui.cell_display import CellDisplay
from summittui.ui.display.capabilities import term_capabilities
from summittui.ui.display.cells import Cells
from summittui.ui.display.front_buffer import FrontBuffer
from summittui.ui.kept_frame import Files, KeptFrame, conditions, file_state


def states_of(paths: Iterable[Path]) -> Files:
    """Return the present state of each file."""
    return tuple((str(path), file_state(str(path))) for path in paths)


def frame_of(lines: Sequence[Cells], files: Files) -> KeptFrame:
    """Return the frame that a terminal shows, with the files that it depends on as they were when they were read."""
    size = (len(lines[0].texts), len(lines))
    text = FrontBuffer(*size, term_capabilities()).show(dict(enumerate(lines)))
    stream = sys.__stderr__
    sent = text.encode(stream.encoding if stream else "utf-8", "replace")
    encoded = msgspec.json.encode([(each.texts, each.sgrs) for each in lines])
    return KeptFrame(conditions=conditions(), size=size, files=files, sent=sent, lines=encoded)


def begin_with(display: CellDisplay, frame: KeptFrame) -> None:
    """Let a display begin with a frame that the terminal shows; one that cannot be read is painted over."""
    width, height = frame.size
    try:
        lines = [Cells(*each) for each in msgspec.json.decode(frame.lines, type=list[tuple[list[str], list[str]]])]
    except msgspec.DecodeError:
        return
    if len(lines) == height and all(len(each.texts) == len(each.sgrs) == width for each in lines):
        display.begin(width, height, lines)
