from hypothesis import given
from hypothesis import strategies as st

from summittui.store.lines import checksum_of, line_of, salvage, scan

BODIES = st.lists(st.text(st.characters(blacklist_characters="\n\0", codec="utf-8")).map(str.encode), max_size=6)


def lines_of(bodies: list[bytes], checksum: int = 0) -> bytes:
    content = b""
    for body in bodies:
        checksum = checksum_of(body, checksum)
        content += line_of(body, checksum)
    return content


@given(BODIES)
def test_lines_are_read_as_they_were_written(bodies: list[bytes]) -> None:
    content = lines_of(bodies)
    found = scan(content, 0)
    assert (found.bodies, found.length, found.is_torn, found.is_damaged) == (bodies, len(content), False, False)
    assert list(salvage(content)) == bodies


@given(BODIES, st.data())
def test_a_torn_end_leaves_the_lines_before_it(bodies: list[bytes], data: st.DataObject) -> None:
    content = lines_of(bodies)
    cut = data.draw(st.integers(0, len(content)))
    found = scan(content[:cut], 0)
    assert found.bodies == bodies[: len(found.bodies)]
    assert not found.is_damaged
    assert found.is_torn is (found.length < cut)
    assert content[: found.length].count(b"\n") == len(found.bodies)


def test_a_line_that_does_not_check_with_more_behind_it_is_damage() -> None:
    content = lines_of([b"one", b"two", b"three"]).replace(b"two", b"2wo")
    assert scan(content, 0).is_damaged
    assert scan(content, 0).bodies == [b"one"]
    assert list(salvage(content)) == [b"one", None, b"three"]


def test_a_last_line_of_zeros_is_what_a_loss_of_power_leaves() -> None:
    content = lines_of([b"one", b"two"])
    assert scan(content[:13] + b"\0" * (len(content) - 14) + b"\n", 0).is_torn


def test_lines_of_another_beginning_are_damage() -> None:
    assert scan(lines_of([b"one"]), 7).is_damaged
