"""Networks of positions: actors x issues (two-mode), and agreement and opposition between actors (one-mode).

As in Discourse Network Analyzer (Leifeld 2013) agreement and opposition are edges of their own, never set off against
each other. No edge comes from silence, and n, the number of issues that two share, stands on each.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from summittui.exchange.as_csv import table_to_csv
from summittui.exchange.formats.format import Written, counted_loss, whole, whole_text
from summittui.exchange.formats.graphml import Attribute, Edge, Node, graphml
from summittui.library import Library
from summittui.library.answers.matrix import Matrix, MatrixRow, matrix
from summittui.library.answers.pairs import Pair, Pairs, Relation, pairs
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position
from summittui.model import Actor, Issue, Quote
from summittui.present.position import position_words, referenced
from summittui.present.table import Table

_RELATIONS = {Relation.SAME: "agreement", Relation.OPPOSED: "opposition"}


class Network(Struct, frozen=True, kw_only=True):
    """A network with what is left out of it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    losses: tuple[str, ...] = ()


_FEWER_QUOTES = ("actor is left out for few quotes", "actors are left out, for others have more quotes")


def positions_network(library: Library, found: Matrix | None = None) -> Network:
    """Return a node for each actor and each issue, and an edge for each position that rests on any evidence.

    Args:
        library: The records.
        found: The rows and issues, camps and voices among them where they are shown; else all actors and issues.
    """
    found = found or matrix(library)
    edges = tuple(edge for row in found.rows for edge in _positions(library, row))
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    actors = (_actor(library, row.perspective) for row in found.rows)
    nodes = (node for node in (*actors, *map(_issue, found.issues)) if node.id in ends)
    silent = sum(issue.id not in ends for issue in found.issues)
    losses = (
        *counted_loss(silent, "issue without any position is left out", "issues without any position are left out"),
        *counted_loss(len(found.left_out), *_FEWER_QUOTES),
    )
    return Network(nodes=tuple(nodes), edges=edges, losses=losses)


def pairs_network(library: Library, found: Pairs | None = None) -> Network:
    """Return a node for each actor of a pair, and for each pair an edge of agreement and one of opposition.

    Args:
        library: The records.
        found: The pairs as they are shown, without those that share too few issues; else all of all actors.
    """
    shown = found or pairs(library)
    related = shown.pairs if found else (*shown.pairs, *shown.too_few)
    actors = {each.id: each for pair in related for each in (pair.left, pair.right)}
    one_record = "for one record is all that both rest on"
    losses = (
        *counted_loss(len(shown.too_few) if found else 0, "pair shares too few issues", "pairs share too few issues"),
        *counted_loss(len(shown.sets), "set and its member is no pair", "sets and their members are no pairs"),
        *counted_loss(
            len(shown.same_record),
            f"issue is left out of a pair, {one_record}",
            f"issues are left out of pairs, {one_record}",
        ),
        *counted_loss(len(shown.unpaired), *_FEWER_QUOTES),
    )
    return Network(
        nodes=tuple(_actor(library, each) for each in actors.values()),
        edges=tuple(edge for pair in related for edge in _relations(pair)),
        losses=losses,
    )


def as_graphml(network: Callable[[Library], Network]) -> Callable[[Library, Sequence[Quote]], Written]:
    """Return the writer of a network of the whole library in GraphML."""
    return lambda library, _: write_graphml(network(library))


def as_edge_list(network: Callable[[Library], Network]) -> Callable[[Library, Sequence[Quote]], Written]:
    """Return the writer of a network of the whole library as an edge list."""
    return lambda library, _: write_edge_list(network(library))


def write_graphml(made: Network) -> Written:
    """Write a network in GraphML."""
    return whole(graphml(made.nodes, made.edges), made.losses)


def write_edge_list(made: Network) -> Written:
    """Write a network as CSV with a row for each edge, headed as Gephi reads it."""
    labels = {node.id: str(node.attributes["label"]) for node in made.nodes}
    names = tuple(dict.fromkeys(name for edge in made.edges for name in edge.attributes))
    rows = tuple(
        (
            edge.source,
            edge.target,
            "Undirected",
            labels[edge.source],
            labels[edge.target],
            *(str(edge.attributes.get(name, "")) for name in names),
        )
        for edge in made.edges
    )
    table = Table(("Source", "Target", "Type", "source name", "target name", *names), rows)
    return whole_text(table_to_csv(table), made.losses)


def _actor(library: Library, whose: Perspective) -> Node:
    """Return the node of an actor or of a camp."""
    record = library.get(whose.id)
    kind, speaks_for = (record.kind.value, record.speaks_for) if isinstance(record, Actor) else ("camp", None)
    return Node(whose.id, {"label": whose.label, "mode": "actor", "kind": kind, "speaks_for": speaks_for or ""})


def _issue(issue: Issue) -> Node:
    return Node(issue.id, {"label": issue.label, "mode": "issue", "kind": "issue", "speaks_for": ""})


def _positions(library: Library, row: MatrixRow) -> Iterator[Edge]:
    for cell in row.cells:
        if cell.n:
            yield Edge(row.perspective.id, str(cell.issue), _position(library, cell))


def _position(library: Library, cell: Position) -> dict[str, Attribute]:
    return {
        "stance": cell.stance.value if cell.stance else "",
        "firm": cell.firm_side is not None,
        "doubtful": cell.doubtful,
        "as_told": not cell.own,
        "n": cell.n,
        "words": len(cell.words),
        "deeds": len(cell.deeds),
        "said_about": len(cell.said_about),
        "position": position_words(library, cell),
        "records": referenced(cell.evidence),
    }


def _relations(pair: Pair) -> Iterator[Edge]:
    for relation, name in _RELATIONS.items():
        if issues := pair.on(relation):
            attributes: dict[str, Attribute] = {
                "relation": name,
                "weight": len(issues),
                "n": pair.n,
                "issues": "; ".join(issue.id for issue in issues),
            }
            yield Edge(pair.left.id, pair.right.id, attributes)
