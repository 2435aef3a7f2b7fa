import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator

import pytest

from summittui.model.cancelling import IsCancelled
from summittui.ui.scheduling.executors import DaemonExecutor, LatestOnlyExecutor
from tests.patience import PATIENCE

LATER = 60.0
"""Seconds on a clock that the tests set."""


async def test_of_the_questions_of_a_slot_only_the_newest_is_answered() -> None:
    thread = LatestOnlyExecutor()
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        may_end.wait()
        return "old"

    asked: list[str] = []
    first = asyncio.ensure_future(thread.ask("list", lambda _: slow()))
    await asyncio.to_thread(begun.wait)
    second = asyncio.ensure_future(thread.ask("list", lambda _: asked.append("second")))
    other = asyncio.ensure_future(thread.ask("other", lambda _: "other"))
    third = asyncio.ensure_future(thread.ask("list", lambda is_cancelled: str(is_cancelled())))
    await asyncio.sleep(0)
    may_end.set()
    assert [await first, await other, await third] == [None, "other", "False"]
    await second
    assert asked == []
    thread.close()


async def test_a_question_that_runs_sees_that_it_was_overtaken_or_forgotten() -> None:
    thread = LatestOnlyExecutor()
    begun, may_end = threading.Event(), threading.Event()
    seen: list[bool] = []

    def slow(is_cancelled: IsCancelled) -> None:
        begun.set()
        may_end.wait()
        seen.append(is_cancelled())

    running = asyncio.ensure_future(thread.ask("list", slow))
    await asyncio.to_thread(begun.wait)
    thread.forget("list")
    may_end.set()
    await running
    assert seen == [True]
    thread.close()


async def test_an_answer_comes_piece_by_piece_and_others_are_answered_between_them() -> None:
    thread = LatestOnlyExecutor()
    answered: list[object] = []

    async def pieces() -> None:
        async for piece in thread.each("found", lambda _: iter("abc")):
            answered.append(piece)
            if piece == "a":
                answered.append(await thread.ask("other", lambda _: "other"))

    await pieces()
    assert answered == ["a", "other", "b", "c"]
    thread.close()


async def test_after_a_newer_question_no_piece_of_the_older_one_comes() -> None:
    thread = LatestOnlyExecutor()
    found = [piece async for piece in overtaken_after_one(thread)]
    assert found == ["old", "new"]
    thread.close()


async def overtaken_after_one(thread: LatestOnlyExecutor) -> AsyncIterator[str]:
    async for piece in thread.each("found", lambda _: iter(("old", "older"))):
        yield piece
        async for newer in thread.each("found", lambda _: iter(("new",))):
            yield newer


async def test_a_closed_thread_gives_no_further_piece() -> None:
    thread = LatestOnlyExecutor()
    async for piece in thread.each("found", lambda _: iter((1, 2))):
        assert piece == 1
        thread.close()


async def test_a_part_that_the_next_piece_follows_in_time_is_left_out() -> None:
    thread = LatestOnlyExecutor()
    pieces = thread.each("found", lambda _: iter(("part", "another part", "whole")), patience=3600, is_part=has_more)
    assert [piece async for piece in pieces] == ["whole"]
    thread.close()


async def test_a_part_is_given_when_the_next_piece_lets_itself_be_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    thread = LatestOnlyExecutor()
    may_go_on = threading.Event()
    answered: list[str] = []
    times = iter((0.0, 0.0, LATER, LATER))
    monkeypatch.setattr("summittui.ui.scheduling.executors.monotonic", lambda: next(times))
    async for piece in thread.each("found", lambda _: parts(may_go_on), patience=LATER, is_part=has_more):
        answered.append(piece)
        may_go_on.set()
    assert answered == ["part", "whole"]
    thread.close()


async def test_a_part_that_was_kept_back_is_not_given_once_it_is_overtaken(monkeypatch: pytest.MonkeyPatch) -> None:
    thread = LatestOnlyExecutor()
    may_go_on, is_late = threading.Event(), asyncio.Event()
    times = iter((0.0, 0.0, LATER))

    def clock() -> float:
        now = next(times)
        if now == LATER:
            thread.forget("found")
            is_late.set()
        return now

    async def collected() -> list[str]:
        pieces = thread.each("found", lambda _: parts(may_go_on), patience=LATER, is_part=has_more)
        return [piece async for piece in pieces]

    monkeypatch.setattr("summittui.ui.scheduling.executors.monotonic", clock)
    collecting = asyncio.ensure_future(collected())
    await is_late.wait()
    for _ in range(10):  # as often as a part needs to come out
        await asyncio.sleep(0)
    may_go_on.set()
    assert await collecting == []
    thread.close()


def parts(may_go_on: threading.Event) -> Iterator[str]:
    """Yield a part, and the rest once it may go on."""
    yield "part"
    may_go_on.wait()
    yield "whole"


def has_more(piece: str) -> bool:
    return "part" in piece


def test_the_end_of_the_program_does_not_wait_for_a_daemon() -> None:
    code = (
        "import threading; from summittui.ui.scheduling.executors import DaemonExecutor; begun = threading.Event();"
        "DaemonExecutor().submit(lambda: (begun.set(), threading.Event().wait())); begun.wait()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


async def test_what_a_bystander_raises_is_raised_where_it_is_waited_for() -> None:
    thread = LatestOnlyExecutor(DaemonExecutor())
    with pytest.raises(ZeroDivisionError):
        await thread.ask("slot", lambda _is_cancelled: 1 // 0)
    assert await thread.ask("slot", lambda _is_cancelled: "answer") == "answer"
