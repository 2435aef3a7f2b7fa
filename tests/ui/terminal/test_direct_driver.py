"""What is sent arrives whole and in its order, however slowly it is read."""

import os
import pty
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from summittui.ui.terminal.direct_driver import NonBlockingWriter


@contextmanager
def terminal() -> Iterator[tuple[int, TextIO]]:
    """The reader's end of a terminal, and the program's."""
    reader, end = pty.openpty()
    with open(end, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
        yield reader, file


def read(reader: int, length: int) -> bytes:
    found = b""
    while len(found) < length:
        found += os.read(reader, 1000)
    return found


def test_what_the_terminal_takes_is_sent_at_once_without_the_thread() -> None:
    with terminal() as (reader, file):
        writer = NonBlockingWriter(file)
        writer.write("Zhang Guoqing “”")
        assert read(reader, 20).decode() == "Zhang Guoqing “”"
        os.close(reader)


def test_what_the_terminal_does_not_take_at_once_follows_in_its_order() -> None:
    texts = [f"{at:5} é“{'x' * 3000}\t" for at in range(20)]
    whole = "".join(texts).encode()
    with terminal() as (reader, file):
        writer = NonBlockingWriter(file)
        writer.start()
        found: list[bytes] = []
        reading = threading.Thread(target=lambda: found.append(read(reader, len(whole))))
        for text in texts[:10]:
            writer.write(text)
        reading.start()
        for text in texts[10:]:
            writer.write(text)
        writer.stop()
        reading.join()
        assert found == [whole]
        os.close(reader)


def test_a_letter_that_the_terminal_lacks_is_replaced() -> None:
    with terminal() as (reader, file):
        file.reconfigure(encoding="ascii", errors="replace")  # type: ignore[attr-defined]
        NonBlockingWriter(file).write("a “word”")
        assert read(reader, 8) == b"a ?word?"
        os.close(reader)


def test_a_terminal_that_is_gone_takes_everything_without_complaint() -> None:
    with terminal() as (reader, file):
        writer = NonBlockingWriter(file)
        writer.start()
        os.close(reader)
        for _ in range(100):
            writer.write("x" * 5000)
        writer.stop()
        assert not writer.is_alive()
