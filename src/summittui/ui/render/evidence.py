"""The evidence behind a cell as rows of two lines."""

from collections.abc import Sequence

from msgspec.structs import replace
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.evidence import Evidence, EvidenceKind
from summittui.present.attribution import said_by
from summittui.present.signs import ACTS, DOUBTFUL, HOLLOW, KINDS, STANCES, brief
from summittui.ui.render.line import line, sides
from summittui.ui.render.quote import places
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
        return sides(evidence_head(piece), doubt, width), fit(evidence_tail(self._library, piece), width)


def evidence_head(piece: Evidence) -> Text:
    """Return what shows the stance: its kind, the side, then words in marks, reported words or the deed."""
    stance = STANCES[piece.stance.stance]
    if not piece.firm:
        stance = replace(stance, glyph=HOLLOW[piece.stance.stance], word=f"{stance.word} (weak)")
    glyph, token = _sign(piece)
    return line((f"{glyph} " if glyph else "", token), (f"{stance.brief} ", stance.token), *piece_words(piece))


def piece_words(piece: Evidence) -> list[tuple[str, str]]:
    """Return what shows the stance as pieces of a line: quoted words in marks, with the clause that reports them."""
    if piece.kind is EvidenceKind.DEEDS:
        return [(piece.text, "deed")]
    if not piece.exact:
        return [(piece.text, "reported")]
    report = f" (in a report: {piece.report})" if piece.report else ""
    return [(f"“{piece.text}”", "words"), (report, "reported")]


def evidence_tail(library: Library, piece: Evidence) -> Text:
    """Return whose it is, what kind of evidence, via whom and where."""
    via = f" · via {library.name(piece.via)}" if piece.via else ""
    speakers = said_by(library, piece)
    kinds = {
        EvidenceKind.WORDS: f"{speakers} · own words",
        EvidenceKind.DEEDS: f"{library.name(piece.holder)} · deed",
        EvidenceKind.SAID_ABOUT: f"{speakers} about {library.name(piece.holder)}",
    }
    where = places(library, piece.passages, piece.sources)
    return line("    ", (kinds[piece.kind], "heading"), (via, "apparatus"), (f" · {where}", "source"))


def _sign(piece: Evidence) -> tuple[str, str]:
    if piece.act is not None:
        return brief(ACTS[piece.act].glyph, ""), ACTS[piece.act].token
    if piece.quote_kind is None:
        return brief("¶", "told"), "reported"
    return KINDS[piece.quote_kind].brief, KINDS[piece.quote_kind].token
