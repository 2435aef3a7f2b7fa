"""Export a large library, and load it: `python benchmarks/exports.py [--quotes 100000]`.

Each format is written by a process of its own into a file. Seconds are of the processor. Memory is measured apart, in
a second process: the most that Python's allocator (tracemalloc) held for the writing, over the library itself. The
largest resident set would not tell, for making the library takes more than writing it.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from summittui.exchange.formats import FORMATS
from summittui.exchange.loading import read_file
from summittui.library.memory.library import MemoryLibrary
from summittui.session.files import write_file
from summittui.store.synthetic import synthetic_collection

FORMAT_IDS = ("csv", "spreadsheet", "jsonl", "json")
READ_BACK = ("csv", "jsonl", "json")


def main() -> None:
    """Measure every format in a process of its own."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quotes", type=int, default=100_000)
    arguments.add_argument("--format")
    arguments.add_argument("--memory", action="store_true")
    given = arguments.parse_args()
    if given.format:
        print(allocated(given.format, given.quotes) if given.memory else timed(given.format, given.quotes))
        return
    print(f"| {given.quotes:,} quotes | MB | s to write | MB of memory | s to read back |\n|---|---|---|---|---|")
    for format_id in FORMAT_IDS:
        command = (sys.executable, __file__, "--quotes", str(given.quotes), "--format", format_id)
        size, seconds, back = output_of(command).split()
        print(f"| {format_id} | {size} | {seconds} | {output_of((*command, '--memory'))} | {back} |", flush=True)


def output_of(command: tuple[str, ...]) -> str:
    """Return what a process prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def made_library(quotes: int) -> MemoryLibrary:
    """Return a library with everything that writing asks for made before."""
    library = MemoryLibrary(synthetic_collection(quotes).records)
    for record in library.records:
        library.name(record.id)
    library.note_on("")
    return library


def written(library: MemoryLibrary, format_id: str, folder: str) -> Path:
    """Write all quotes, and return the file."""
    file = Path(folder, f"file{FORMATS[format_id].ending}")
    write_file(file, FORMATS[format_id].write(library, library.records.quotes).parts())
    return file


def timed(format_id: str, quotes: int) -> str:
    """Return the size of the file in MB, the seconds that writing took, and those of reading back or a dash."""
    library = made_library(quotes)
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        file = written(library, format_id, folder)
        seconds, back = time.process_time() - start, "—"
        if format_id in READ_BACK:
            start = time.process_time()
            read_file(file.read_bytes(), lambda _: None)
            back = f"{time.process_time() - start:.1f}"
        return f"{file.stat().st_size / 1e6:.0f} {seconds:.1f} {back}"


def allocated(format_id: str, quotes: int) -> str:
    """Return the MB that writing allocates at most at a time."""
    library = made_library(quotes)
    with tempfile.TemporaryDirectory() as folder:
        tracemalloc.start()
        written(library, format_id, folder)
        return f"{tracemalloc.get_traced_memory()[1] / 1e6:.1f}"


if __name__ == "__main__":
    main()
