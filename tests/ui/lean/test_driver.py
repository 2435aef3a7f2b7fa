"""What is sent arrives whole and in its order, however slowly it is read."""

import os
import pty
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from summittui.ui.lean.driver import Outlet


@contextmanager
def terminal() -> Iterator[tuple[int, TextIO]]:
    """The reader's end of a terminal, and the writer's."""
    reader, writer = pty.openpty()
    with open(writer, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
        yield reader, file


def read(reader: int, length: int) -> bytes:
    found = b""
    while len(found) < length:
        found += os.read(reader, 1000)
    return found


def test_what_the_terminal_takes_is_sent_at_once_without_the_thread() -> None:
    with terminal() as (reader, file):
        outlet = Outlet(file)
        outlet.write("Zhang Guoqing “”")
        assert read(reader, 20).decode() == "Zhang Guoqing “”"
        os.close(reader)


def test_what_the_terminal_does_not_take_at_once_follows_in_its_order() -> None:
    texts = [f"{at:5} é“{'x' * 3000}\t" for at in range(20)]
    whole = "".join(texts).encode()
    with terminal() as (reader, file):
        outlet = Outlet(file)
        outlet.start()
        found: list[bytes] = []
        reading = threading.Thread(target=lambda: found.append(read(reader, len(whole))))
        for text in texts[:10]:
            outlet.write(text)
        reading.start()
        for text in texts[10:]:
            outlet.write(text)
        outlet.stop()
        reading.join()
        assert found == [whole]
        os.close(reader)


def test_a_letter_that_the_terminal_lacks_is_replaced() -> None:
    with terminal() as (reader, file):
        file.reconfigure(encoding="ascii", errors="replace")  # type: ignore[attr-defined]
        Outlet(file).write("a “word”")
        assert read(reader, 8) == b"a ?word?"
        os.close(reader)


def test_a_terminal_that_is_gone_takes_everything_without_complaint() -> None:
    with terminal() as (reader, file):
        outlet = Outlet(file)
        outlet.start()
        os.close(reader)
        for _ in range(100):
            outlet.write("x" * 5000)
        outlet.stop()
        assert not outlet.is_alive()
