"""The words of `has:` and `is:`: each is something that a record can have or be, by the table that it stands in."""

from collections.abc import Mapping

from msgspec import Struct


class State(Struct, frozen=True):
    """One thing that a record can have or be."""

    phrase: str
    """In words, behind "with" where it is had: "a role"."""
    tables: tuple[str, ...]
    """The tables whose records can have the thing or be in the state."""


_TOLD = ("quotes", "claims")
_ALL = (
    *("sources", "actors", "events", "issues", "declarations"),
    *("quotes", "claims", "disagreements", "agreements", "checks", "camps"),
)
_NOTED = ("sources", "actors", "events", "issues", "declarations", "quotes", "claims", "agreements", "checks", "camps")

HAS: Mapping[str, State] = {
    "memo": State("a memo of yours", _ALL),
    "note": State("a note", _NOTED),
    "text": State("its source's text attached", ("sources", *_TOLD)),
    "words": State("words in quotation marks", ("quotes",)),
    "gist": State("a gist", _TOLD),
    "stance": State("a stance", _TOLD),
    "variants": State("variants", ("quotes",)),
    "role": State("a role", ("quotes",)),
    "cue": State("a cue", ("quotes",)),
    "via": State("an outlet or person between", ("quotes",)),
    "occasion": State("an occasion", ("quotes",)),
    "addressee": State("an addressee", ("quotes",)),
    "date": State("a date", ("quotes", "declarations", "events")),
    "roles": State("roles", ("actors",)),
    "alias": State("an alias", ("actors", "events", "declarations")),
    "clauses": State("clauses", ("declarations",)),
    "acts": State("acts", ("declarations",)),
    "tallies": State("tallies", ("declarations",)),
    "outline": State("an outline", ("sources",)),
    "url": State("an address", ("sources", "declarations")),
}
"""The things that a record can have, by their words."""

IS: Mapping[str, State] = {
    "starred": State("starred", _ALL),
    "doubtful": State("doubtful", ("quotes", "claims", "declarations")),
    "optional": State("optional", ("quotes", "claims", "actors")),
    "contested": State("read differently by its coders", _TOLD),
    "nested": State("reported inside another quote", ("quotes",)),
    "unattributed": State("of nobody who is named", ("quotes",)),
}
"""The states that a record can be in, by their words."""
