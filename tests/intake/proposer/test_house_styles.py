"""Made-up reports in the styles of several houses: nobody is given the words of another."""

import pytest

from summittui.intake.proposer import propose
from tests.intake.proposer.reading import said

WIRE = """Norway stays out of sea fund
OSLO (ABC) — Norway will not join the sea fund this year, Finance Minister Kari Lund told reporters on Monday.
"The fund has no rules yet," Lund said. "Nobody knows who pays."
Denmark's trade minister, Ole Juhl, said Copenhagen would pay its share regardless.
"We gave our word," he said at a briefing in Aarhus. "We will keep it."
Lund declined to say when Oslo would decide. She said the cabinet would meet again in June."""
BRITISH = """Reed attacks 'reckless' harbour plan
The shadow transport secretary, Tom Reed, called the plan 'a gamble with other people's money'.
'We can't go on like this,' he told the Evening Herald. 'It's over. The ministers' own advisers have said so.'
The so-called 'green lane' was opened in May. Reed's book, 'The Long Shore', came out a year earlier.
A spokesperson for the transport department said: 'The plan has been costed.'
'It is not for us,' said Dame Ruth Hale, who chairs the port's board, 'to tell the government what it can afford.'"""
GERMAN = """No tolls this year
„We cannot wait another year“, said Jana Vogt, the state secretary. „Not with these roads.“
Her colleague Emil Kranz disagreed. »The money is not there«, he said.
The magazine „Der Hafen“ had reported on the plan first."""
FRENCH = """A mayor quits harbour talks
« We were not heard », said Anne Le Goff, the mayor of Brest. « So we leave. »
Le Goff told the council that the port « no longer belongs to the town ».
« Nothing is lost, wrote the prefect, Paul Marin, in a letter. We will meet again. »"""
INTERVIEW = """An interview with Mira Sato
Mira Sato heads the river board. She spoke to Lena Falk in Bern.
Falk: You left the talks early. Why?
Sato: We had nothing to sign. The text came at midnight.
Falk: Will you go back?
Sato: If they ask us."""
ACCORDING = """Fish stocks fall again
Cod stocks fell by a third last year, according to a report by the Nordic Sea Council published on Friday.
According to Ada Berg, who chairs the council, the cod will be gone by 2040 unless boats stay in port.
The count was made in the wrong month, according to their union."""
TOLD = """Council splits over cod
Ada Berg told Kari Lund that the fund was broke. Lund replied that she had known for weeks.
Ole Juhl was told by Berg that the vote was off.
"You knew," Reed told Juhl. Juhl told him: "I did not."
The Courier quoted Berg as saying the boats would stay in port."""
JOINT = """Twelve states sign
"We share one sea," Norway and Chile said in a joint statement.
In a joint statement, Kari Lund and Ole Juhl said that the fund "needs both of us."
The foreign ministers of Norway, Chile and Ghana called for "an end to the race".
Leaders of the six states said they would meet again."""
NESTED = """Hearing day two
"He told me, 'You are done here,'" Ruth Hale said. "I left at once."
Hale said that Reed had told her: "Go home."
“My father used to say, ‘The sea keeps its own books,’” recalled Ada Berg."""
NO_SPEECH = """A day at the fair
The "peace dome" stood empty. Visitors to the so-called "Hall of Hope" queued for an hour.
Her memoir, "The Long Wait", sold out. "Harbour Song" by the Quay Boys played all day.
The ship "Aurora Bay" docked at noon. Ole "Skip" Juhl was on board.
A sign read "No fishing". The word "tide" comes from an old root."""


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param(
            WIRE,
            [
                ("Kari Lund", "Norway will not join the sea fund this year"),
                ("Kari Lund", '"The fund has no rules yet,"|"Nobody knows who pays."'),
                ("Ole Juhl", "Copenhagen would pay its share regardless"),
                ("Ole Juhl", '"We gave our word,"|"We will keep it."'),
                ("Kari Lund", "the cabinet would meet again in June"),
            ],
            id="wire",
        ),
        pytest.param(
            BRITISH,
            [
                ("Tom Reed", "the plan 'a gamble with other people's money'"),
                ("Tom Reed", "'We can't go on like this,'|'It's over. The ministers' own advisers have said so.'"),
                ("A spokesperson for the transport department", "'The plan has been costed.'"),
                ("Ruth Hale", "'It is not for us,'|'to tell the government what it can afford.'"),
            ],
            id="british",
        ),
        pytest.param(
            GERMAN,
            [
                ("Jana Vogt", "„We cannot wait another year“|„Not with these roads.“"),
                ("Emil Kranz", "»The money is not there«"),
            ],
            id="german",
        ),
        pytest.param(
            FRENCH,
            [
                ("Anne Le Goff", "« We were not heard »|« So we leave. »"),
                ("Anne Le Goff", "that the port « no longer belongs to the town »"),
            ],
            id="french",
        ),
        pytest.param(
            INTERVIEW,
            [
                ("Lena Falk", "You left the talks early. Why?"),
                ("Mira Sato", "We had nothing to sign. The text came at midnight."),
                ("Lena Falk", "Will you go back?"),
                ("Mira Sato", "If they ask us."),
            ],
            id="interview",
        ),
        pytest.param(
            ACCORDING,
            [
                ("a report by the Nordic Sea Council", "Cod stocks fell by a third last year"),
                ("Ada Berg", "the cod will be gone by 2040 unless boats stay in port"),
                ("their union", "The count was made in the wrong month"),
            ],
            id="according",
        ),
        pytest.param(
            TOLD,
            [
                ("Ada Berg", "that the fund was broke"),
                ("Kari Lund", "that she had known for weeks"),
                ("Ada Berg", "that the vote was off"),
                ("Reed", '"You knew,"'),
                ("Ole Juhl", '"I did not."'),
                ("Ada Berg", "the boats would stay in port"),
            ],
            id="told",
        ),
        pytest.param(
            JOINT,
            [
                ("Norway and Chile", '"We share one sea,"'),
                ("Kari Lund and Ole Juhl", 'that the fund "needs both of us."'),
                ("The foreign ministers of Norway, Chile and Ghana", '"an end to the race"'),
                ("Leaders of the six states", "they would meet again"),
            ],
            id="joint",
        ),
        pytest.param(
            NESTED,
            [
                ("Ruth Hale", '"He told me, \'You are done here,\'"|"I left at once."'),
                ("Ruth Hale", 'that Reed had told her: "Go home."'),
                ("Ada Berg", "“My father used to say, ‘The sea keeps its own books,’”"),
            ],
            id="nested",
        ),
        pytest.param(NO_SPEECH, [], id="titles and scare quotes"),
    ],
)
def test_a_report_in_any_style_gives_each_quote_to_its_speaker(text: str, quotes: list[tuple[str, str]]) -> None:
    assert said(text) == quotes


