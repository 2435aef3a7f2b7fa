"""What stands for a sign where the terminal does not have it."""

import re
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from summittui.present import signs
from summittui.ui.app import SummitApp
from summittui.ui.theme.glyphs import _CONSOLE, _FRAMES, TWINS, Alphabet, alphabet, encoding_of
from tests.ui.driver import SMALL, reading

SOURCES = Path(__file__).parents[3] / "src" / "summittui"
DRAWN = sorted(
    {
        letter
        for folder in ("ui", "library", "exchange")
        for path in (SOURCES / folder).rglob("*.py")
        for letter in re.sub(r"^\s*#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        if not letter.isascii()
    }
)
_CONTROL_PICTURES = set("○↔▲▼↑↓←→§¶")
"""What code page 437 has in the places of control characters."""


@pytest.mark.parametrize("glyph", DRAWN)
def test_every_sign_is_of_the_basic_plane_one_cell_wide_and_has_a_twin_of_one_ascii_letter(glyph: str) -> None:
    assert ord(glyph) <= 0xFFFF
    assert cell_len(glyph) == 1
    assert unicodedata.east_asian_width(glyph) not in {"W", "F"}
    assert not unicodedata.combining(glyph)
    assert Alphabet(is_ascii=True).shown(glyph, 1).isascii()
    assert len(Alphabet(is_ascii=True).shown(glyph, 1)) == 1


@pytest.mark.parametrize(
    "table", [signs.STANCES, signs.KINDS, signs.PROOFS, signs.ROW_STATES], ids=["stances", "kinds", "proofs", "rows"]
)
def test_the_twins_of_one_table_of_signs_are_told_apart(table: dict[object, signs.Sign]) -> None:
    twins = [TWINS.get(sign.glyph, sign.glyph) for sign in table.values()]
    assert len(set(twins)) == len(twins)


@pytest.mark.parametrize("glyph", sorted(_CONSOLE | set("".join(_FRAMES.values()))))
def test_what_the_console_is_claimed_to_have_is_in_its_fonts(glyph: str) -> None:
    assert glyph in _CONTROL_PICTURES or glyph.encode("cp437")


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({}, "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LANG": "POSIX"}, "ascii"),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "ascii"),
        ({"LC_CTYPE": "UTF-8"}, "utf-8"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1"),
        ({"LANG": "de_DE@euro"}, "iso8859-15"),
        ({"LANG": "de_DE"}, "iso8859-1"),
        ({"LANG": "\x1b]0;x\x07.no-such"}, "utf-8"),
    ],
)
def test_the_encoding_is_that_of_the_locale(environment: dict[str, str], encoding: str) -> None:
    assert encoding_of(environment) == encoding


def test_a_letter_that_the_locale_lacks_becomes_as_many_question_marks_as_it_has_cells() -> None:
    assert Alphabet("ascii", is_ascii=True).shown("é", 1) == "?"
    assert Alphabet("ascii", is_ascii=True).shown("日", 2) == "??"
    assert Alphabet("ascii", is_ascii=True).shown("\u0301", 0) == ""
    assert Alphabet("iso8859-1").shown("é", 1) == "é"
    assert Alphabet("iso8859-1").shown("▲", 1) == "^"
    assert Alphabet(is_ascii=True).shown("é", 1) == "é"


def test_the_console_keeps_the_signs_that_its_font_has() -> None:
    console = alphabet({"TERM": "linux"})
    assert [console.shown(each, 1) for each in "▲╭✓é“"] == ["▲", "┌", "Y", "é", '"']


async def test_every_screen_is_drawn_in_ascii_where_the_locale_is_c(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=Alphabet("ascii", is_ascii=True)) as reader:
        assert "The locale is not UTF-8 but ASCII" in reader.told[0]
        for key in ("2", "4", "i", "colon", "question_mark", "M"):
            await reader.press("escape", key)
            await reader.settle()
            assert reader.text.isascii(), reader.text
            assert all(len(line) == SMALL[0] for line in reader.lines)


def test_an_app_without_asking_draws_its_own_signs() -> None:
    app = SummitApp(lambda: None)  # type: ignore[arg-type, return-value]
    assert app.glyph_filter not in app.get_line_filters()
