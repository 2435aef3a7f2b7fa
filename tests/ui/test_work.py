import asyncio
import threading
from collections.abc import AsyncIterator

from summittui.ui.work import NewestThread, Overtaken


async def test_of_the_questions_of_a_slot_only_the_newest_is_answered() -> None:
    thread = NewestThread()
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
    third = asyncio.ensure_future(thread.ask("list", lambda overtaken: str(overtaken())))
    await asyncio.sleep(0)
    may_end.set()
    assert [await first, await other, await third] == [None, "other", "False"]
    await second
    assert asked == []
    thread.close()


async def test_a_question_that_runs_sees_that_it_was_overtaken_or_forgotten() -> None:
    thread = NewestThread()
    begun, may_end = threading.Event(), threading.Event()
    seen: list[bool] = []

    def slow(overtaken: Overtaken) -> None:
        begun.set()
        may_end.wait()
        seen.append(overtaken())

    running = asyncio.ensure_future(thread.ask("list", slow))
    await asyncio.to_thread(begun.wait)
    thread.forget("list")
    may_end.set()
    await running
    assert seen == [True]
    thread.close()


async def test_an_answer_comes_piece_by_piece_and_others_are_answered_between_them() -> None:
    thread = NewestThread()
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
    thread = NewestThread()
    found = [piece async for piece in overtaken_after_one(thread)]
    assert found == ["old", "new"]
    thread.close()


async def overtaken_after_one(thread: NewestThread) -> AsyncIterator[str]:
    async for piece in thread.each("found", lambda _: iter(("old", "older"))):
        yield piece
        async for newer in thread.each("found", lambda _: iter(("new",))):
            yield newer


async def test_a_closed_thread_gives_no_further_piece() -> None:
    thread = NewestThread()
    async for piece in thread.each("found", lambda _: iter((1, 2))):
        assert piece == 1
        thread.close()
