"""The parser of queries: from the text of a query to its parts; pure, without a library.

query       = { alternatives }                  all of them must hold
alternatives = one { "OR" one }                 binds tighter than standing beside each other
one         = { "-" } ( word | phrase | field ":" value | "(" query ")" )
"""

from summittui.queries.language.errors import QueryError
from summittui.queries.language.fields import checked_field
from summittui.queries.language.parts import Part, Query, Words, all_of, any_of, negated, query_of
from summittui.queries.language.tokens import Sign, Token, tokens

LONGEST = 2_000
"""The most characters that a query may have."""
DEEPEST = 20
"""The most groups that may stand inside each other."""


def parse_query(text: str) -> Query:
    """Return the query that a text means.

    Raises:
        QueryError: It means none; `unfinished` where it only ends too early.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query goes on ({len(text):,} characters); shorten it to {LONGEST:,}", LONGEST)
    reading = _Reading(text)
    parts = reading.conjunction(0)
    left = reading.next
    if left is not None:
        raise QueryError("a parenthesis is closed that was never opened; take it away", left.column)
    return query_of(parts)


class _Reading:
    """A recursive-descent parser over the tokens of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self.next: Token | None = next(self._tokens, None)

    def _taken(self) -> Token:
        taken = self.next
        if taken is None:
            raise self._ends("something is missing; go on or take the last sign away")
        self.next = next(self._tokens, None)
        return taken

    def _ends(self, message: str) -> QueryError:
        return QueryError(message, len(self._text), unfinished=True)

    def conjunction(self, depth: int) -> list[Part]:
        """Return the parts up to the end of the group, or of the text."""
        parts = []
        while self.next is not None and self.next.sign is not Sign.CLOSE:
            parts.append(self._alternatives(depth))
        return parts

    def _alternatives(self, depth: int) -> Part:
        parts = [self._one(depth)]
        while self.next is not None and self.next.sign is Sign.OR:
            self._taken()
            parts.append(self._one(depth))
        return any_of(parts)

    def _one(self, depth: int) -> Part:
        token = self._taken()
        match token.sign:
            case Sign.WORDS:
                return Words(token.text)
            case Sign.FIELD:
                return checked_field(token, ends=token.end == len(self._text))
            case Sign.MINUS:
                return self._negated(token, depth)
            case Sign.OPEN:
                return self._group(token, depth)
            case Sign.OR:
                raise QueryError('OR stands between two parts; write one before it, or "OR" for the word', token.column)
            case Sign.CLOSE:
                raise QueryError("a part is missing before the parenthesis; write one", token.column)

    def _negated(self, minus: Token, depth: int) -> Part:
        """Return the opposite of what stands right behind one minus or more."""
        odd = True
        behind = minus.end
        while self.next is not None and self.next.sign is Sign.MINUS and self.next.column == behind:
            odd, behind = not odd, self._taken().end
        if self.next is None and behind == len(self._text):
            raise self._ends("the minus has nothing to leave out; write a word behind it")
        if self.next is None or self.next.column != behind:
            raise QueryError('a minus stands right before what it leaves out; close up, or write "-"', minus.column)
        part = self._one(depth)
        return negated(part) if odd else part

    def _group(self, opened: Token, depth: int) -> Part:
        if depth == DEEPEST:
            raise QueryError(f"more than {DEEPEST} groups stand inside each other; use fewer", opened.column)
        parts = self.conjunction(depth + 1)
        if self.next is None:
            raise QueryError("a parenthesis is opened and never closed; close it", opened.column, unfinished=True)
        closed = self._taken()
        if not parts:
            raise QueryError("nothing stands between the parentheses; write a word", closed.column)
        return all_of(parts)
