"""The wording of a piece of evidence: what shows the stance, whose it is, via whom, in which source, its doubt."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model import Passage, Quote
from summittui.model.quotation import in_marks
from summittui.model.text import safe
from summittui.present.attribution import doubt_words, evidence_date, evidence_via, said_by, via_words
from summittui.present.line import Line
from summittui.present.passages import passage_labels
from summittui.present.signs import ACTS, HOLLOW, KINDS, STANCES, brief
from summittui.present.source import outlet_label, published_words


class CitedEvidence(Struct, frozen=True, kw_only=True):
    """A piece of evidence in words, with its attribution."""

    words: str
    """Quoted words in quotation marks; reported words after "reported:"; else a gist."""
    who: str
    """The speaker, actor or teller."""
    sources: tuple[str, ...]
    """Outlets, with the ids of the sources."""
    dates: tuple[str, ...]
    """When each of the sources was published."""
    places: tuple[str, ...]
    """Source, paragraph, and start and end in code points of each passage."""
    via: str
    doubt: str
    said: str = ""
    """When the words were said, or by when at the latest; empty where that is not stated."""

    @property
    def source(self) -> str:
        """All sources."""
        return "; ".join(self.sources) or "no source"

    @property
    def place(self) -> str:
        """All places."""
        return "; ".join(self.places) or "no passage marked"

    @property
    def when(self) -> str:
        """All dates."""
        return "; ".join(self.dates) or "no date"

    def line(self) -> str:
        """Return all of it on one line."""
        return safe(f"{self.words} — {self.attribution}{doubt_words(self.doubt)}")

    @property
    def attribution(self) -> str:
        """The speaker, when it was said where that is stated, each source with its date, and via whom."""
        pairs = zip(self.sources, self.dates, strict=True)
        where = "; ".join(f"{source}, {date}" for source, date in pairs) or "no source"
        said = f", said {self.said}" if self.said else ""
        return f"{self.who}{said}; {where}{via_words(self.via)}"


def cite_evidence(library: Library, evidence: Evidence) -> CitedEvidence:
    """Return a piece of evidence in words."""
    sources = [library.source(id_) for id_ in evidence.sources]
    return CitedEvidence(
        words=_words(evidence),
        who=_who(library, evidence),
        sources=tuple(map(outlet_label, sources)),
        dates=tuple(map(published_words, sources)),
        places=tuple(_place(library, passage) for passage in evidence.passages),
        via=evidence_via(library, evidence),
        doubt=evidence.doubt or "",
        said=evidence.dating.words if evidence.kind is not EvidenceKind.DEEDS else "",
    )


def _place(library: Library, passage: Passage) -> str:
    number = library.source(passage.source).paragraph_at(passage.start)
    return f"{passage.source}{f' ¶{number}' if number else ''} {passage.start}-{passage.end}"


def _words(evidence: Evidence) -> str:
    reported = "reported: " if evidence.quote_kind and not evidence.exact else ""
    return reported + evidence_words(evidence).plain


def _who(library: Library, evidence: Evidence) -> str:
    if evidence.kind is EvidenceKind.SAID_ABOUT:
        return f"{said_by(library, evidence)} about {library.name(evidence.holder)}"
    record = library.find(evidence.record)
    name = said_by(library, evidence)
    return f"{name}, {record.role}" if isinstance(record, Quote) and record.role and not record.joint_speakers else name


def evidence_words(piece: Evidence) -> Line:
    """Return what shows the stance: quoted words in marks, with the clause that reports them; else a gist or a deed."""
    if piece.kind is EvidenceKind.DEEDS:
        return Line((piece.text, "deed"))
    if not piece.exact:
        return Line((piece.text, "reported"))
    report = f" (in a report: {piece.report})" if piece.report else ""
    return Line((in_marks(piece.text), "words"), (report, "reported"))


def evidence_head(piece: Evidence) -> Line:
    """Return what shows the stance behind the signs of its kind and of its side."""
    stance = STANCES[piece.stance.stance]
    if not piece.firm:
        stance = replace(stance, glyph=HOLLOW[piece.stance.stance], word=f"{stance.word} (weak)")
    sign = (brief(ACTS[piece.act].glyph, ""), ACTS[piece.act].role) if piece.act is not None else _kind_sign(piece)
    shown = (f"{sign[0]} " if sign[0] else "", sign[1])
    return Line(shown, (f"{stance.brief} ", stance.role), evidence_words(piece))


def evidence_tail(library: Library, piece: Evidence) -> Line:
    """Return whose the evidence is, of which kind, via whom and where."""
    speakers = said_by(library, piece)
    kinds = {
        EvidenceKind.WORDS: f"{speakers} · own words",
        EvidenceKind.DEEDS: f"{library.name(piece.holder)} · deed",
        EvidenceKind.SAID_ABOUT: f"{speakers} about {library.name(piece.holder)}",
    }
    via = (via_words(evidence_via(library, piece), " · "), "apparatus")
    return Line("    ", (kinds[piece.kind], "heading"), via, (f" · {_where(library, piece)}", "source"))


def evidence_entry(library: Library, column: Perspective, piece: Evidence) -> tuple[Line, Line]:
    """Return a piece of evidence in a column: what shows the stance, and under it who, via whom, where, its doubt."""
    via = f"{passed_on} · " if (passed_on := via_words(evidence_via(library, piece), "")) else ""
    who = f"{said_by(library, piece)} · " if piece.kind is EvidenceKind.WORDS else ""
    where, doubt = (_where(library, piece), "source"), (doubt_words(piece.doubt, " · "), "doubt")
    return _entry_head(library, column, piece), Line("  ", (who, "heading"), (via, "apparatus"), where, doubt)


def _where(library: Library, piece: Evidence) -> str:
    """Return where a piece stands, with the date of what is quoted or told; a deed has its own date in its words."""
    place = passage_labels(library, piece.passages, piece.sources)
    return place if piece.kind is EvidenceKind.DEEDS else f"{place} · {evidence_date(library, piece)}"


def _entry_head(library: Library, column: Perspective, piece: Evidence) -> Line:
    holder = library.name(piece.holder) if piece.holder != column.id else ""
    if piece.kind is EvidenceKind.DEEDS:
        sign = ACTS[piece.act] if piece.act else STANCES[piece.stance.stance]
        actor = f"{holder} " if holder else ""
        return Line((brief(f"{sign.glyph} ", ""), sign.role), (f"{actor}{piece.text}", "deed"))
    if piece.kind is EvidenceKind.SAID_ABOUT:
        told = f" on {holder}" if holder else ""
        return Line((f"  {said_by(library, piece)}{told}: ", "apparatus"), evidence_words(piece))
    glyph, role = _kind_sign(piece)
    return Line((f"{glyph} ", role), evidence_words(piece))


def _kind_sign(piece: Evidence) -> tuple[str, str]:
    if piece.quote_kind is None:
        return brief("¶", "told"), "reported"
    return KINDS[piece.quote_kind].brief, KINDS[piece.quote_kind].role


def evidence_lines(library: Library, position: Position, indent: str) -> Iterator[Line]:
    """Yield a line for each piece of evidence: words, then deeds, then what others say."""
    for piece in position.evidence:
        stance = piece.stance
        reading = f" ({stance.stance}, {stance.level}, {stance.certainty}{_weakened(piece)}): "
        cited = cite_evidence(library, piece).line()
        yield Line(indent, piece.kind.value, (reading, "apparatus"), cited, (f" [{piece.record}]", "source"))


def _weakened(piece: Evidence) -> str:
    """Return that a piece is weak, and why where neither its doubt nor its reading says so."""
    if piece.firm:
        return ""
    return ", weak" if piece.is_sure else ", weak: it is little sure that it was said or done so"
