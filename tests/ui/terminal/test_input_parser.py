"""What a terminal sends: keys act, replies never do, however they are split and however late."""

from collections.abc import Iterator

import pytest
from textual.events import Key, Paste
from textual.message import Message

from summittui.ui.terminal import input_parser as terminal_input
from summittui.ui.terminal.input_parser import UNMARKED_SECONDS, TerminalInput

REPLIES = (
    "\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\",
    "\x1b]11;rgb:1212/1212/1212\x07",
    "\x1b]4;1;rgb:ffff/0000/0000\x1b\\",
    "\x1b]52;c;cXVpdCBub3c=\x1b\\",
    "\x1b]lA title q\x1b\\",
    "\x1bP>|xterm(390)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP0$r\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[?62;22c",
    "\x1b[>41;390;0c",
    "\x1b[=0;1c",
    "\x1b[0n",
    "\x1b[?997;1n",
    "\x1b[12;40R",
    "\x1b[?12;40;1R",
    "\x1b[?0u",
    "\x1b[8;24;80t",
    "\x1b[48;24;80;480;800t",
    "\x1b[?1;0;256S",
    "\x1b[>4;2m",
    "\x1b[201~",
    "\x1b[99999999u",
    "\x1b[55296u",
    "\x1b[97;1:3u",
    "\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16z",
    "\x9d11;rgb:1212/1212/1212\x9c",
    "\x9b?62;22c",
)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(terminal_input, "monotonic", clock)
    return clock


def fed(clock: Clock, *pieces: str, pause: float = 0.0) -> list[Message]:
    parser, found = TerminalInput(), list[Message]()
    for piece in pieces:
        found += parser.feed(piece)
        clock.now += pause
        found += parser.tick()
    clock.now += 60
    return [*found, *parser.tick()]


def keys(messages: list[Message]) -> list[str]:
    return [each.key for each in messages if isinstance(each, Key)]


def splits(text: str) -> Iterator[tuple[str, str]]:
    return ((text[:at], text[at:]) for at in range(1, len(text)))


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_nothing_and_the_key_after_it_acts(clock: Clock, reply: str) -> None:
    assert fed(clock, reply) == []
    assert keys(fed(clock, f"{reply}q")) == ["q"]
    assert keys(fed(clock, "a", *reply, "q")) == ["a", "q"]
    for begun, rest in splits(reply):
        assert keys(fed(clock, begun, rest, "q")) == ["q"]


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("pause", [0.09, 0.3, 3.0])
def test_a_late_rest_of_a_reply_is_nothing(clock: Clock, reply: str, pause: float) -> None:
    for begun, rest in splits(reply):
        is_escape = begun == "\x1b" and pause > 0.1  # nobody can tell it from the key
        tail_is_known = not is_escape or len(rest) > 3
        if tail_is_known and "\x1b" not in rest[:1]:
            assert keys(fed(clock, begun, rest, pause=pause)) == (["escape"] if is_escape else [])


@pytest.mark.parametrize("begun", ["\x1b]11;rgb:12", "\x1bP>|xter", "\x1b[?62;", "\x1b[", "\x1b]"])
def test_an_unfinished_reply_swallows_no_command_for_long(clock: Clock, begun: str) -> None:
    assert keys(fed(clock, begun, "\r", "q"))[-2:] == ["enter", "q"]
    assert keys(fed(clock, begun, "\x1b[A", "q")) == ["up", "q"]
    assert keys(fed(clock, begun, "q", pause=6.0)) == ["q"]


