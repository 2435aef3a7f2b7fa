"""The page in a Chromium: what a visitor sees, and the ways out that a browser would offer."""

import asyncio
import json
import os
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from benchmarks.browser import Page, browser
from benchmarks.chromium import installed
from rich.cells import cell_len

from summittui.serve.limits import Limits
from summittui.serve.link import Link
from summittui.serve.program import Program, workbench
from summittui.session import Session
from tests.serve import hostile_program
from tests.serve.visitor import TOKEN, Visitor, until, visited

PATIENT = Limits(page_left_seconds=3600, line_lost_seconds=3600)
TEXTS = (
    *(
        "plain",
        "Jürgen",
        "e\u0301",
        "中文字",
        "한국어",
        "\u1112\u1161\u11ab",
        "हिन्दी में",
        "தமிழ்",
        "ภาษาไทย",
        "العربية",
        "עִבְרִית",
    ),
    *("👍", "👍🏽", "👩‍👩‍👧", "🏳️‍🌈", "❤️", "❤", "1️⃣", "🇫🇷", "™", "™️", "①", "…", "\u00ad", "a\u200bb", "﷽", "𠀀", "🫠"),
)
WATCH = """
window.opened = []; window.open = (...given) => { window.opened.push(given); };
window.copied = []; navigator.clipboard.writeText = async (text) => { window.copied.push(text); };
navigator.clipboard.readText = async () => { window.copied.push("READ"); return "secret"; };
"""
PASTE = """
const given = new DataTransfer(); given.setData("text/plain", %s);
document.activeElement.dispatchEvent(
  new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }));
"""
DROP = """
const dropped = new DataTransfer(); dropped.items.add(new File(["x"], "x.html", { type: "text/html" }));
!document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }))
"""


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the server sends to its pages."""
    told: list[str] = []
    send_output = Link.send_output

    async def send_and_tell(link: Link, data: bytes) -> None:
        told.append(data.decode(errors="replace"))
        await send_output(link, data)

    monkeypatch.setattr(Link, "send_output", send_and_tell)
    return told


@asynccontextmanager
async def page_of(ran: Program, size: tuple[int, int]) -> AsyncIterator[tuple[Page, Visitor]]:
    """Open the page of a server in a Chromium, at its whole address."""
    chromium = installed()
    if chromium is None:
        pytest.skip("there is no Chromium here (on Debian: apt install chromium)")
    async with visited(ran, PATIENT) as visitor, browser(chromium) as opened, opened.page() as page:
        await page.resize(*size)
        await page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        await page.go(f"{visitor.origin}/")
        await page.until("document.querySelector('form')")
        await page.go(f"{visitor.origin}/#{TOKEN}")  # which the browser takes for a place in the page that it has
        yield page, visitor


async def test_a_visitor_reads_the_store_goes_on_after_a_loss_and_finds_no_way_out(
    tmp_path: Path, sent: list[str]
) -> None:
    store = tmp_path / "store.json"
    Session.open(store).close()
    ran = workbench(
        ("--kiosk", "--store", str(store), "--profile", "ssh", "--mouse"), os.environ | {"HOME": str(tmp_path)}
    )
    before = files_in(tmp_path)
    async with page_of(ran, (800, 460)) as (page, visitor):
        shown = await page.until_shows("1 of 39")
        assert "China" in shown
        assert "read-only" in shown
        assert await page.value("location.href") == f"{visitor.origin}/"
        assert await page.value("document.cookie") == ""
        (session,) = visitor.sessions
        small = os.get_terminal_size(session.terminal._file)

        await page.press("j", "j")
        await page.until_shows("3 of 39")
        await page.resize(1300, 800)
        await until(lambda: os.get_terminal_size(session.terminal._file) > small)
        await page.until(f"document.querySelectorAll('.xterm-rows > div').length > {small.lines}")
        assert struct.unpack(">II", (await page.picture())[16:24]) == (1300, 800)

        await page.call("Page.reload")
        await page.until_shows("3 of 39")
        assert visitor.sessions == [session]

        assert session._link is not None
        session._link._socket._req.transport.abort()  # type: ignore[attr-defined]
        await until(lambda: session._link is None)
        await until(lambda: session._link is not None)
        await page.press("j")
        await page.until_shows("4 of 39")

        await page.press("e")
        await until(lambda: "This is a kiosk" in "".join(sent))  # a notice, which does not stay
        await page.press("ctrl+o", "!", "ctrl+z", "P", "ctrl+s")
        await page.value(PASTE % json.dumps("/etc/passwd\x1b[201~\x1b]52;c;AAAA\x07; sh\n"))
        assert await page.value(DROP)
        await page.press("Escape", "Escape", "g", "y")
        (copied,) = await page.until("window.copied.length && window.copied")
        assert "United" in copied or "China" in copied
        assert await page.value("location.href") == f"{visitor.origin}/"
        assert await page.value("window.opened") == []
        assert len(visitor.sessions) == 1
        await page.press("Q")
        await page.until("document.getElementById('notice').innerText.includes('The session has ended.')")
        asked = [
            each["params"]["request"]["url"] for each in page.events if each["method"] == "Network.requestWillBeSent"
        ]
        assert asked
        assert [each for each in asked if not each.startswith((f"{visitor.origin}/", "data:,"))] == []
        assert complaints(page) == []
    assert files_in(tmp_path) == before


async def test_what_a_program_writes_reaches_the_terminal_alone_and_what_is_pasted_is_text(tmp_path: Path) -> None:
    result = tmp_path / "columns.json"
    ran = Program(
        (sys.executable, hostile_program.__file__, json.dumps(TEXTS), str(result)), {"LANG": "C.UTF-8", "PATH": ""}
    )
    async with page_of(ran, (1000, 600)) as (page, visitor):
        shown = await page.until_shows("ready")
        assert hostile_program.HTML in shown
        assert await page.value("document.title") == "summittui"
        assert await page.value("document.querySelectorAll('img, iframe, object').length") == 0
        counted = json.loads(await asyncio.to_thread(result.read_text))
        assert dict(zip(TEXTS, counted, strict=True)) == {each: cell_len(each) for each in TEXTS}

        height = await page.value("document.querySelector('.xterm-rows > div').getBoundingClientRect().height")
        for row in range(len(hostile_program.LINKS)):
            at = {"x": 60, "y": (row + 0.5) * height}
            await page.call("Input.dispatchMouseEvent", type="mouseMoved", **at)
            await page.call("Input.dispatchMouseEvent", type="mouseMoved", **(at | {"x": 70}))
            for kind in ("mousePressed", "mouseReleased"):
                await page.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **(at | {"x": 70}))
        await page.press("a")
        await page.until_shows("sent b'a'")
        await page.value(PASTE % json.dumps("one\x1b[201~\x1b[Atwo\x07\x9b\nthree\ttabbed"))
        assert r"sent b'\x1b[200~one[201~[Atwo\rthree\ttabbed\x1b[201~'" in await page.until_shows("tabbed")
        assert await page.value("window.opened") == [["https://example.org/a", "_blank", "noopener,noreferrer"]]
        assert await page.value("window.copied") == []
        assert await page.value("document.title") == "summittui"
        assert complaints(page) == []
        assert len(visitor.sessions) == 1


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def complaints(page: Page) -> list[str]:
    """Return what the browser has complained of, but that the page was not let in before it had the cookie."""
    told = [each["params"]["entry"] for each in page.events if each["method"] == "Log.entryAdded"]
    thrown = [json.dumps(each["params"]) for each in page.events if each["method"] == "Runtime.exceptionThrown"]
    return thrown + [each["text"] for each in told if each["level"] == "error" and "401" not in each["text"]]
