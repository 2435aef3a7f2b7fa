"""A few sound records; tests break one thing of them at a time."""

from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Claim,
    ClaimId,
    ClaimKind,
    Declaration,
    Event,
    Issue,
    IssueId,
    Level,
    PartyId,
    Passage,
    Qualifier,
    Quote,
    QuoteId,
    QuoteKind,
    Records,
    Selector,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
    Tally,
    digest_of,
)
from summittui.model.source import Paragraph

TEXT = 'Ada said: "Rules help." Bo thinks that rules slow everybody. Both signed.\n'
DAILY = SourceId("daily")


def marked(start: int, end: int) -> Selector:
    """Return a span of the text with the digest of its words."""
    return Selector(start, end, digest=digest_of(TEXT[start:end]))


SIGNED = Passage.of(DAILY, marked(61, 73))

SOURCE = Source(
    id="daily",
    kind=SourceKind.ARTICLE,
    outlet="The Daily",
    published="2025-02-12",
    length=len(TEXT),
    outline=(
        Paragraph(0, 23, digest=digest_of(TEXT[:23]), gist="Ada speaks."),
        Paragraph(24, 74, digest=digest_of(TEXT[24:]), gist="Bo answers, and both sign."),
    ),
)
ADA = Actor(id="ada", name="Ada", kind=ActorKind.PERSON)
BO = Actor(id="bo", name="Bo", kind=ActorKind.PERSON, aliases=("Bó",), related=(ActorId("ada"),))
WRITER = Actor(id="writer", name="The writer", kind=ActorKind.AUTHOR)
MEETING = Event(id="meeting", name="The meeting", date="2025-02")
RULES = Issue(id="rules", label="Rules", question="Should there be rules?", pole_for="Yes", pole_against="No")


def stance(value: StanceValue = StanceValue.FOR, *, issue: str = "rules", holder: str | None = None) -> Stance:
    """Return a stance on an issue."""
    return Stance(
        issue=IssueId(issue),
        stance=value,
        level=Level.TEXTUAL,
        certainty=Certainty.HIGH,
        holder=ActorId(holder) if holder else None,
    )


DIRECT = Quote(
    id="ada-rules",
    source=DAILY,
    kind=QuoteKind.DIRECT,
    speaker=PartyId("ada"),
    spans=(marked(11, 22),),
    quoted=(Selector(11, 22, exact="Rules help."),),
    stances=(stance(),),
)
INDIRECT = Quote(
    id="bo-rules",
    source=DAILY,
    kind=QuoteKind.INDIRECT,
    speaker=PartyId("bo"),
    spans=(marked(39, 59),),
    gist="Bo holds that they are a brake.",
    nested_in=QuoteId("ada-rules"),
    about=(PartyId("pact"),),
    stances=(stance(StanceValue.AGAINST),),
)
CLAIM = Claim(
    id="daily-signed",
    source=DAILY,
    kind=ClaimKind.FACT,
    author=ActorId("writer"),
    gist="Two people signed.",
    spans=(marked(61, 73),),
    about=(PartyId("bo"), PartyId("pact")),
    stances=(stance(holder="bo"),),
)
AGAIN = Claim(
    id="daily-signed-again",
    source=DAILY,
    kind=ClaimKind.FACT,
    author=ActorId("writer"),
    gist="The two signed.",
    spans=(marked(61, 73),),
    repeats=(ClaimId("daily-signed"),),
)
PACT = Declaration(
    id="pact",
    title="The Pact",
    kind="pact",
    label="Pact",
    date="2025",
    acts=(
        Act(
            actor=ActorId("ada"),
            act=ActKind.SIGNED,
            evidence=(SIGNED,),
            as_of="2025-02-11",
            stances=(stance(),),
        ),
        Act(actor=ActorId("bo"), act=ActKind.SIGNED, evidence=(SIGNED,)),
    ),
    tallies=(
        Tally(source=DAILY, number=2, qualifier=Qualifier.EXACTLY, counts="signatories", spans=(marked(61, 65),)),
    ),
)

RECORDS = Records(
    sources=(SOURCE,),
    actors=(ADA, BO, WRITER),
    events=(MEETING,),
    issues=(RULES,),
    declarations=(PACT,),
    quotes=(DIRECT, INDIRECT),
    claims=(CLAIM, AGAIN),
)
