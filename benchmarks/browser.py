"""A Chromium without a window, driven over its DevTools protocol: pages, keys, and pictures of what it shows."""

import asyncio
import base64
import contextlib
import json
import os
import signal
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from benchmarks.chromium import SWITCHES

_PATIENCE = 60.0
_LOOK_SECONDS = 0.02
_KEYS = {"Enter": (13, "\r"), "Escape": (27, ""), "Tab": (9, ""), "ArrowDown": (40, ""), "F5": (116, "")}
"""The codes of keys that are no letters, and the texts that they type."""
_CTRL = 2
"""The bit of the key ctrl in the protocol's `modifiers`."""


class Page:
    """A page of a browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Take a page; `events` then come.

        Args:
            socket: Of the page's DevTools.
        """
        self._socket = socket
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.events: list[dict[str, Any]] = []
        """The events that the page has told of, in order."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            else:
                self.events.append(told)

    async def call(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result, or raise RuntimeError with what it complains of."""
        number = len(self.events) + len(self._answers) + time.monotonic_ns() % (1 << 30)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": arguments})
        told: dict[str, Any] = await asyncio.wait_for(answer, _PATIENCE)
        if "error" in told:
            raise RuntimeError(f"{method}: {told['error']['message']}")
        result: dict[str, Any] = told["result"]
        return result

    async def start(self) -> None:
        """Have the page tell of its console, its network and what it is blocked from."""
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.call(f"{domain}.enable")

    async def go(self, address: str) -> None:
        """Open an address."""
        await self.call("Page.navigate", url=address)

    async def value(self, script: str) -> Any:
        """Return the value of a script's last expression; a promise's once it is there."""
        told = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(str(told["exceptionDetails"].get("exception", told["exceptionDetails"])))
        return told["result"].get("value")

    async def until(self, script: str, patience: float = _PATIENCE) -> Any:
        """Wait until a script's value is true, and return the value; a page that is being loaded has none."""
        end = time.monotonic() + patience
        while True:
            with contextlib.suppress(RuntimeError):
                if found := await self.value(script):
                    return found
            if time.monotonic() > end:
                raise TimeoutError(f"{script} does not hold; the page shows:\n{await self.text()}")
            await asyncio.sleep(_LOOK_SECONDS)

    async def text(self) -> str:
        """Return what the terminal widget shows, line by line, else the page's text."""
        rows = "[...document.querySelectorAll('.xterm-rows > div')].map(row => row.textContent).join('\\n')"
        return str(await self.value(f"{rows} || document.body?.innerText"))

    async def until_shows(self, text: str) -> str:
        """Wait until the terminal widget shows a text; return all that it shows then."""
        end, shown = time.monotonic() + _PATIENCE, ""
        while text not in shown:
            if time.monotonic() > end:
                raise TimeoutError(f"{text!r} is not shown:\n{shown}")
            with contextlib.suppress(RuntimeError):  # a page that is being loaded
                shown = await self.text()
            await asyncio.sleep(_LOOK_SECONDS)
        return shown

    async def press(self, *keys: str) -> None:
        """Press keys: letters as they are typed, names such as `Enter`, either behind `ctrl+`."""
        for key in keys:
            name = key.removeprefix("ctrl+")
            code, typed = _KEYS.get(name, (ord(name[0].upper()), name))
            ctrl = _CTRL if key != name else 0
            pressed = {"key": name, "windowsVirtualKeyCode": code, "modifiers": ctrl}
            text = {"text": typed} if typed and not ctrl else {}
            await self.call("Input.dispatchKeyEvent", type="keyDown", **pressed, **text)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **pressed)

    async def resize(self, width: int, height: int, *, scale: float = 1) -> None:
        """Give the page another size, in pixels, of each of which a picture has so many in a row."""
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )

    async def picture(self) -> bytes:
        """Return the page as it is seen, as a PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot", format="png"))["data"])

    async def close(self) -> None:
        """Take leave of the page."""
        self._reading.cancel()
        await asyncio.wait({self._reading})
        await self._socket.close()


class Browser:
    """A Chromium that runs."""

    def __init__(self, client: aiohttp.ClientSession, address: str) -> None:
        """Take a browser.

        Args:
            client: Speaks to the browser.
            address: Of its DevTools, such as `http://127.0.0.1:1234`.
        """
        self._client = client
        self._address = address

    @asynccontextmanager
    async def page(self) -> AsyncIterator[Page]:
        """Open a page, and close it at the end."""
        async with self._client.put(f"{self._address}/json/new?about:blank") as answer:
            told = await answer.json()
        socket = await self._client.ws_connect(told["webSocketDebuggerUrl"], max_msg_size=0)
        page = Page(socket)
        await page.start()
        try:
            yield page
        finally:
            await page.close()
            async with self._client.get(f"{self._address}/json/close/{told['id']}") as answer:
                await answer.read()


@asynccontextmanager
async def browser(program: str, *switches: str) -> AsyncIterator[Browser]:
    """Start a Chromium with a profile of its own, and end it with all of its processes.

    Args:
        program: The Chromium.
        switches: Further ones.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            program,
            *SWITCHES,
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            *switches,
            "about:blank",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            port = await _port(Path(profile) / "DevToolsActivePort", process)
            async with aiohttp.ClientSession() as client:
                yield Browser(client, f"http://127.0.0.1:{port}")
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def _port(file: Path, process: asyncio.subprocess.Process) -> int:
    """Return the port of the DevTools, once the browser has written it down."""
    end = time.monotonic() + _PATIENCE
    while process.returncode is None and time.monotonic() < end:
        if port := _first_number(file):
            return port
        await asyncio.sleep(_LOOK_SECONDS)
    raise TimeoutError(f"the browser does not start (exit code {process.returncode})")


def _first_number(file: Path) -> int:
    """Return the number in the first line of a file, 0 where there is none yet."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(file.read_text().splitlines()[0])
    return 0
