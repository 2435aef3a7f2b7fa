"""What the workbench costs in a browser: `python benchmarks/serve.py [--rounds N] [--keys N]`.

A server as `summittui serve` starts one, on loopback, with the seeded store; a client that speaks the page's protocol
and acknowledges what it gets, so that what is measured is the program, its terminal, the server and the web socket, and
not the drawing of a browser. One session after another; the memory is that of a session's process.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path

import aiohttp

from summittui.serve.files import files
from summittui.serve.program import workbench
from summittui.serve.serving import Running, ServerSettings, running
from summittui.session import Session

TOKEN = "a token of the benchmark, never used again"
QUIET_SECONDS = 0.3
"""After so long without a byte a screen is whole."""
SHOWN = b"China"
"""A name on the first screen."""
KEYS = b"jjjkkk2jjk1"
"""The keys that are pressed in turn: moves of the cursor, and other lists."""


class Visit:
    """A session of a visitor."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def received(self, awaited: bytes = b"") -> tuple[int, float, float]:
        """Return how many bytes came until nothing did after what is awaited, and when the first and the last came."""
        came, first, last = b"", 0.0, 0.0
        while True:
            try:
                message = await self._socket.receive(timeout=QUIET_SECONDS if came and awaited in came else 60)
            except TimeoutError:
                return len(came), first, last
            if message.type is aiohttp.WSMsgType.BINARY:
                last = time.perf_counter()
                first = first or last
                came += message.data
                await self._socket.send_json({"type": "drawn", "count": len(message.data)})

    async def press(self, key: int) -> tuple[int, float, float]:
        """Press a key; return the bytes of its answer, and the milliseconds to the first and to the last of them."""
        pressed = time.perf_counter()
        await self._socket.send_bytes(bytes((key,)))
        count, first, last = await self.received()
        return count, 1000 * (first - pressed), 1000 * (last - pressed)


async def measure(server: Running, client: aiohttp.ClientSession, keys: int) -> dict[str, list[float]]:
    """Return the figures of one session."""
    origin = server.address.rstrip("/")
    async with client.ws_connect(f"{origin}/terminal", headers={"Origin": origin}, max_msg_size=0) as socket:
        begun = time.perf_counter()
        await socket.send_json({"type": "open", "columns": 80, "rows": 24})
        visit = Visit(socket)
        count, _, last = await visit.received(SHOWN)
        pressed = [await visit.press(KEYS[at % len(KEYS)]) for at in range(keys)]
        (session,) = server.sessions
        memory = private_megabytes(session.terminal.pid)
        session.end("measured")
        while len(server.sessions):  # noqa: ASYNC110  # it tells nobody
            await asyncio.sleep(0.01)
    return {
        "first screen, bytes": [count],
        "first screen, ms": [1000 * (last - begun)],
        "a key, bytes": [each[0] for each in pressed],
        "a key to the first of its answer, ms": [each[1] for each in pressed],
        "a key to all that follows, ms": [each[2] for each in pressed],
        "memory of a session, MB": [memory],
    }


def private_megabytes(pid: int) -> float:
    """Return the memory that a process shares with no other."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


async def main(rounds: int, keys: int) -> None:
    """Measure and print a table of medians and 95th percentiles."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.json"
        Session.open(store).close()
        program = workbench(("--kiosk", "--store", str(store), "--profile", "ssh", "--mouse"), os.environ)
        jar = aiohttp.CookieJar(unsafe=True)
        async with running(ServerSettings(program, TOKEN)) as server, aiohttp.ClientSession(cookie_jar=jar) as client:
            async with client.post(f"{server.address}login", data=TOKEN) as answer:
                answer.raise_for_status()
            for _ in range(rounds):
                for name, values in (await measure(server, client, keys)).items():
                    found.setdefault(name, []).extend(values)
    packed = sum(len(each.packed) for name, each in files().items() if name != "refused.html")
    print(f"page and widget, bytes, once: {packed:,}\n\n| figure | median | p95 |\n|---|---|---|")
    for name, values in found.items():
        p95 = statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
        print(f"| {name} | {statistics.median(values):,.1f} | {p95:,.1f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keys", type=int, default=44)
    arguments = parser.parse_args()
    asyncio.run(main(arguments.rounds, arguments.keys))
