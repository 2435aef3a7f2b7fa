"""Measures a large store with its replica, beside the same store in memory, and in a database.

Usage: python benchmarks/scale.py [QUOTES [on|off|database]...], 100,000 by itself, and all that can be measured here.

Times are wall and CPU milliseconds; on a machine that does other work as well, only the CPU ones and their ratio say
something. Each of them is measured in a process of its own. The store is made once and kept in /tmp; for `database` it
is copied to a durable server of its own on loopback, whose processor time is not counted, and read into a new replica.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))


from summittui.library import Library
from summittui.library.answers.comparison import compare
from summittui.library.answers.search import ENOUGH, Group, search, search_stepwise
from summittui.model import SEARCHED_TABLES
from summittui.model.cancelling import never_cancelled
from summittui.model.location import Location, address_in
from summittui.queries.comparison import ComparisonQuery
from summittui.queries.language import Query
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.session import Session
from summittui.session.copying import copy_store

TYPED = ("lantern", "harbour", "kettle", "orchard", "thunder", "synthetic", "gazette", "market")
RARE = ("copper zq", "-direct", "lantern OR kettle", "by:synthetic-actor-7 la", "issue:synthetic-issue-1 stance:for")
EDITS = 100
WISHES = {"on": "with the replica", "off": "in memory", "database": "in a database, with the replica"}


def private_megabytes() -> float:
    """Return the memory that belongs to this process alone."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1024


