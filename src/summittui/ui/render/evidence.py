"""The evidence behind a cell as rows of two lines."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.evidence import Evidence
from summittui.present.evidence import evidence_head, evidence_tail
from summittui.present.signs import DOUBTFUL
from summittui.ui.render.line import line, sides, text_of
from summittui.ui.theme.paint import fit


class EvidenceRows:
    """Pieces of evidence, two lines each; the key is their number."""

    height = 2

    def __init__(self, library: Library, pieces: Sequence[Evidence]) -> None:
        self._library = library
        self._pieces = pieces

    def __len__(self) -> int:
        return len(self._pieces)

    def key(self, i: int) -> str:
        """Return the number of piece `i`, from 1: one record can show a stance twice."""
        return str(i + 1)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return what shows the stance, and who tells it where."""
        piece = self._pieces[i]
        doubt = line((DOUBTFUL, "doubt")) if piece.doubt else Text()
        return (
            sides(text_of(evidence_head(piece)), doubt, width),
            fit(text_of(evidence_tail(self._library, piece)), width),
        )
