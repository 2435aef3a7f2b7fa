import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from summittui.intake.external import Limits, Verification, propose_with
from summittui.model import Cancelled, InputError, Known, KnownActor, QuoteKind, Selector
from tests.patience import PATIENCE

TEXT = "Jane Doe said it was over. “It is over,” she said. Bob Roe left."
KNOWN = Known(actors=(KnownActor(id="doe", names=("Jane Doe", "Doe")),))
QUICK = Limits(seconds=5, output_bytes=100_000)


def program(tmp_path: Path, *lines: str) -> Sequence[str]:
    """Return the command of a proposer whose body is `lines`; `request` is what it read."""
    script = tmp_path / "proposer.py"
    body = "\n".join(["import json, os, sys, time", "request = json.load(sys.stdin)", *lines])
    script.write_text(body, encoding="utf-8")
    return sys.executable, str(script)


def read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def is_running(process: str) -> bool:
    """Tell whether a process that was killed goes on; False where the system does not show that."""
    latest = time.monotonic() + PATIENCE / 2
    while process and is_alive(Path(f"/proc/{process}/stat")):
        if time.monotonic() > latest:
            return True
        time.sleep(0.01)
    return False


def answered(tmp_path: Path, *quotes: dict[str, object]) -> Verification:
    return propose_with(program(tmp_path, f"print({json.dumps(json.dumps({'quotes': quotes}))})"), TEXT, KNOWN, QUICK)


def claim(exact: str, start: int | None = None, **fields: object) -> dict[str, object]:
    return {"kind": "direct", "spans": [{"exact": exact, "start": start}], "speaker": "Jane Doe"} | fields


def test_a_program_reads_the_text_and_the_known_names_and_its_exact_claims_are_proven(tmp_path: Path) -> None:
    body = (
        "text, names = request['text'], request['known']['actors'][0]['names']",
        "start, end = text.index('“'), text.index('”') + 1",
        "span = {'exact': text[start:end], 'start': start}",
        "quote = {'kind': 'direct', 'spans': [span], 'speaker': names[0], 'cue': {'exact': 'said'}}",
        "print(json.dumps({'quotes': [quote]}))",
    )
    found = propose_with(program(tmp_path, *body), TEXT, KNOWN, QUICK)
    (quote,) = found.proposals.quotes
    assert quote.spans == (Selector(27, 40, exact="“It is over,”"),)
    assert (quote.kind, quote.actor, quote.note) == (QuoteKind.DIRECT, "doe", None)
    assert quote.cue is not None
    assert TEXT[quote.cue.start : quote.cue.end] == "said"
    assert found.rejected == ()


def test_words_at_another_place_are_moved_with_a_note(tmp_path: Path) -> None:
    (quote,) = answered(tmp_path, claim("It is over", 3)).proposals.quotes
    assert quote.spans == (Selector(28, 38, exact="It is over"),)
    assert quote.note == "“It is over” was moved from 3 to 28"


def test_words_that_are_typed_otherwise_are_kept_as_printed_with_a_note(tmp_path: Path) -> None:
    (quote,) = answered(tmp_path, claim('"It is  over,"')).proposals.quotes
    assert quote.spans == (Selector(27, 40, exact="“It is over,”"),)
    assert quote.note == '"It is over," is printed “It is over,”'


@pytest.mark.parametrize("start", [10**6, len(TEXT)])
def test_an_offset_behind_the_end_is_moved_too(tmp_path: Path, start: int) -> None:
    (quote,) = answered(tmp_path, claim("It is over", start)).proposals.quotes
    assert quote.spans[0].start == 28