def clock(call: Callable[[], object]) -> tuple[float, float]:
    """Return how long a call takes, in milliseconds: wall and CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def tell(what: str, measured: list[tuple[float, float]]) -> None:
    """Print the median and the 95th percentile of some measurements."""
    walls, cpus = sorted(one for one, _ in measured), sorted(one for _, one in measured)
    middle, late = len(walls) // 2, min(len(walls) - 1, int(len(walls) * 0.95))
    print(f"{what:44} wall {walls[middle]:9.1f} /{walls[late]:9.1f}   CPU {cpus[middle]:9.1f} /{cpus[late]:9.1f}")


def beginnings() -> Iterator[str]:
    """Yield what stands in the line while words are typed, from the third letter on."""
    for word in TYPED:
        yield from (word[:length] for length in range(3, len(word) + 1))


def measure(store: Location, wish: str) -> None:
    """Print what one session costs."""
    opened: list[Session] = []
    tell("open", [clock(lambda: opened.append(Session.open(store, replica=wish)))])  # type: ignore[arg-type]
    (session,) = opened
    library = session.library
    for table in ("actors", "quotes", "declarations"):
        library.select(ListQuery(table=table))[:50]
    print(f"{'private memory at the first lists':44} {private_megabytes():9.1f} MB")
    library.index()
    library.index_words("quotes")
    quotes = [ListQuery(table="quotes", query=parse_query(text)) for text in beginnings()]
    tell("filter of 3 letters and more, first page", [clock(partial(first_page, library, each)) for each in quotes])
    tell("the same, counted to 10,000", [clock(partial(counted, library, each)) for each in quotes])
    tell("the same, all of it", [clock(partial(whole_list, library, each)) for each in quotes])
    short = [ListQuery(table="quotes", query=parse_query(text)) for text in ("l", "la", "h", "ha")]
    tell("filter of 1 and 2 letters, first page", [clock(partial(first_page, library, each)) for each in short])
    tell("the same, counted to 10,000", [clock(partial(counted, library, each)) for each in short])
    tell("the same, all of it", [clock(partial(whole_list, library, each)) for each in short])
    mixed = [ListQuery(table="quotes", query=parse_query(text)) for text in RARE]
    tell(
        "short beside long, not, or, fields: first page", [clock(partial(first_page, library, each)) for each in mixed]
    )
    tell("the same, all of it", [clock(partial(whole_list, library, each)) for each in mixed])
    words = [parse_query(word) for word in TYPED]
    tell("search everything, first of the quotes", [clock(partial(first_found, library, each)) for each in words])
    tell("the same, counted to 10,000 of each table", [clock(partial(found_enough, library, each)) for each in words])
    tell("the same, all of it", [clock(partial(found, library, each)) for each in words])
    tell("facets of all quotes", [clock(partial(library.facets, ListQuery(table="quotes")))])
    tell("facets of a word, first 10,000", [clock(partial(library.facets, quotes[4], ENOUGH))])
    tell("the same, all of it", [clock(partial(library.facets, quotes[4]))])
    pairs = [(f"synthetic-actor-{one}", f"synthetic-actor-{one + 1}") for one in range(0, 20, 2)]
    tell("compare two actors", [clock(partial(compare, library, ComparisonQuery(sides=pair))) for pair in pairs])
    print(f"{'private memory after comparing':44} {private_megabytes():9.1f} MB")
    tell("edit", [clock(lambda: edit(session)) for _ in range(EDITS)])
    other = Session.open(store, replica=wish)  # type: ignore[arg-type]
    followed = []
    for _ in range(EDITS // 4):
        edit(other)
        followed.append(clock(session.reload))
    tell("edit of another session taken over", followed)


def first_page(library: Library, query: ListQuery) -> object:
    """Ask for a list and look at its first page."""
    return next(library.select_stepwise(query, never_cancelled))[:50]


def counted(library: Library, query: ListQuery) -> object:
    """Ask for a list until it is whole or has so many records that a reader is told no more while typing."""
    return next(
        each for each in library.select_stepwise(query, never_cancelled) if each.is_whole or len(each) >= ENOUGH
    )


def whole_list(library: Library, query: ListQuery) -> object:
    """Ask for a list, all of which is counted."""
    return len(library.select(query))


def first_found(library: Library, query: Query) -> object:
    """Search everything until the first quotes are there, or all is searched."""
    steps = search_stepwise(library, query, never_cancelled)
    last = next(each for each in steps if not each.awaited or any(group.table == "quotes" for group in each.groups))
    return [hit for group in last.groups for hit in group.hits[:50]]


def found_enough(library: Library, query: Query) -> object:
    """Search everything until each table is searched, or so much of it is found."""
    tables = {table for table in SEARCHED_TABLES if library.size(table)}
    for each in search_stepwise(library, query, never_cancelled):
        groups = {group.table: group for group in each.groups}
        if not tables - {table for table in tables if table not in each.awaited or _has_enough(groups.get(table))}:
            return each
    return None


def _has_enough(group: Group | None) -> bool:
    return group is not None and group.total >= ENOUGH


def found(library: Library, query: Query) -> object:
    """Search everything, all of which is counted."""
    return list(search(library, query))


def edit(session: Session) -> None:
    """Change one quote."""
    quote = session.library.get(f"synthetic-quote-{random.randrange(session.library.size('quotes'))}")
    session.change(replace(quote, gist=f"changed {random.random()}"))  # type: ignore[call-arg]


def main() -> None:
    """Measure all, or those that are named."""
    if sys.argv[1:2] == ["--measure"]:
        _, _, store, wish = sys.argv
        measure(address_in(store)[0] if store.startswith("postgresql:") else Path(store), wish)
        return
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    path = Path(tempfile.gettempdir()) / f"summittui-scale-{number}" / "store.json"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        tell("create", [clock(lambda: Session.create_synthetic(path, number).close())])
    for wish in sys.argv[2:] or WISHES:
        print(f"\n{number:,} quotes, {WISHES[wish]}", flush=True)
        if wish == "database":
            measure_database(path)
            continue
        if wish == "on":
            tell("open and make the replica", [clock(lambda: Session.open(path, replica="on").close())])
            for name in ("store.json", "store.json.replica"):
                print(f"{name:44} {path.with_name(name).stat().st_size / 1e6:9.0f} MB")
        measure_apart(str(path), wish)


def measure_apart(store: str, wish: str, **variables: str) -> None:
    """Measure a store in a process of its own."""
    sys.stdout.flush()
    command = [sys.executable, __file__, "--measure", store, wish]
    subprocess.run(command, check=True, env={**os.environ, **variables})


def measure_database(path: Path) -> None:
    """Measure a store that is copied into a database, where a server is installed."""
    from tests.postgres.servers import MISSING, Server, is_installed  # whose memory is not to be measured

    if not is_installed():
        print(MISSING)
        return
    settings = {"shared_buffers": "128MB", "min_wal_size": "256MB", "max_wal_size": "1GB"}
    with tempfile.TemporaryDirectory() as cache, Server(durable=True, settings=settings) as server:
        os.environ["XDG_CACHE_HOME"] = cache
        address = address_in(server.address())[0]
        tell("copy", [clock(lambda: copy_store(path, address, lambda _, __, ___: None))])
        tell("open and make the replica", [clock(lambda: Session.open(address, replica="on").close())])
        measure_apart(server.address(), "on", XDG_CACHE_HOME=cache)


if __name__ == "__main__":
    main()