@pytest.mark.parametrize(
    "dateline", ["OSLO (ABC) — ", "Oslo, Norway (ABC) - ", "OSLO, March 3 (ABC) – ", "NEW OSLO — ", "OSLO, Norway -- "]
)
def test_a_dateline_belongs_to_no_quote(dateline: str) -> None:
    assert said(f"Talks end\n{dateline}The talks are over, Jane Doe said.") == [("Jane Doe", "The talks are over")]


@pytest.mark.parametrize("start", ["OSLO — which hosts the talks — is full", "Jane Doe — the mayor — left"])
def test_a_dash_behind_a_name_makes_no_dateline(start: str) -> None:
    assert said(f"Talks end\n{start}, Bob Roe said.") == [("Bob Roe", start)]


@pytest.mark.parametrize(
    ("text", "run_on"),
    [
        (
            "The fund is empty. The money went into boats. Nobody was told, Ada Berg said.",
            ["The fund is empty.", "The money went into boats."],
        ),
        (
            "The bridge, Ada Berg said, would open in May. But it would not stay open. It would close. It rained.",
            ["But it would not stay open.", "It would close."],
        ),
        ("Ada Berg said the fund was empty. The fund has eight members.", []),
        ("Bob Roe said no fund was left. The fund is empty. Nobody was told, Ada Berg said.", []),
        ("The fund is empty. “Nobody was told,” Ada Berg said.", []),
        ("One. Two came. Three came. Four came. Five came. Nobody was told, Ada Berg said.", []),
    ],
)
def test_plain_sentences_beside_a_report_may_run_on_with_little_confidence(text: str, run_on: list[str]) -> None:
    quotes = [quote for quote in propose(f"The talks\n{text}").quotes if quote.reason == "may run on"]
    assert [quote.spans[0].exact for quote in quotes] == run_on
    assert {quote.speaker for quote in quotes} <= {"Ada Berg"}
    assert all(quote.confidence < 0.5 for quote in quotes)
