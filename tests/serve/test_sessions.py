"""The sessions of a server: opened, limited, lost, found again, ended, and nothing left of them."""

import asyncio
import os
import sys

import aiohttp
import pytest

from summittui.serve.limits import MESSAGE_BYTES, UNACKNOWLEDGED_BYTES, Limits
from summittui.serve.program import session_environment
from summittui.serve.pseudo_terminal import READ_BYTES
from summittui.serve.terminal_session import ELSEWHERE
from summittui.serve.terminal_sessions import STOPPED
from tests.serve.visitor import OPEN, echo, is_at_work, is_running, open_files, program, until, visited

PATIENT = Limits(page_left_seconds=3600, line_lost_seconds=3600)


async def test_a_session_has_the_size_of_its_page_and_takes_its_keys() -> None:
    async with visited() as visitor:
        socket = await visitor.open(columns=100, rows=30)
        await socket.until_shown("ready 100 30")
        await socket.send(type="resize", columns=10, rows=5)
        await socket.until_shown("size 10 5")
        await socket.type("żółw\n")
        await socket.until_shown("got żółw")


async def test_the_program_has_chosen_variables_and_no_file_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    chosen = session_environment(os.environ)
    assert {"AWS_SECRET_ACCESS_KEY", "PYTHONPATH", "SUMMITTUI_STORE"}.isdisjoint(chosen)
    assert (chosen["TERM"], chosen["COLORTERM"], chosen["LANG"]) == ("xterm-256color", "truecolor", "C.UTF-8")
    told = "import os; print(*sorted(os.environ), *os.listdir('/dev/fd'), os.getsid(0) == os.getpid(), 'end', sep='|')"
    async with visited(program(sys.executable, "-S", "-c", told)) as visitor:
        socket = await visitor.open()
        await socket.ended()
        *names, leads, end = socket.output.decode().strip().split("|")
        assert (leads, end) == ("True", "end")
        assert set(names) - {"LC_CTYPE"} == {"LANG", "PATH", "0", "1", "2", "3"}  # 3: the folder that is listed


MALFORMED = (
    *("", "{", "[]", "null", '"open"', "{}", '{"type":"open"}', '{"type":"close"}', "[" * 5000),
    *('{"type":"open","columns":9,"rows":24}', '{"type":"open","columns":501,"rows":24}'),
    *('{"type":"open","columns":80,"rows":4}', '{"type":"open","columns":80,"rows":301}'),
    *('{"type":"open","columns":80.5,"rows":24}', '{"type":"open","columns":"80","rows":24}'),
    *('{"type":"open","columns":true,"rows":24}', '{"type":"open","columns":1e999,"rows":24}'),
    *('{"type":"open","columns":80,"rows":24,"command":"sh"}', '{"type":"resize","columns":80,"rows":24}'),
    '{"type":"open","columns":80,"rows":24,"secret":"' + "x" * 65 + '"}',
    '{"type":"drawn","count":1}',
)
MALFORMED_LATER = (
    *("", "{", '{"type":"open","columns":80,"rows":24}', '{"type":"resize","columns":0,"rows":24}'),
    *('{"type":"resize","columns":80}', '{"type":"resize","columns":80,"rows":99999}', '{"type":"drawn","count":0}'),
    *(
        '{"type":"drawn","count":-5}',
        '{"type":"drawn","count":999999999}',
        '{"type":"resize","columns":[80],"rows":24}',
    ),
)


async def test_a_message_without_sense_closes_its_socket_and_no_other() -> None:
    async with visited(program("/bin/cat"), Limits(sessions=50, line_lost_seconds=3600)) as visitor:
        other = await visitor.open()
        for text in MALFORMED:
            socket = await visitor.connect()
            await socket.socket.send_str(text)
            assert await socket.ended() == "1008", text
        socket = await visitor.connect()
        await socket.type("keys before the opening")
        assert await socket.ended() == "1008"
        assert len(visitor.sessions) == 1
        for text in MALFORMED_LATER:
            socket = await visitor.open()
            await socket.until_opened()
            await socket.socket.send_str(text)
            assert await socket.ended() == "1008", text
        await other.type("still here\n")
        await other.until_shown("still here")


