"""The wording of a stance that is coded: whose, which side, on what, how it shows and how sure the coder is."""

from collections.abc import Iterable, Iterator, Sequence

from summittui.library import Library
from summittui.model import ActorId, Level, Stance, coders_differ, settled_stances
from summittui.present.line import Line, labelled
from summittui.present.signs import STANCES, brief


def stance_signs(stances: Sequence[Stance]) -> Line:
    """Return one sign for each stance that is taken, each value once."""
    values = dict.fromkeys(stance.stance for stance in settled_stances(stances))
    gap = brief("", " ")
    return Line(*((STANCES[value].brief + gap, STANCES[value].role) for value in values))


def stance_paragraph(library: Library, stance: Stance, speaker: str | None) -> Line:
    """Return one stance with the question of its issue; the holder only where that is not the speaker."""
    sign = STANCES[stance.stance]
    shows = "in the words" if stance.level is Level.TEXTUAL else "the coder's reading"
    is_other = stance.holder not in (None, speaker)
    holder = f", as the stance of {library.name(ActorId(stance.holder or ''))}" if is_other else ""
    return Line(
        "  ",
        (f"{sign.full}: ", sign.role),
        library.issue(stance.issue).question,
        (f" ({shows}, {stance.certainty}{holder}{_coder(stance)})", "apparatus"),
    )


def stance_lines(library: Library, stances: Iterable[Stance]) -> Iterator[Line]:
    """Yield a line with its label for each stance, the holder where one is recorded."""
    coded = tuple(stances)
    if coders_differ(coded):
        yield labelled("coders", "they differ; a stance without a coder settles it")
    for stance in coded:
        holder = f"{library.name(stance.holder)}: " if stance.holder else ""
        yield labelled("stance", (holder, "heading"), *side_on_issue(library, stance))


def side_on_issue(library: Library, stance: Stance) -> Line:
    """Return the side and the issue of a stance, with its level and how sure the coder is."""
    reading = f" ({stance.level}, certainty {stance.certainty}{_coder(stance)})"
    side = (stance.stance.value, STANCES[stance.stance].role)
    return Line(side, f" on {library.name(stance.issue)}", (reading, "apparatus"))


def _coder(stance: Stance) -> str:
    return f", coded by {stance.by}" if stance.by else ""
