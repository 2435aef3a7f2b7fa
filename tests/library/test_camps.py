"""Camps: those named, those who did one act, those who take one side; nobody by doubt or by hearsay."""

import pytest
from msgspec.structs import replace

from summittui.library.answers.camps import members_of, rule_of
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, ActorId, Camp, DeclarationId, IssueId, StanceValue
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
STATEMENT, INITIATIVE = DeclarationId("paris-statement"), DeclarationId("global-ai-governance-initiative")


def test_who_is_named_is_a_member_once_and_in_order() -> None:
    camp = Camp(id="c", name="C", members=(ActorId("france"), ActorId("china"), ActorId("france")))
    assert members_of(LIBRARY, camp) == ("france", "china")
    assert rule_of(LIBRARY, camp) == "named members"


@pytest.mark.parametrize("act", list(ActKind))
def test_who_did_an_act_without_doubt_is_a_member_and_nobody_else(act: ActKind) -> None:
    for declaration in paris().records.declarations:
        camp = Camp(id="c", name="C", act=act, declaration=DeclarationId(declaration.id))
        wanted = {each.actor for each in declaration.acts if each.act is act and not each.doubt}
        assert set(members_of(LIBRARY, camp)) == wanted


def test_nobody_is_a_member_by_a_doubtful_endorsement() -> None:
    assert members_of(LIBRARY, Camp(id="c", name="C", act=ActKind.ENDORSED, declaration=INITIATIVE)) == ()
    backing = Camp(id="c", name="C", issue=IssueId("china-initiative"), stance=StanceValue.FOR)
    assert not set(members_of(LIBRARY, backing)) & {"european-union", "african-union", "the-58-countries"}
    assert "china" in members_of(LIBRARY, backing)


def test_nobody_is_a_member_by_what_others_tell() -> None:
    racing = Camp(id="c", name="C", issue=IssueId("ai-leadership"), stance=StanceValue.FOR)
    assert set(members_of(LIBRARY, racing)) == {"jd-vance", "ursula-von-der-leyen"}


def test_a_camp_of_several_rules_takes_in_all_of_them() -> None:
    camp = Camp(
        id="c",
        name="C",
        members=(ActorId("france"),),
        act=ActKind.DECLINED,
        declaration=STATEMENT,
        issue=IssueId("tight-regulation"),
        stance=StanceValue.AGAINST,
    )
    assert members_of(LIBRARY, camp) == ("france", "united-states", "united-kingdom", "jd-vance")
    assert rule_of(LIBRARY, camp) == "named members or declined the Paris Statement or against on Tight regulation"


def test_a_rule_that_lacks_its_half_takes_in_nobody() -> None:
    half = Camp(id="c", name="C", act=ActKind.SIGNED)
    assert (members_of(LIBRARY, half), rule_of(LIBRARY, half)) == ((), "no member")
    assert members_of(LIBRARY, replace(half, declaration=STATEMENT)) == ("paris-signatories", "china")
