"""A piece of evidence in words: what, who, in which source, via whom, when, and any doubt."""

from msgspec import Struct

from summittui.library import Library
from summittui.library.answers.evidence import Evidence, EvidenceKind
from summittui.model import Passage, Quote
from summittui.model.text import safe
from summittui.present.attribution import said_by


class CitedEvidence(Struct, frozen=True, kw_only=True):
    """Evidence as it is told to a reader."""

    words: str
    """Quoted words in quotation marks; reported words after "reported:"; else a gist."""
    who: str
    """Who speaks, acts or tells."""
    sources: tuple[str, ...]
    """Outlets, with the ids of the sources."""
    dates: tuple[str, ...]
    """When each of the sources was published."""
    places: tuple[str, ...]
    """Where the passages stand: source, paragraph, and start and end in code points."""
    via: str
    doubt: str

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
        via = f", via {self.via}" if self.via else ""
        doubt = f" — doubtful: {self.doubt}" if self.doubt else ""
        pairs = zip(self.sources, self.dates, strict=True)
        where = "; ".join(f"{source}, {date}" for source, date in pairs) or "no source"
        return safe(f"{self.words} — {self.who}; {where}{via}{doubt}")


def cite_evidence(library: Library, evidence: Evidence) -> CitedEvidence:
    """Return a piece of evidence in words."""
    sources = [library.source(id_) for id_ in evidence.sources]
    return CitedEvidence(
        words=_words(evidence),
        who=_who(library, evidence),
        sources=tuple(f"{source.outlet} ({source.id})" for source in sources),
        dates=tuple(f"published {source.published or 'at no known date'}" for source in sources),
        places=tuple(_place(library, passage) for passage in evidence.passages),
        via=library.name(evidence.via),
        doubt=evidence.doubt or "",
    )


def _place(library: Library, passage: Passage) -> str:
    number = library.source(passage.source).paragraph_at(passage.start)
    return f"{passage.source}{f' ¶{number}' if number else ''} {passage.start}-{passage.end}"


def _words(evidence: Evidence) -> str:
    if evidence.exact:
        report = f" (in a report: {evidence.report})" if evidence.report else ""
        return f"“{evidence.text}”{report}"
    return f"reported: {evidence.text}" if evidence.quote_kind else evidence.text


def _who(library: Library, evidence: Evidence) -> str:
    if evidence.kind is EvidenceKind.SAID_ABOUT:
        return f"{said_by(library, evidence)} about {library.name(evidence.holder)}"
    record = library.find(evidence.record)
    name = said_by(library, evidence)
    return f"{name}, {record.role}" if isinstance(record, Quote) and record.role and not record.joint_speakers else name
