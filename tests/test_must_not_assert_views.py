"""The fourteen things that the sources do not say, over the views of the command line and all their exports."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from summittui.cli import main
from summittui.model import Actor, Claim, Declaration, Quote
from tests.paris import paris

COMPARED = (
    ("united-states", "china", "european-commission", "united-nations"),
    ("emmanuel-macron", "france", "european-union", "african-union", "xi-jinping", "united-kingdom"),
    ("paris-statement", "global-ai-governance-initiative", "un-resolution-capacity-building"),
    ("stdaily", "nigeriapulse"),
    ("stdaily", "nigeriapulse", "--by", "issue"),
    ("andrew-dudfield", "yasir-habib-khan", "ursula-von-der-leyen"),
    ("united-states", "china", "european-union", "united-kingdom", "france"),
    ("united-kingdom", "united-states", "--direct-only"),
    ("andrew-dudfield", "united-states"),
    ("united-states", "over-140-nations"),
    ("european-union", "china", "--merge", "european-union"),
)
VIEWS = (
    *(("compare", *names) for names in COMPARED),
    ("compare", "united-states", "china", "european-commission", "united-nations", "--by", "date"),
    ("compare", "emmanuel-macron", "france", "european-union", "african-union", "xi-jinping", "--by", "source"),
    ("compare", "andrew-dudfield", "ursula-von-der-leyen", "united-kingdom", "--by", "date", "--direct-only"),
    ("brief", "united-states", "china", "european-union", "united-kingdom"),
    ("brief", "andrew-dudfield", "united-states", "emmanuel-macron", "ursula-von-der-leyen", "xi-jinping"),
    ("matrix",),
    ("matrix", "--rows", "both"),
    ("matrix", "--folded"),
    ("matrix", "--voices", "--folded"),
    ("pairs",),
    ("pairs", "--unfolded"),
    ("pairs", "--voices", "--sort", "opposed"),
    ("list", "quotes"),
    ("list", "declarations"),
    ("list", "actors"),
    ("search", "summit"),
    ("timeline",),
    ("variants", "vance-gold-standard"),
    ("variants", "zhang-cooperation"),
)
FORMS = ("", "--json", "--csv", "--markdown")


class Line(NamedTuple):
    """One line that a view writes; of a quote or a claim, all that is shown of it."""

    view: str
    text: str


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> tuple[Line, ...]:
    return written(tmp_path_factory.mktemp("store") / "store.json")


@cache
def written(store: Path) -> tuple[Line, ...]:
    found = []
    for view in VIEWS:
        for form in FORMS if view[0] != "brief" else ("",):
            arguments = ["--store", str(store), *view, *([form] if form else [])]
            result = CliRunner().invoke(main, arguments)
            assert result.exit_code == 0, (view, form, result.stderr)
            found += [Line(" ".join((*view, form)), line) for line in result.stdout.splitlines()]
    shown = [record for record in paris().records if isinstance(record, Actor | Declaration | Quote | Claim)]
    of_lines = {record.id for record in shown if isinstance(record, Actor | Declaration)}
    asked = [("show", record.id) for record in shown]
    asked += [("cite", record.id) for record in shown if not isinstance(record, Actor)]
    for view in asked:
        result = CliRunner().invoke(main, ["--store", str(store), *view])
        assert result.exit_code == 0, (view, result.stderr)
        whole = view[1] not in of_lines
        shown_lines = [result.stdout] if whole else result.stdout.splitlines()
        found += [Line(" ".join((*view, "")), line) for line in shown_lines]
    return tuple(found)


def saying(lines: tuple[Line, ...], pattern: str) -> list[Line]:
    found = [line for line in lines if re.search(pattern, line.text)]
    assert found, pattern
    return found


def readable(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of which each tells a whole thing; of JSON, the fields of one thing stand on many lines."""
    return tuple(line for line in lines if "--json" not in line.view)