async def test_messages_are_bounded() -> None:
    async with visited(program("/bin/cat")) as visitor:
        for data in (b"x" * (MESSAGE_BYTES + 1), b"x" * (8 * MESSAGE_BYTES)):
            socket = await visitor.open()
            await socket.until_opened()
            await socket.socket.send_bytes(data)
            assert await socket.ended() == "1009"
        socket = await visitor.open()
        await socket.type("a" * 1000 + "\n")
        await socket.until_shown("a" * 100)


async def test_a_slow_browser_makes_its_program_wait_and_fills_no_memory() -> None:
    async with visited(program("/bin/sh", "-c", "exec yes")) as visitor:
        socket = await visitor.open()
        await socket.until(lambda: len(socket.output) >= UNACKNOWLEDGED_BYTES)
        (session,) = visitor.sessions
        link = session._link
        assert link is not None
        await until(lambda: not link._has_room.is_set())
        await socket.socket.ping(b"after all that was sent")
        await socket.send(type="resize", columns=90, rows=20)
        await until(lambda: os.get_terminal_size(session.terminal._file).columns == 90)
        assert UNACKNOWLEDGED_BYTES <= len(socket.output) < UNACKNOWLEDGED_BYTES + READ_BYTES
        drawn = len(socket.output)
        await socket.send(type="drawn", count=drawn)
        await socket.until(lambda: len(socket.output) > drawn)
        await socket.socket.close()


async def test_a_session_that_is_told_too_much_reads_no_more_of_its_page() -> None:
    async with visited(program("/bin/sh", "-c", "stty raw -echo; echo ready; sleep 3600")) as visitor:
        socket = await visitor.open()
        await socket.until_shown("ready")
        (session,) = visitor.sessions
        await socket.socket.send_bytes(b"x" * MESSAGE_BYTES)
        await until(lambda: session.terminal._waiting)
        assert session.terminal.exit_code is None
        await socket.socket.close()


async def test_a_page_whose_line_was_lost_goes_on_with_its_session() -> None:
    async with visited() as visitor:
        socket = await visitor.open()
        await socket.until_shown("ready 80 24")
        pid = visitor.sessions[0].terminal.pid
        socket.drop()
        await until(lambda: visitor.sessions[0]._link is None)
        again = await visitor.open(secret=socket.secret, columns=100)
        await again.until_shown("painted")
        await again.type("on\n")
        await again.until_shown("got on")
        assert again.secret == socket.secret
        assert [each.terminal.pid for each in visitor.sessions] == [pid]
        assert os.get_terminal_size(visitor.sessions[0].terminal._file).columns == 100


async def test_a_program_writes_on_while_nobody_looks() -> None:
    async with visited(program("/bin/sh", "-c", "exec yes"), PATIENT) as visitor:
        socket = await visitor.open()
        await socket.until(lambda: len(socket.output) >= UNACKNOWLEDGED_BYTES)
        socket.drop()
        await until(lambda: visitor.sessions[0]._link is None)
        again = await visitor.open(secret=socket.secret)
        await again.until(lambda: len(again.output) >= UNACKNOWLEDGED_BYTES)
        await again.socket.close()


async def test_a_session_moves_to_the_page_that_asked_last() -> None:
    async with visited() as visitor:
        first = await visitor.open()
        await first.until_shown("ready")
        second = await visitor.open(secret=first.secret)
        assert await first.ended() == ELSEWHERE
        await second.type("here\n")
        await second.until_shown("got here")


async def test_another_secret_finds_no_session() -> None:
    async with visited() as visitor:
        socket = await visitor.open()
        await socket.until_shown("ready")
        for secret in ("x", socket.secret[:-1], socket.secret.swapcase(), "é"):
            assert "has ended" in await (await visitor.open(secret=secret)).ended()
        assert len(visitor.sessions) == 1


