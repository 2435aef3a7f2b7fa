"""Export a large library, and load it: `python benchmarks/exports.py [--quotes 100000]`.

Each format is written by a process of its own into a file. Seconds are of the processor, memory is the growth of
the largest resident set over the library itself.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
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
    given = arguments.parse_args()
    if given.format:
        print(measured(given.format, given.quotes))
        return
    print(f"| {given.quotes:,} quotes | MB | s to write | MB of memory | s to read back |\n|---|---|---|---|---|")
    for format_id in FORMAT_IDS:
        command = (sys.executable, __file__, "--quotes", str(given.quotes), "--format", format_id)
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="", flush=True)


def measured(format_id: str, quotes: int) -> str:
    """Return a row of the table."""
    library = MemoryLibrary(synthetic_collection(quotes).records)
    for record in library.records:
        library.name(record.id)
    library.note_on("")  # made before anything is measured
    before = peak()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"file{FORMATS[format_id].ending}")
        start = time.process_time()
        write_file(file, FORMATS[format_id].write(library, library.records.quotes).parts())
        seconds, memory = time.process_time() - start, peak() - before
        size = file.stat().st_size / 1e6
        back = ""
        if format_id in READ_BACK:
            start = time.process_time()
            read_file(file.read_bytes(), lambda _: None)
            back = f"{time.process_time() - start:.1f}"
    return f"| {format_id} | {size:.0f} | {seconds:.1f} | {memory:.0f} | {back} |"


def peak() -> float:
    """Return the largest resident set so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