def test_1_macrons_words_are_told_by_the_newspaper(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "ensuring that Europe does not fall behind"):
        assert "New York Times" in line.text, line
        told = line.text.replace("The New York Times about Emmanuel Macron", "")
        assert not re.search(r"— Emmanuel Macron|\| Emmanuel Macron, ", told), line
    for line in saying(readable(lines), r"^  [A-Z] Emmanuel Macron: (?!no statement)"):
        assert re.search("as told by|by what others say alone", line.text), line


def test_2_nobody_declined_the_initiative(lines: tuple[Line, ...]) -> None:
    for line in saying(lines, "(?i)declin"):
        assert not re.search(r"declined (the )?(Global|UN|Digital)", line.text), line
        assert not re.search(r"global-ai-governance-initiative \(declined", line.text), line
    declined = saying(lines, r"^act,.*,declined,")
    assert {line.text.split(",")[1] for line in declined} == {"United States", "United Kingdom"}


def test_3_the_endorsement_of_the_initiative_is_doubtful_everywhere(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "endorsed"):
        if re.search(r"(endorsed (the )?(Global|Initiative)|[:,] ?endorsed|initiative \(endorsed)", line.text):
            assert re.search("(?i)doubtful|In all likelihood", line.text), line
    assert saying(readable(lines), r"^(\| )?(European|African) Union .*△ 1 d")
    for line in lines:
        assert not re.search(r"^(\| )?(European|African) Union .*▲", line.text), line
    for line in lines:
        if line.view.startswith("pairs") and "--unfolded" not in line.view:
            assert not re.search(r"european-union|african-union|the-58-countries", line.text), line


def test_4_neither_the_eu_nor_the_au_nor_france_signed(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "signed"):
        told = line.text.replace("Neither source says that France signed", "")
        assert not re.search(r"(European Union|African Union|France|European Commission)(:| —)? signed", told), line
        assert not re.search(r"signed the Paris Statement — (European|African|France)", line.text), line
        assert not re.search(r"^(european-union|african-union|france|european-commission),.*\(signed", line.text), line


def test_5_the_digest_has_no_word_on_the_uk_and_stdaily_none_of_america_first(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "“America first”"):
        assert "nigeriapulse" in line.text, line
        assert "Science and Technology Daily" not in line.text, line
        assert re.search("(?i)doubtful|No counterpart|second-hand|digest", line.text), line
    for line in saying(readable(lines), r"declined the Paris Statement.* United Kingdom[;,|]"):
        assert "nigeriapulse" not in line.text, line


def test_6_dudfield_criticises_the_uk_alone_and_is_of_full_fact(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "Dudfield"):
        assert not re.search(r"Dudfield( of|,) The Guardian|Dudfield about United States", line.text), line
    for line in saying(readable(lines), "dudfield-credibility"):
        assert not re.search(r"^united-states,", line.text), line


def test_7_that_europe_is_late_is_nobodys_own_view(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "Europe started too late"):
        assert "unnamed others" in line.text or "it is never hers" in line.text, line
        assert not re.search(r"— Ursula von der Leyen", line.text), line


def test_8_xi_jinping_says_nothing(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "Xi Jinping"):
        assert not re.search(r"[”.] — Xi Jinping", line.text), line
        assert not re.search(r"^\s*words .* — Xi Jinping", line.text), line
    (row,) = [line for line in saying(lines, "^Xi Jinping .*▲") if line.view == "matrix "]
    assert re.findall(r"[▲▼◆?]\(?.*?[wds]+", row.text) == ["▲ 1 d"]


def test_9_the_general_assembly_adopted_the_resolution_alone(lines: tuple[Line, ...]) -> None:
    for line in saying(lines, "adopted"):
        assert not re.search(r"adopted (the )?Global|initiative \(adopted", line.text), line


def test_10_the_statement_has_no_58_signatories(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "58"):
        assert not re.search(r"58 (countries |nations )?(that )?sign|Paris Statement: \w+ 58|58: signator", line.text)
        assert not re.search(r"^tally,.*Paris Statement,.*\b58\b", line.text), line