async def test_a_full_server_says_so_and_has_room_once_somebody_left() -> None:
    async with visited(echo(), Limits(sessions=1, page_left_seconds=0.0)) as visitor:
        socket = await visitor.open()
        await socket.until_shown("ready")
        assert await (await visitor.open()).ended() == "The one session is taken; try again when somebody has left."
        await socket.socket.close()
        await until(lambda: not visitor.sessions)
        await (await visitor.open()).until_shown("ready")


@pytest.mark.parametrize(
    ("limits", "is_lost"),
    [
        (Limits(page_left_seconds=0.0, line_lost_seconds=3600), False),
        (Limits(page_left_seconds=3600, line_lost_seconds=0.0), True),
    ],
)
async def test_a_session_waits_for_a_page_that_left_and_for_one_that_was_lost(limits: Limits, is_lost: bool) -> None:
    async with visited(echo(), limits) as visitor:
        socket = await visitor.open()
        await socket.until_shown("ready")
        pid = visitor.sessions[0].terminal.pid
        if is_lost:
            socket.drop()
        else:
            await socket.socket.close(code=aiohttp.WSCloseCode.GOING_AWAY)
        await until(lambda: not visitor.sessions)
        assert not is_running(pid)
        assert "has ended" in await (await visitor.open(secret=socket.secret)).ended()


async def test_a_session_without_a_key_ends_and_says_so() -> None:
    async with visited(echo(), Limits(idle_seconds=0.3)) as visitor:
        socket = await visitor.open()
        assert "without a key" in await socket.ended()
        await until(lambda: not visitor.sessions)


@pytest.mark.parametrize(
    ("end", "said"), [("exit 0", "The session has ended."), ("exit 3", "exit code 3"), ("kill -9 $$", "-9")]
)
async def test_a_program_that_ends_ends_its_session(end: str, said: str) -> None:
    async with visited(program("/bin/sh", "-c", f"echo farewell; {end}")) as visitor:
        socket = await visitor.open()
        assert said in await socket.ended()
        assert b"farewell" in socket.output
        await until(lambda: not visitor.sessions)


async def test_a_program_that_cannot_be_started_is_told_in_a_sentence() -> None:
    async with visited(program("/nowhere/at/all")) as visitor:
        assert "No session can be opened on the server (No such file" in await (await visitor.open()).ended()
        assert visitor.sessions == []


async def test_the_end_of_the_server_ends_programs_that_will_not_and_what_they_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summittui.serve.pseudo_terminal.HANG_UP_SECONDS", 0.1)
    script = "trap '' HUP TERM INT; sleep 3600 & echo child $! of $$; wait; wait; sleep 3600"
    before = open_files()
    async with visited(program("/bin/sh", "-c", script)) as visitor:
        socket = await visitor.open()
        await socket.until(lambda: b" of " in socket.output and socket.output.endswith(b"\n"))
        _, child, _, parent = socket.output.split()
        lost = await visitor.open()
        await lost.until(lambda: lost.messages)
        lost.drop()
        ending = asyncio.create_task(visitor.server.sessions.close())
        assert await socket.ended() == STOPPED
        await ending
        assert not is_running(int(parent))
        await until(lambda: not is_at_work(int(child)))  # nobody's child, for the system to wait for
        await until(lambda: not visitor.sessions)
    assert open_files() == before


async def test_two_hundred_connections_get_what_there_is_and_leave_nothing() -> None:
    before = open_files()
    async with visited(program("/bin/cat"), Limits(sessions=3, page_left_seconds=0.0)) as visitor:

        async def come() -> str:
            try:
                socket = await visitor.connect()
                await socket.send(**OPEN)
                await socket.receive()
            except (aiohttp.ClientError, ConnectionError):
                return "refused"
            return str(socket.messages[0]["type"]) if socket.messages else "refused"

        async with asyncio.timeout(120):
            came = await asyncio.gather(*(come() for _ in range(200)))
        assert came.count("opened") == 3
        assert set(came) == {"opened", "ended", "refused"}  # refused: beyond the bound of connections
        assert len(visitor.sessions) == 3
        pids = [each.terminal.pid for each in visitor.sessions]
    assert not any(map(is_running, pids))
    assert open_files() == before
