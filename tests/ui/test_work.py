import asyncio
import threading

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
