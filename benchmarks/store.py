"""How fast the store is, beside plain TinyDB and sqlite3 on the same records: `python benchmarks/store.py`.

Each figure is taken in a process of its own. The table is Markdown; `docs/performance-store.md` keeps one.
"""

import argparse
import gc
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB

from summittui.library.memory.library import MemoryLibrary
from summittui.model import TABLE_OF
from summittui.model.codec import record_to_plain
from summittui.store.store import Store
from summittui.store.synthetic import synthetic_collection, synthetic_texts

UPDATE = "UPDATE records SET json = ? WHERE id = ?"
SELECT = "SELECT json FROM records WHERE id = ?"

SIZES = (1_000, 10_000, 100_000)
ENGINES = ("summittui", "tinydb", "sqlite3")
MEGABYTE = 1_000_000

Figures = dict[str, float]
"""Milliseconds, or megabytes where the name says so."""


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes on the clock."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def resident() -> float:
    """Return the megabytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / MEGABYTE


def share(values: list[float], part: float) -> float:
    """Return the value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def latencies(name: str, values: list[float]) -> Figures:
    """Return the median and the 95th percentile under the names `name p50` and `name p95`."""
    return {f"{name} p50": share(values, 0.5), f"{name} p95": share(values, 0.95)}


def measure_summittui(folder: Path, quotes: int) -> Figures:
    """Measure the store of this project."""
    path = folder / "summittui.json"
    before = resident()
    begun, busy = time.perf_counter(), time.process_time()
    store = Store.open(path)
    opened, busy = (time.perf_counter() - begun) * 1000, (time.process_time() - busy) * 1000
    library = MemoryLibrary(store.records(), store.texts())
    library.find("nobody")
    for index in (library.quotes_by_speaker, library.quotes_in, library.stated):
        len(index)
    gc.collect()
    memory = resident() - before
    del library
    other = Store.open(path)
    edits: list[float] = []
    views: list[float] = []
    for number in range(300):
        quote = store.records().quotes[number * 7919 % quotes]
        edited = msgspec.structs.replace(quote, note=f"edited {number}")
        edits.append(milliseconds(lambda edited=edited: store.put(edited)))
        views.append(milliseconds(lambda: other.changed() and other.records()))
    compaction = milliseconds(store.compact)
    return {
        "open": opened,
        "open CPU": busy,
        **latencies("edit", edits),
        **latencies("view", views),
        "memory MB": memory,
        "compaction": compaction,
        "file MB": path.stat().st_size / MEGABYTE,
    }


def measure_tinydb(folder: Path, quotes: int) -> Figures:
    """Measure TinyDB as it comes, with its JSON storage."""
    path = folder / "tinydb.json"
    before = resident()
    database = TinyDB(path)
    busy = time.process_time()
    opened = milliseconds(lambda: [database.table(name).all() for name in ("quotes", "sources", "actors", "texts")])
    busy = (time.process_time() - busy) * 1000
    memory = resident() - before
    table, other = database.table("quotes"), TinyDB(path).table("quotes")
    edits: list[float] = []
    views: list[float] = []
    for number in range(max(3, min(30, 100_000 // quotes))):
        id_ = number * 7919 % quotes + 1
        edits.append(
            milliseconds(lambda id_=id_, number=number: table.update({"note": f"edited {number}"}, doc_ids=[id_]))
        )
        views.append(milliseconds(lambda id_=id_: other.get(doc_id=id_)))
    size = path.stat().st_size / MEGABYTE
    return {
        "open": opened,
        "open CPU": busy,
        **latencies("edit", edits),
        **latencies("view", views),
        "memory MB": memory,
        "file MB": size,
    }


def measure_sqlite3(folder: Path, quotes: int) -> Figures:
    """Measure sqlite3 with a write-ahead log that is synced at every commit."""
    path = folder / "sqlite3.db"
    before = resident()
    database = connected(path)
    rows: list[Any] = []
    select = "SELECT json FROM records"
    busy = time.process_time()
    opened = milliseconds(lambda: rows.extend(json.loads(row[0]) for row in database.execute(select)))
    busy = (time.process_time() - busy) * 1000
    memory = resident() - before
    other = connected(path)
    edits: list[float] = []
    views: list[float] = []
    for number in range(300):
        id_ = f"synthetic-quote-{number * 7919 % quotes}"
        found = database.execute(SELECT, (id_,)).fetchone()
        text = json.dumps({**json.loads(found[0]), "note": f"edited {number}"})
        edits.append(milliseconds(lambda text=text, id_=id_: database.execute(UPDATE, (text, id_))))
        views.append(milliseconds(lambda id_=id_: other.execute(SELECT, (id_,)).fetchone()))
    size = path.stat().st_size / MEGABYTE
    return {
        "open": opened,
        "open CPU": busy,
        **latencies("edit", edits),
        **latencies("view", views),
        "memory MB": memory,
        "file MB": size,
    }


def connected(path: Path) -> sqlite3.Connection:
    """Return a connection on which every statement is a durable transaction."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    return database


def make(folder: Path, quotes: int) -> None:
    """Write the same records for every engine."""
    collection, texts = synthetic_collection(quotes), synthetic_texts(quotes)
    Store.create(folder / "summittui.json", collection, texts).close()
    tables: dict[str, dict[str, Any]] = {"texts": {}}
    for number, (id_, text) in enumerate(texts.items(), 1):
        tables["texts"][str(number)] = {"id": id_, "text": text}
    for record in collection.records:
        table = tables.setdefault(TABLE_OF[type(record)], {})
        table[str(len(table) + 1)] = record_to_plain(record)
    (folder / "tinydb.json").write_bytes(msgspec.json.encode(tables))
    database = connected(folder / "sqlite3.db")
    database.execute("CREATE TABLE records (id TEXT, tables TEXT, json TEXT)")
    database.execute("BEGIN")
    for name, documents in tables.items():
        rows = ((one["id"], name, json.dumps(one)) for one in documents.values())
        database.executemany("INSERT INTO records VALUES (?, ?, ?)", rows)
    database.execute("COMMIT")
    database.execute("CREATE INDEX by_id ON records (id)")
    database.close()


MEASURES = {"summittui": measure_summittui, "tinydb": measure_tinydb, "sqlite3": measure_sqlite3}
COLUMNS = ("open", "open CPU", "edit p50", "edit p95", "view p50", "view p95", "memory MB", "file MB", "compaction")


def measured(engine: str, folder: Path, quotes: int) -> Figures:
    """Measure an engine in a new process."""
    command = [sys.executable, __file__, "--engine", engine, str(folder), str(quotes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def line(engine: str, quotes: int, figures: Figures) -> str:
    """Return a line of the table."""
    cells = [f"{figures[name]:,.1f}" if name in figures else "–" for name in COLUMNS]
    return f"| {quotes:,} | {engine} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table, or one process's figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of quotes")
    parser.add_argument("--engine", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.engine:
        engine, folder, quotes = given.engine
        print(json.dumps(MEASURES[engine](Path(folder), int(quotes))))
        return
    print(f"| quotes | engine | {' | '.join(f'{name}' for name in COLUMNS)} |")
    print("| ---: | --- |" + " ---: |" * len(COLUMNS))
    for quotes in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), quotes)
            for engine in ENGINES:
                print(line(engine, quotes, measured(engine, Path(folder), quotes)), flush=True)


if __name__ == "__main__":
    main()
