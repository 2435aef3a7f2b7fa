"""Proposals as rows of two lines, and one of them with its passage lit in the text around it."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from summittui.library import Library
from summittui.model import ActProposal, Proposal, QuoteKind, QuoteProposal, Selector
from summittui.present.proposals import proposal_speaker, proposal_words
from summittui.present.signs import KINDS, brief
from summittui.ui.render.line import line, sides
from summittui.ui.theme.paint import fit

_AROUND = 300
"""Code points of the text that stand on each side of a passage at most."""


class ProposalRows:
    """Proposals, two lines each; the key is the id."""

    height = 2

    def __init__(self, library: Library, proposals: Sequence[Proposal]) -> None:
        self._library = library
        self._proposals = proposals

    def __len__(self) -> int:
        return len(self._proposals)

    def key(self, i: int) -> str:
        """Return the id of proposal `i`."""
        return self._proposals[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the words behind the sign of their kind, and who, how sure and where."""
        proposal = self._proposals[i]
        sign = KINDS[proposal.quote.kind].glyph if proposal.quote else "+"
        head = line((brief(f"{sign} ", f"{proposal.kind}: "), "heading"), (proposal_words(proposal), _role(proposal)))
        who = (proposal_speaker(self._library, proposal) or "no name", "heading")
        where = line((f"{proposal.source}  ", "source"), (f"{proposal.reading.confidence:.2f}", "count"))
        return fit(head, width), sides(line("    ", who, (f" · {proposal.kind}", "apparatus")), where, width)


def _role(proposal: Proposal) -> str:
    if proposal.quote is None:
        return "deed"
    return "reported" if proposal.quote.kind is QuoteKind.INDIRECT else "words"


def proposal_detail(library: Library, proposal: Proposal) -> Iterator[Text]:
    """Yield the proposal with its reason, then the passage highlighted in its text."""
    reading = proposal.reading
    who = proposal_speaker(library, proposal) or "no name"
    yield line((who, "heading"), (f" · {proposal.kind} · confidence {reading.confidence:.2f}", "apparatus"))
    if isinstance(reading, QuoteProposal):
        named = (("as worded", reading.mention), ("cue", reading.cue), ("via", reading.via))
        told = "; ".join(f"{name} “{' '.join((each.exact or '').split())}”" for name, each in named if each)
        yield line((told or "no cue", "apparatus"))
        if reading.note:
            yield line(("corrected: ", "doubt"), (reading.note, "doubt"))
    elif isinstance(reading, ActProposal):
        yield line((f"{reading.act} ", "deed"), (reading.declaration.exact or "", "words"))
    yield line((f"found by: {reading.reason}" if reading.reason else "no reason is given", "apparatus"))
    yield Text()
    text = library.text(proposal.source)
    if text is not None:
        yield from _passage(text, proposal.spans)
        yield Text()
    yield from _issues(library)


def _passage(text: str, spans: Sequence[Selector]) -> Iterator[Text]:
    """Yield the lines of the text around spans, these lit."""
    start = max(0, spans[0].start - _AROUND, text.rfind("\n", 0, spans[0].start) + 1)
    behind = text.find("\n", spans[-1].end)
    end = min(len(text), spans[-1].end + _AROUND, behind if behind >= 0 else len(text))
    parts: list[tuple[str, str]] = []
    at = start
    for span in spans:
        parts += [(text[at : span.start], "reported"), (text[span.start : span.end], "match")]
        at = span.end
    parts.append((text[at:end], "reported"))
    yield line(*((" ".join(words.split("\n")), role) for words, role in parts if words))


def _issues(library: Library) -> Iterator[Text]:
    """Yield each issue with its question and both poles."""
    for issue in library.issues():
        yield line((issue.label, "heading"), (f"  {issue.question}", "words"))
        yield line(("  ▲ for: ", "for"), issue.pole_for, ("  ▼ against: ", "against"), issue.pole_against)