@pytest.mark.parametrize(
    ("sequence", "key", "character"),
    [
        ("\x1b[A", "up", None),
        ("\x1bOA", "up", None),
        ("\x1b[1;5C", "ctrl+right", None),
        ("\x1b[5~", "pageup", None),
        ("\x1b[[A", "f1", None),
        ("\x1b[3$", "shift+delete", None),
        ("\x1b[27u", "escape", None),
        ("\x1b[13u", "enter", "\r"),
        ("\x1b[97;;97u", "a", "a"),
        ("\x1b[97u", "a", "a"),
        ("\x1b[97;2u", "A", "A"),
        ("\x1b[99;5u", "ctrl+c", None),
        ("\x1b[57399u", "0", "0"),
        ("\x1b[57408;129;57u", "9", "9"),
        ("\x1b[57409u", "full_stop", "."),
        ("\x1b[57410u", "slash", "/"),
        ("\x1b[57411u", "asterisk", "*"),
        ("\x1b[57412u", "minus", "-"),
        ("\x1b[57413u", "plus", "+"),
        ("\x1b[57414u", "enter", "\r"),
        ("\x1b[57414;129u", "enter", None),
        ("\x1b[57415u", "equals_sign", "="),
        ("\x1b[57416u", "comma", ","),
        ("\x1b[57417u", "left", None),
        ("\x1b[57419u", "up", None),
        ("\x1b[57422u", "pagedown", None),
        ("\x1b[57423u", "home", None),
        ("\x1b[57426u", "delete", None),
        ("\x1bx", "alt+x", None),
        ("\x1bX", "alt+shift+x", None),
        ("é", "é", "é"),
    ],
)
def test_keys_are_keys_however_they_are_split(clock: Clock, sequence: str, key: str, character: str | None) -> None:
    (event,) = fed(clock, sequence)
    assert isinstance(event, Key)
    assert key in {event.key, event.character}
    assert event.character == character or character is None
    for begun, rest in splits(sequence):
        assert keys(fed(clock, begun, rest)) == [event.key]


def test_escape_is_a_key_once_nothing_follows(clock: Clock) -> None:
    assert keys(fed(clock, "\x1b", "q", pause=0.2)) == ["escape", "q"]
    assert keys(fed(clock, "\x1b\x1b")) == ["escape", "escape"]
    assert keys(fed(clock, "\x1b", "[A", pause=0.05)) == ["up"]


PASTED = "one\ntwo \x1b[A \x1b]11;x\x07 q"


def test_a_paste_is_one_text_however_it_is_split(clock: Clock) -> None:
    whole = f"\x1b[200~{PASTED}\x1b[201~q"
    for begun, rest in (*splits(whole), (whole, "")):
        found = fed(clock, *filter(None, (begun, rest)))
        assert [each.text for each in found if isinstance(each, Paste)] == [PASTED]
        assert keys(found) == ["q"]
    assert keys(fed(clock, *whole)) == ["q"]


def test_a_paste_without_its_end_is_handed_out_and_keys_follow(clock: Clock) -> None:
    found = fed(clock, "\x1b[200~quit now", "q", pause=3.0)
    assert [each.text for each in found if isinstance(each, Paste)] == ["quit now"]
    assert keys(found) == ["q"]


def test_a_paste_that_stalls_goes_on_as_a_paste(clock: Clock) -> None:
    found = fed(clock, "\x1b[200~first ", "words that come late", "\x1b[201~", "q", pause=3.0)
    assert "".join(each.text for each in found if isinstance(each, Paste)) == "first words that come late"
    assert keys(found) == ["q"]


def test_a_large_paste_and_a_large_reply_are_read_in_linear_time(clock: Clock) -> None:
    text = "abc def " * 125_000
    pieces = [text[at : at + 4096] for at in range(0, len(text), 4096)]
    (paste,) = fed(clock, "\x1b[200~", *pieces, "\x1b[201~")
    assert isinstance(paste, Paste)
    assert paste.text == text
    assert keys(fed(clock, "\x1b]52;c;", *pieces, "\x1b\\", "q")) == ["q"]


def test_a_paste_that_is_not_marked_is_one_text_and_keys_follow(clock: Clock) -> None:
    text = "abc def\r" * 1_000
    pieces = [text[at : at + 4_096] for at in range(0, len(text), 4_096)]
    parser = TerminalInput()
    found = [message for piece in (*pieces, "q") for message in parser.feed(piece)]
    clock.now += UNMARKED_SECONDS
    found += parser.tick()
    clock.now += UNMARKED_SECONDS
    found += parser.feed("q")
    (paste, *rest) = found
    assert isinstance(paste, Paste)
    assert paste.text == text + "q"
    assert keys(rest) == ["q"]


def test_keys_typed_ahead_and_a_key_held_down_are_keys() -> None:
    ahead = "abcdefgh" * 31
    assert keys([*TerminalInput().feed(ahead)]) == list(ahead)
    assert keys([*TerminalInput().feed("j" * 1_000)]) == ["j"] * 1_000