def test_words_that_stand_several_times_are_taken_nearest_to_where_they_are_claimed(tmp_path: Path) -> None:
    first, near = answered(tmp_path, claim("over"), claim("over", 33)).proposals.quotes
    assert (first.spans[0].start, near.spans[0].start) == (21, 34)
    assert first.note == "“over” stands 2 times; the first is taken"


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        (claim("It was never over"), "“It was never over” stands nowhere in the text"),
        (claim("it is over"), "“it is over” stands nowhere in the text"),
        (claim("It is over", speaker="Ann Poe"), "its speaker stands nowhere in the text"),
        (claim("It is over", mention={"exact": "the queen"}), "“the queen” stands nowhere in the text"),
        (claim("It is over", cue={"exact": "shouted"}), "“shouted” stands nowhere in the text"),
        (claim("It is over", speaker="Jane\x1b[31m Doe"), "its speaker has control characters"),
        (claim("It\x1b[2J is over"), "“It is over” stands nowhere in the text"),
        (claim("over", spans=[{"exact": "it was over"}, {"exact": "was over"}]), "its spans overlap"),
    ],
)
def test_what_the_text_does_not_have_is_rejected_and_listed(tmp_path: Path, quote: dict[str, object], why: str) -> None:
    found = answered(tmp_path, quote, claim("It is over"))
    assert len(found.proposals.quotes) == 1
    (rejected,) = found.rejected
    assert rejected.why.startswith(why)
    assert "\x1b" not in str(rejected)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("sys.exit(1)", "failed with exit code 1; nothing was proposed"),
        ("sys.exit('no \\x1b[31mkey')", "failed with exit code 1 (no key); nothing was proposed"),
        ("os.kill(os.getpid(), 9)", "failed with exit code -9; nothing was proposed"),
        ("print('no JSON')", "is not of the form of proposals"),
        ("print()", "is not of the form of proposals"),
        ("print('[' * 90000)", "is not of the form of proposals"),
        ("sys.stdout.buffer.write(b'\\xff\\xfe')", "is not of the form of proposals"),
        ("print(json.dumps({'quotes': [{'kind': 'song'}]}))", "is not of the form of proposals"),
        ("print(json.dumps({'quotes': [], 'more': 1}))", "is not of the form of proposals"),
        ("while True: print('{' * 9999, flush=True)", "printed more than 100,000 bytes"),
        ("while True: print('x' * 9999, file=sys.stderr, flush=True)", "printed more than 100,000 bytes"),
    ],
)
def test_a_program_that_fails_is_one_sentence(tmp_path: Path, body: str, sentence: str) -> None:
    with pytest.raises(InputError) as failure:
        propose_with(program(tmp_path, body), TEXT, KNOWN, QUICK)
    assert sentence in str(failure.value)
    assert "\n" not in str(failure.value)
    assert "\x1b" not in str(failure.value)


def test_a_cancelled_program_is_ended_with_those_that_it_started(tmp_path: Path) -> None:
    child = tmp_path / "child"
    start = f"import subprocess; open({str(child)!r}, 'w').write(str(subprocess.Popen(['sleep', '600']).pid))"
    with pytest.raises(Cancelled, match="was cancelled and ended; nothing was proposed"):
        propose_with(
            program(tmp_path, start, "time.sleep(600)"), TEXT, KNOWN, is_cancelled=lambda: bool(read_text(child))
        )
    assert not is_running(read_text(child))


def test_what_a_program_left_behind_is_ended_when_it_is_done(tmp_path: Path) -> None:
    child = tmp_path / "child"
    start = f"import subprocess; open({str(child)!r}, 'w').write(str(subprocess.Popen(['sleep', '600']).pid))"
    propose_with(program(tmp_path, start, "print('{}')"), TEXT, KNOWN, QUICK)
    assert not is_running(read_text(child))


def test_a_program_that_hangs_is_ended_with_those_that_it_started(tmp_path: Path) -> None:
    child = tmp_path / "child"
    start = f"import subprocess; open({str(child)!r}, 'w').write(str(subprocess.Popen(['sleep', '{PATIENCE}']).pid))"
    with pytest.raises(InputError, match="and was ended"):
        propose_with(program(tmp_path, start, f"time.sleep({PATIENCE})"), TEXT, KNOWN, Limits(seconds=1.5))
    assert not is_running(read_text(child))


def is_alive(state: Path) -> bool:
    """Return whether a process runs, by the file in which the kernel keeps its state."""
    try:
        return state.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("command", [(), ("/nowhere/proposer",), ("a\0b",)])
def test_a_command_that_cannot_be_started_is_one_sentence(command: Sequence[str]) -> None:
    with pytest.raises(InputError, match="command"):
        propose_with(command, TEXT, KNOWN, QUICK)


def test_no_shell_reads_the_command(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    with pytest.raises(InputError, match="cannot be started"):
        propose_with((f"true; touch {mark}",), TEXT, KNOWN, QUICK)
    assert not mark.exists()


def test_a_program_that_reads_nothing_is_not_waited_for(tmp_path: Path) -> None:
    script = tmp_path / "deaf.py"
    script.write_text("print('{}')", encoding="utf-8")
    found = propose_with((sys.executable, str(script)), TEXT * 50_000, KNOWN, QUICK)
    assert found.proposals.quotes == ()


def test_the_example_of_the_documentation_proposes_what_the_text_proves(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "proposals.md").read_text(encoding="utf-8")
    script = tmp_path / "example.py"
    script.write_text(page.partition("```python\n")[2].partition("```")[0], encoding="utf-8")
    text = 'It rains. "We leave now," Jane Doe said.'
    found = propose_with((sys.executable, str(script)), text, Known(), QUICK)
    (quote,) = found.proposals.quotes
    assert (quote.speaker, quote.spans[0].exact, found.rejected) == ("Jane Doe", '"We leave now,"', ())
