"""The wording of a position: the side, what it rests on, and what a filter left out."""

from summittui.library import Library
from summittui.library.answers.occasions import collections_behind, events_behind
from summittui.library.answers.positions import Position
from summittui.library.answers.sides import Side
from summittui.library.answers.verdict import EMPTIED, weakness
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model import StanceValue
from summittui.model.display_names import joined
from summittui.model.text import counted
from summittui.present.line import Line
from summittui.present.signs import STANCES, brief, position_sign

SILENCE = "no statement found"
_WAYS = {2: "two", 3: "three"}


def position_words(library: Library, position: Position) -> str:
    """Return the side, what it rests on, and what a filter left out; silence says so."""
    left_out = f"{position.left_out} left out by the filter" if position.left_out else ""
    if not position.n:
        return f"nothing left, {left_out}" if left_out else SILENCE
    return f"{side_words(library, position)}; {counts_words(position)}" + (f"; {left_out}" if left_out else "")


def side_words(library: Library, position: Position) -> str:
    """Return the side with its counts and what weakens it, such as "for (once)" or "against, doubtful (once)"."""
    if not position.n:
        return SILENCE
    scope = f", of {' and '.join(map(library.name, position.only_about))} alone" if position.only_about else ""
    wordless = "" if position.words else "; no words of its own"
    merged = f"; {words}" if (words := merged_words(library, position)) else ""
    if not position.side:
        return f"{_told(library, position)}{scope}{wordless}{merged}"
    weak = weakness(position)
    years = f"; {words}" if (words := _years(position.side)) else ""
    taken = f"{position.stance}{f', {weak}' if weak else ''} ({position.side.balance_words})"
    return f"{taken}{scope}{years}{wordless}{merged}"


def _years(side: Side) -> str:
    """Return the years of each pole, where all is dated and these differ, such as "against in 2024, for in 2025"."""
    poles = [unit for unit in side.units if unit.stance in {StanceValue.FOR, StanceValue.AGAINST}]
    datings = sorted(((unit.pieces[0].dating, unit.stance) for unit in poles), key=lambda pair: pair[0].date[:4])
    years: dict[StanceValue, list[str]] = {}
    for dating, stance in datings:
        years.setdefault(stance, []).append(dating.year_words)
    told = {stance: joined(list(dict.fromkeys(words))) for stance, words in years.items()}
    is_told = len(set(told.values())) > 1 and all(dating.date for dating, _ in datings)
    return ", ".join(f"{stance} {words}" for stance, words in told.items()) if is_told else ""


def merged_words(library: Library, position: Position) -> str:
    """Return which events and which collections are put together in a position; empty where it is of one alone.

    Such as "of AI Action Summit, Paris 2025 (3) and India AI Impact Summit, New Delhi (1) together".
    """
    events = events_behind(library, position)
    collections = collections_behind(library, position)
    named = [f"{library.name(event)} ({count})" for event, count in events.items()] if len(events) > 1 else []
    parts = (
        f"of {joined(named)} together" if named else "",
        f"of the collections {joined(list(collections))} together" if collections else "",
    )
    return ", ".join(part for part in parts if part)


def _told(library: Library, position: Position) -> str:
    if position.told_ways > 1:
        ways = ", ".join(f"{library.name(teller)} {side.stance}" for teller, side in position.told.items())
        return f"told {_WAYS.get(position.told_ways, 'several')} ways: {ways}"
    return f"{position.stance} as told by {' and '.join(map(library.name, position.told))}"


def counts_words(position: Position) -> str:
    """Return how much evidence of each kind there is, repeats told from utterances.

    Such as "quoted 1, reported 5 (3 utterances), deeds 2, said about 1". What a newspaper or an author says in its own
    voice is asserted: nobody reports it.
    """
    units = {kind: [unit for unit in position.units if unit.kind is kind] for kind in EvidenceKind}
    quoted = sum(piece.exact for piece in position.words)
    asserted = sum(piece.quote_kind is None and not piece.exact for piece in position.words)
    spoken = (("quoted", quoted), ("reported", len(position.words) - quoted - asserted), ("asserted", asserted))
    words = ", ".join(f"{name} {count}" for name, count in spoken if count)
    parts = (
        words + _of(len(position.words), len(units[EvidenceKind.WORDS]), "utterance"),
        f"deeds {len(units[EvidenceKind.DEEDS])}" if position.deeds else "",
        f"said about {len(position.said_about)}"
        + _of(len(position.said_about), len(units[EvidenceKind.SAID_ABOUT]), "statement")
        if position.said_about
        else "",
    )
    return ", ".join(part for part in parts if part)


def _of(pieces: int, units: int, name: str) -> str:
    """Return how many units several pieces are, in brackets; empty where each piece is one for itself."""
    return f" ({counted(units, name)})" if units < pieces else ""


def reference(piece: Evidence) -> str:
    """Return the id of the record that a piece of evidence stands in, with the act and any doubt."""
    marks = [str(piece.act)] if piece.act else []
    marks += ["doubtful"] if piece.doubt else []
    return f"{piece.record} ({', '.join(marks)})" if marks else piece.record


def referenced(pieces: tuple[Evidence, ...]) -> str:
    """Return all ids, with acts and doubts."""
    return "; ".join(dict.fromkeys(map(reference, pieces)))


def position_paragraph(library: Library, position: Position) -> Line:
    """Return the sign of a position, its side with the counts, what it rests on, what a filter left out."""
    sign = position_sign(position)
    if not position.n:
        emptied = f"{brief(f'{STANCES[None].glyph} ', '')}{EMPTIED}, {position.left_out} left out"
        return Line((emptied if position.left_out else sign.full, sign.role))
    return Line(
        (f"{brief(f'{sign.glyph} ', '')}{side_words(library, position)}", "doubt" if position.hollow else sign.role),
        (f"  {counts_words(position)}", "count"),
        (f", {position.left_out} left out" if position.left_out else "", "doubt"),
    )


def position_brief(position: Position, *, is_fed: bool = False) -> Line:
    """Return a position in short, such as `▲ 3 wd`.

    Args:
        position: The position.
        is_fed: Whether a record behind it feeds other issues of the row too; then `&` stands at the end.
    """
    sign = position_sign(position)
    if not position.n:
        return Line((sign.brief, sign.role))
    kinds = (("w", position.words, "words"), ("d", position.deeds, "deed"), ("s", position.said_about, "reported"))
    letters = [(letter, role) for letter, pieces, role in kinds if pieces]
    role = f"reported {sign.role}" if position.hollow else sign.role
    return Line((sign.brief, role), (f" {position.n} ", "count"), *letters, ("&" if is_fed else "", "apparatus"))
