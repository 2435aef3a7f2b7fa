"""Queries made up by hypothesis, as values and as texts."""

from hypothesis import strategies as st

from summittui.queries.language import Field, Part, Query, Words
from summittui.queries.language.parts import all_of, any_of, negated, query_of
from tests.paris import paris

NAMES = ("china", "JD Vance", "united-states", "vance", "paris-statement", "Guardian", "un")
FIELD_VALUES: dict[str, tuple[str, ...]] = {
    "actor": NAMES,
    "by": NAMES,
    "about": NAMES,
    "issue": tuple(issue.id for issue in paris().records.issues),
    "stance": ("for", "against", "mixed", "unclear", "m"),
    "kind": ("direct", "mixed", "indirect", "text", "state", "fact", "evaluation", "person"),
    "source": ("stdaily", "nigeriapulse", "Daily"),
    "via": ("the-guardian", "ecns", "New York Times"),
    "declaration": tuple(declaration.id for declaration in paris().records.declarations),
    "act": ("signed", "declined", "proposed", "adopted"),
    "proof": ("verbatim", "not-attached"),
    "after": ("2024", "2025", "2025-02", "2025-02-10", "2025-03-01"),
    "before": ("2024", "2025", "2025-02", "2025-02-11", "2026"),
    "event": ("paris-ai-action-summit", "paris-side-event"),
    "collection": ("own",),
    "has": ("role", "cue", "stance", "variants", "text", "gist", "memo", "alias", "via"),
    "is": ("starred", "doubtful", "optional", "nested"),
}
SIGNS = "ab é-:()\"'\\“”„ORactor:by:\t"


def words(text: st.SearchStrategy[str]) -> st.SearchStrategy[Words]:
    """Return words of any text, its white space run together."""
    return text.map(lambda each: " ".join(each.split())).filter(bool).map(Words)


def fields() -> st.SearchStrategy[Field]:
    """Return fields with values that mean something in the shipped collection."""
    return st.sampled_from(
        [Field(name, " ".join(value.split())) for name, values in FIELD_VALUES.items() for value in values]
    )


def parts(leaves: st.SearchStrategy[Words | Field]) -> st.SearchStrategy[Part]:
    """Return parts of any shape over the leaves."""
    some: st.SearchStrategy[Part] = st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(negated),
            st.lists(inner, min_size=1, max_size=3).map(any_of),
            st.lists(inner, min_size=1, max_size=3).map(all_of),
        ),
        max_leaves=6,
    )
    return some


def queries(leaves: st.SearchStrategy[Words | Field] | None = None) -> st.SearchStrategy[Query]:
    """Return queries over the leaves; by themselves over words of any text and fields."""
    anything = st.one_of(words(st.text(max_size=8)), words(st.text(SIGNS, max_size=8)), fields())
    return st.lists(parts(leaves if leaves is not None else anything), max_size=4).map(query_of)
