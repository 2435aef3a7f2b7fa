"""A position in short and in words, hollow where it is not firm."""

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.positions import Position
from summittui.library.answers.verdict import EMPTIED
from summittui.present.position import counts_words, side_words
from summittui.present.signs import STANCES, brief, position_sign
from summittui.ui.render.line import line


def position_words(library: Library, position: Position) -> Text:
    """Return a position in words: its sign, its side with the counts, what it rests on, what a filter left out."""
    sign = position_sign(position)
    if not position.n:
        emptied = f"{brief(f'{STANCES[None].glyph} ', '')}{EMPTIED}, {position.left_out} left out"
        return line((emptied if position.left_out else sign.full, sign.token))
    return line(
        (f"{brief(f'{sign.glyph} ', '')}{side_words(library, position)}", "doubt" if position.hollow else sign.token),
        (f"  {counts_words(position)}", "count"),
        (f", {position.left_out} left out" if position.left_out else "", "doubt"),
    )


def cell_text(position: Position, *, is_fed: bool = False) -> Text:
    """Return a position in short, such as `▲ 3 wd`.

    Args:
        position: The position.
        is_fed: Whether a record behind it feeds other issues of the row too; then `&` stands at the end.
    """
    sign = position_sign(position)
    if not position.n:
        return line((sign.brief, sign.token))
    kinds = (("w", position.words, "words"), ("d", position.deeds, "deed"), ("s", position.said_about, "reported"))
    letters = [(letter, token) for letter, pieces, token in kinds if pieces]
    token = f"reported {sign.token}" if position.hollow else sign.token
    return line((sign.brief, token), (f" {position.n} ", "count"), *letters, ("&" if is_fed else "", "apparatus"))