def test_11_the_initiative_is_of_2023_and_of_no_summit(lines: tuple[Line, ...]) -> None:
    dated = [line for line in lines if line.view.startswith("timeline") and "--json" not in line.view]
    found = [line for line in dated if "Global AI Governance Initiative" in line.text and "act" in line.text]
    assert found
    for line in found:
        date = line.text.lstrip("| ").split(" ")[0].split(",")[0]
        assert date in {"2023", "act:", "no"} or (
            line.text.lstrip("| ").startswith("not after") and "promoted" in line.text
        )
    for line in saying(readable(lines), "(?i)launched"):
        assert re.search(r"not launched|Launched in 2023|[Ll]aunched.*2023|2023.*[Ll]aunched", line.text), line


def test_12_the_us_was_not_absent_from_the_summit(lines: tuple[Line, ...]) -> None:
    for line in lines:
        assert not re.search(r"absent from the summit|missing from the summit", line.text), line


def test_13_what_140_nations_did_is_neither_signing_nor_voting(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "140"):
        assert not re.search(r"140[^.;|,\n]*\b(signed|voted)\b", line.text), line
        assert not re.search(r"(exactly|about) 140", line.text), line


def test_14_khan_has_no_role(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "Yasir Habib Khan"):
        assert not re.search(
            r"Yasir Habib Khan(, (?!n )[A-Za-z ]*(expert|founder|director|president|chair)| is )", line.text
        )
        assert "Yasir Habib Khan, " not in line.text.replace("Yasir Habib Khan, Ursula", ""), line


def test_every_silence_is_told_in_words_and_every_told_stance_as_told(lines: tuple[Line, ...]) -> None:
    assert saying(lines, "no statement found")
    for line in saying(readable(lines), r"[a-z]; said about \d+"):
        assert re.search(r"as told by|told two ways", line.text), line


def test_15_dudfields_words_are_related_to_the_uk_alone(lines: tuple[Line, ...]) -> None:
    verdicts = [line for line in lines if line.view.startswith("compare andrew-dudfield united-states ")]
    assert verdicts
    for line in readable(tuple(verdicts)):
        if "Signing the Paris Statement" in line.text and "A for" in line.text:
            assert "not set against each other" in line.text, line
            assert "differ by" not in line.text, line
    for line in lines:
        if line.view.startswith("pairs"):
            assert "dudfield" not in line.text.lower(), line
    for line in saying(lines, "for, weak \\(once\\), of United Kingdom alone"):
        assert "Dudfield" in line.text or "Dudfield" in line.view or "dudfield" in line.view or "matrix" in line.view


def test_16_the_us_is_not_opposed_to_the_nations_behind_the_resolution(lines: tuple[Line, ...]) -> None:
    verdicts = saying(lines, "a set and its member, not set against each other")
    assert {line.view.split(" ")[1:3] == ["united-states", "over-140-nations"] for line in verdicts} >= {True}
    for line in lines:
        if line.view.startswith("compare united-states over-140-nations"):
            assert "differ by" not in line.text, line
        if line.view.startswith("pairs"):
            assert "140" not in line.text, line


def test_17_the_uk_is_not_for_its_own_security_first(lines: tuple[Line, ...]) -> None:
    found = saying(readable(lines), r"Own security first: unclear, doubtful \(once\)")
    assert any("uk-global-governance" in line.text for line in found)
    for line in readable(lines):
        if "uk-global-governance" in line.text and "security-first" in line.text:
            assert not re.search(r"\bfor on Own security|,for,", line.text), line
        assert not re.search(r"Concerns about national security.*for, (textual|interpretive)", line.text), line


def test_18_no_refusal_is_told_beside_the_signature_at_the_summit(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "declined the Paris Statement"):
        assert "Signed at the summit" not in line.text, line


def test_19_no_two_agree_where_one_is_doubtful_and_the_others_are_silent(lines: tuple[Line, ...]) -> None:
    for line in saying(readable(lines), "China's Initiative"):
        assert not re.search(r"agree: .*doubtful", line.text), line
    assert saying(lines, r"B and C only \(C doubtful\): for")
